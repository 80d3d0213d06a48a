import type { ListedClient, Scope } from '../../identity/index.js';
import { SCOPES } from '../../identity/index.js';
import type { FormState } from '../form/index.js';
import { instantInWords } from '../page/index.js';
import { LIFETIMES } from './forms.js';

/** What a page needs to know of a personal token. */
export interface ListedToken {
  readonly id: string;
  readonly name: string | null;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The clients of a council. @param names of the accounts that made them, by id */
export function clientsView(
  clients: readonly ListedClient[],
  names: ReadonlyMap<string, string>,
  form: FormState,
  scopes: readonly Scope[],
): object {
  return {
    ...{ title: 'Programs of the council', form },
    ...{ action: '/officer/api-clients', button: 'Make the program known' },
    scopes: scopes.map(choice),
    clients: clients.map(({ id, name, scopes: may, madeAt, madeBy, lastUsedAt }) => ({
      ...{ id, name, may: may.map((scope) => SCOPES[scope].words) },
      made: `${instantInWords(madeAt)}, by ${names.get(madeBy) ?? 'a former account'}`,
      used: lastUsedAt === undefined ? 'Not yet' : instantInWords(lastUsedAt),
    })),
  };
}

/** The tokens of whoever is signed in, at the council that they act for. */
export function tokensView(
  tokens: readonly ListedToken[],
  council: string,
  form: FormState,
  scopes: readonly Scope[],
): object {
  return {
    ...{ title: 'Programs of your own', council, form, backHref: '/account' },
    ...{ action: '/account/tokens', button: 'Make a token' },
    scopes: scopes.map(choice),
    lifetimes: LIFETIMES.map((days) => ({ value: days, text: `${days} days` })),
    tokens: tokens.map(({ id, name, scopes: may, expiresAt, lastUsedAt }) => ({
      ...{ id, name, may: may.map((scope) => SCOPES[scope].words) },
      expires: instantInWords(expiresAt),
      used: lastUsedAt === null ? 'Not yet' : instantInWords(lastUsedAt),
    })),
  };
}

/** The page that shows a secret, and is the only one that does. */
export function secretView(
  secrets: readonly { readonly name: string; readonly value: string }[],
  back: { readonly href: string; readonly text: string },
): object {
  const title = secrets.length > 1 ? 'The id and the secret of the program' : 'The token of your program';
  return { title, secrets, back };
}

const choice = (scope: Scope): object => {
  const { words } = SCOPES[scope];
  return { value: scope, text: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, hint: { text: scope } };
};
