import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { isPostedByProgram } from './posted-by-programs.js';

const { csrfSynchronisedProtection, invalidCsrfTokenError } = csrfSync({
  size: 32,
  getTokenFromRequest: tokenInRequest,
  skipCsrfProtection: isPostedByProgram,
});

/**
 * Refuses every request that changes something and does not carry the session's token, in the form's hidden
 * field `_csrf` or the header x-csrf-token. Works on parsed bodies, so it stands after every parser.
 */
export const csrfProtection = csrfSynchronisedProtection;

/** The same refusal, for a request that is not worth reading. */
export const csrfRefusal: Error = invalidCsrfTokenError;

function tokenInRequest(request: Request): string | undefined {
  const body = request.body as { _csrf?: unknown } | undefined;
  return typeof body?._csrf === 'string' ? body._csrf : request.get('x-csrf-token');
}
