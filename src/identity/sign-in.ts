import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, INSTALLATION } from '../platform/database/index.js';
import { Accounts } from './accounts.js';
import { browserInWords } from './sessions/browser.js';
import type { SignedIn, SignInMethod } from './sessions/session-data.js';
import { SignInLimits } from './sign-in-limits.js';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way in which passport is told what a user is
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-wrapper-object-types -- an interface cannot extend the primitive; `request.user` is the account's id
    interface User extends String {}
  }
}

/**
 * Signing in and out, by passport. The session keeps the account's id, how it was begun and the acting authority,
 * nothing else.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly limits: SignInLimits,
  ) {
    passport.use(
      new Strategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
        this.accounts.authenticate(email, password).then(
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

  /** Reads email and password from the form's body and says whose they are. Begins nothing. */
  async checkPassword(request: Request): Promise<{ accountId: string } | { refused: 'wrong' | 'too-many' }> {
    const { email } = request.body as { email?: unknown };
    const attempt = await this.limits.attempt(String(email), request);
    if ('refused' in attempt) return attempt;
    const accountId = await new Promise<string | undefined>((resolve, reject) => {
      const check = passport.authenticate('local', { session: false }, (error: unknown, id: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve(typeof id === 'string' ? id : undefined);
      }) as (request: Request) => void;
      check(request);
    });
    if (accountId === undefined) return { refused: 'wrong' };
    await attempt.wasRight();
    return { accountId };
  }

  /**
   * Begins a session for an account that has shown all it owes, and records it. The session gets a new id, so that one
   * that somebody else knew is worth nothing, and keeps nothing of before.
   */
  async begin(
    request: Request,
    accountId: string,
    method: SignInMethod,
    shown: Pick<SignedIn, 'secondFactorAt' | 'provider'> = {},
  ): Promise<void> {
    // Recorded first, since the session is written elsewhere: none may begin of which the chain does not know.
    const actor = { kind: 'person', accountId } as const;
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, (uow) => {
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'account.signed-in', subject, payload: { method } });
      return Promise.resolve();
    });
    await asPromise((done) => {
      request.logIn(accountId, done);
    });
    const at = this.clock.machineNow().getTime();
    const browser = browserInWords(request.get('user-agent'));
    request.session.signedIn = { at, method, browser, ...shown };
    await kept(request);
    await this.limits.rememberDevice(request, accountId);
  }

  /** Keeps, in a new session in which nobody is signed in, that the first step was right and the second one is owed. */
  async awaitSecondStep(
    request: Request,
    accountId: string,
    method: SignInMethod,
    returnTo?: string,
  ): Promise<void> {
    await asPromise((done) => {
      request.session.regenerate(done);
    });
    const at = this.clock.machineNow().getTime();
    request.session.pending = { accountId, method, at, ...(returnTo === undefined ? {} : { returnTo }) };
    await kept(request);
  }

  /** Somebody who is signed in has shown again that it is they. The session goes on under a new id. */
  async stepUp(request: Request, shown: Pick<SignedIn, 'secondFactorAt'> = {}): Promise<void> {
    const { signedIn, actingAuthorityId, csrfToken, passport: user } = request.session;
    if (signedIn === undefined) throw new Error('Nobody is signed in who could step up.');
    await asPromise((done) => {
      request.session.regenerate(done);
    });
    const steppedUpAt = this.clock.machineNow().getTime();
    // The token goes on too: forms that are open in other tabs stay good.
    Object.assign(request.session, { actingAuthorityId, csrfToken, passport: user });
    request.session.signedIn = { ...signedIn, ...shown, steppedUpAt };
    await kept(request);
  }

  /** Ends the session. What it was is kept by the audit chain alone. */
  async signOut(request: Request): Promise<void> {
    await asPromise((done) => {
      request.logout(done);
    });
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Kept by passport: the account's id. */
    passport?: { user?: string };
  }
}

/**
 * Writes the session before anything is answered. A redirect without a body is answered while the session is still being
 * written, and whoever follows it at once would find themselves signed out.
 */
function kept({ session }: Request): Promise<void> {
  return asPromise((done) => {
    session.save(done);
  });
}

async function asPromise(work: (done: (error?: unknown) => void) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else
        reject(
          error instanceof Error ? error : new Error('The session could not be written.', { cause: error }),
        );
    });
  });
}
