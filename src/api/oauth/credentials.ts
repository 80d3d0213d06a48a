import { isUUID } from 'class-validator';
import type { Request } from 'express';

export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
  /** Names with spaces between them; undefined: all that the client has. */
  readonly scope: string | undefined;
}

interface NoCredentials {
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type';
}

/** Whoever asks for a token: by HTTP Basic, or in the form. Not by both, and nothing twice (RFC 6749, 2.3 and 3.2). */
export function credentialsIn(request: Request): Credentials | NoCredentials {
  if (!request.is('application/x-www-form-urlencoded')) return { error: 'invalid_request' };
  const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const { grant_type: grant, scope, client_id: id, client_secret: secret } = form;
  if ([grant, scope, id, secret].some((word) => word !== undefined && typeof word !== 'string'))
    return { error: 'invalid_request' };
  if (grant === undefined) return { error: 'invalid_request' };
  if (grant !== 'client_credentials') return { error: 'unsupported_grant_type' };
  const header = request.get('authorization');
  if (header !== undefined && secret !== undefined) return { error: 'invalid_request' };
  const shown = header === undefined ? { id, secret } : basicIn(header);
  if (typeof shown.id !== 'string' || typeof shown.secret !== 'string' || !isUUID(shown.id))
    return { error: 'invalid_client' };
  return { clientId: shown.id, secret: shown.secret, scope: scope as string | undefined };
}

/** Both are written as in a form within the header. */
function basicIn(header: string): { id?: string; secret?: string } {
  const coded = /^Basic +([A-Za-z0-9+/]{1,400}={0,2})$/i.exec(header)?.[1];
  if (coded === undefined) return {};
  const [id, ...rest] = Buffer.from(coded, 'base64').toString('utf8').split(':');
  try {
    return { id: decodeURIComponent(id ?? ''), secret: decodeURIComponent(rest.join(':')) };
  } catch {
    return {};
  }
}
