import type { Person } from '../../identity/index.js';
import { navigationFor } from '../layout/navigation.js';

/** The page on which a person's work begins: the first of their navigation. */
export function homeOf(person: Person): string {
  return navigationFor(person.permissions, '/', false)[0]?.href ?? '/';
}

/**
 * Where somebody goes once they are signed in. With several councils they must choose one first; what they wanted
 * to see is carried along.
 */
export function afterSignIn(person: Person, returnTo: string | undefined): string {
  if (person.acting !== undefined || person.memberships.length < 2) return returnTo ?? homeOf(person);
  return `/choose-authority${returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`}`;
}
