import { Injectable } from '@nestjs/common';
import {
  AccountsOfProvider,
  Factors,
  SignIn,
  type Person,
  type RequestOfPerson,
  type WaysToSignIn,
} from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/index.js';

/** What the pages about one's own sign-in have in common. */
@Injectable()
export class OwnSignIn {
  constructor(
    private readonly clock: Clock,
    private readonly factors: Factors,
    private readonly ofProvider: AccountsOfProvider,
    private readonly signIn: SignIn,
  ) {}

  async ways({ accountId }: Person): Promise<WaysToSignIn> {
    return this.factors.of(accountId);
  }

  /** Whoever signs in at their council's provider alone has nothing to change here: it knows who has left. */
  async isByProviderAlone({ accountId }: Person, ways: WaysToSignIn): Promise<boolean> {
    if (ways.password) return false;
    return this.ofProvider.has(accountId);
  }

  async refuseProviderAlone(person: Person): Promise<void> {
    if (await this.isByProviderAlone(person, await this.ways(person))) {
      throw new Refusal(409, 'You sign in with your council account: what is asked of you is set there.');
    }
  }

  /** The last second step of somebody who must have one stays until there is another. */
  async refuseLastOne(person: Person): Promise<void> {
    const { codeApp, passkeys } = await this.ways(person);
    const count = passkeys.length + (codeApp === undefined ? 0 : 1);
    if (count === 1 && this.factors.mustHave(person)) {
      throw new Refusal(
        409,
        'Your role needs a second step, and this is your only one. Add another one first. Nothing was removed.',
      );
    }
  }

  needsSecondStep(person: Person, { session: { signedIn } }: RequestOfPerson): boolean {
    const isShown = signedIn?.secondFactorAt !== undefined || signedIn?.method === 'oidc';
    return !isShown && this.factors.mustHave(person);
  }

  /** A second step that was just set up was shown with it. @returns where to go: whoever has no recovery codes makes them */
  async secondStepAdded(request: RequestOfPerson, person: Person, done: string): Promise<string> {
    await this.signIn.stepUp(request, { secondFactorAt: this.clock.machineNow().getTime() });
    const { recoveryCodesLeft } = await this.ways(person);
    return recoveryCodesLeft === 0 ? `/account/recovery-codes?done=${done}` : `/account?done=${done}`;
  }
}
