import type { Request } from 'express';

/**
 * Where programs post. They have no session, so there is nothing that another site could borrow: what they bring in its
 * place is a token of their own, or an address that nobody can guess.
 */
const ADDRESSES = [/^\/callbacks\/notify$/, /^\/reminders\/off\/[^/]+$/];

/** Whether a request is of a program, and must be heard without the token of a session. */
export function isPostedByProgram({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return method === 'POST' && ADDRESSES.some((address) => address.test(path));
}
