import type { Request } from 'express';

const API = /^\/api\/(?:v1\/|oauth\/token$)/i;

/**
 * Where programs post. They have no session, so there is nothing that another site could borrow: what they bring in its
 * place is a token of their own, or an address that nobody can guess.
 */
const ADDRESSES = [
  ...[/^\/callbacks\/notify$/, /^\/reminders\/off\/[^/]+$/],
  /^\/oidc\/back-channel-logout$/,
];

/** Whether a request is of a program, and must be heard without the token of a session. */
export function isPostedByProgram({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return isForPrograms(path) || (method === 'POST' && ADDRESSES.some((address) => address.test(path)));
}

/** Whether an address is of the API, where no session is opened: a browser that is signed in is nobody there. */
export const isForPrograms = (path: string): boolean => API.test(path);
