import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { Accounts } from './accounts.js';
import { SignInLimits } from './sign-in-limits.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way in which passport is told what a user is
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-wrapper-object-types -- an interface cannot extend the primitive; `request.user` is the account's id
    interface User extends String {}
  }
}

declare module 'express-session' {
  interface SessionData {
    /** The authority chosen at sign-in. */
    actingAuthorityId?: string;
  }
}

/** Signing in and out, by passport. The session keeps the account's id and the acting authority, nothing else. */
@Injectable()
export class SignIn {
  constructor(
    accounts: Accounts,
    private readonly limits: SignInLimits,
  ) {
    passport.use(
      new Strategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
        accounts.authenticate(email, password).then(
          (account) => {
            done(null, account ? account.id : false);
          },
          (error: unknown) => {
            done(error);
          },
        );
      }),
    );
    passport.serializeUser<string>((user, done) => {
      done(null, String(user));
    });
    passport.deserializeUser<string>((id, done) => {
      done(null, id);
    });
  }

  /** Reads email and password from the form's body. A new session is begun, so that an old id is worth nothing. */
  async signIn(request: Request): Promise<{ accountId: string } | { refused: 'wrong' | 'too-many' }> {
    const { email } = request.body as { email?: unknown };
    const [typed, address] = [String(email), request.ip ?? ''];
    if (await this.limits.isReached(typed, address)) return { refused: 'too-many' };
    const accountId = await new Promise<string | undefined>((resolve, reject) => {
      const check = passport.authenticate('local', { session: false }, (error: unknown, id: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve(typeof id === 'string' ? id : undefined);
      }) as (request: Request) => void;
      check(request);
    });
    if (accountId === undefined) {
      await this.limits.countFailure(typed, address);
      return { refused: 'wrong' };
    }
    await this.limits.clear(typed);
    await new Promise<void>((resolve, reject) => {
      request.logIn(accountId, (error: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve();
      });
    });
    return { accountId };
  }

  async signOut(request: Request): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.logout((error: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve();
      });
    });
  }
}
