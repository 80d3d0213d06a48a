import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Factors, People, SignIn, type SignInMethod } from '../../identity/index.js';
import { afterSignIn } from '../sign-in/home.js';

/** What follows a right password, or a link by mail: the second step where one is owed, or the work itself. */
@Injectable()
export class FirstStepDone {
  constructor(
    private readonly factors: Factors,
    private readonly people: People,
    private readonly signIn: SignIn,
  ) {}

  /** @returns the path to go to; undefined for an account that may not sign in */
  async goOn(
    request: Request,
    accountId: string,
    method: Extract<SignInMethod, 'password' | 'mail-link'>,
    returnTo: string | undefined,
  ): Promise<string | undefined> {
    const person = await this.people.person(accountId, undefined);
    if (person === undefined) return undefined;
    if (await this.factors.owed(accountId)) {
      await this.signIn.awaitSecondStep(request, accountId, method, returnTo);
      return '/sign-in/second-step';
    }
    await this.signIn.begin(request, accountId, method);
    return afterSignIn(person, returnTo);
  }
}
