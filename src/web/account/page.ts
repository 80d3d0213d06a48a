import type { Person, WaysToSignIn } from '../../identity/index.js';
import { instantInWords } from '../page/index.js';

const DONE: Readonly<Record<string, string>> = {
  password: 'Your password is changed, and your other sessions are ended.',
  'code-app': 'Your app is set up. From now on you are asked for a code when you sign in.',
  'code-app-removed': 'The app is removed.',
  passkey: 'Your passkey is added.',
  'passkey-removed': 'The passkey is removed.',
};

/** What the page about one's own sign-in needs to know. */
export interface AccountKnown {
  readonly person: Person;
  readonly ways: WaysToSignIn;
  /** They sign in at a provider and have no password here. */
  readonly byProviderAlone: boolean;
  readonly passkeysPossible: boolean;
  /** They must have a second step, and have not shown one. */
  readonly needsSecondStep: boolean;
  /** The word of what was just done, from the address. */
  readonly done: unknown;
}

export function accountView({ person, ways, done, ...known }: AccountKnown): object {
  const hasSecondStep = ways.codeApp !== undefined || ways.passkeys.length > 0;
  const text = typeof done === 'string' ? DONE[done] : undefined;
  return {
    title: 'How you sign in',
    ...{ email: person.email, ...known, hasSecondStep, password: ways.password },
    banner: text === undefined ? undefined : { text, success: true },
    codeAppAddedAt: ways.codeApp && instantInWords(ways.codeApp.addedAt),
    passkeys: ways.passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
      ...{ id, name, addedAt: instantInWords(addedAt) },
      lastUsedAt: lastUsedAt === null ? undefined : instantInWords(lastUsedAt),
    })),
    recoveryCodesLeft: ways.recoveryCodesLeft,
  };
}
