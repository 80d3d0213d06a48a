import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How a secret begins, so that one which was left somewhere is recognised: by a person, and by scanners. */
export type SecretKind = 'probity_client' | 'probity_access' | 'probity_personal';

/** 32 random bytes. */
const LENGTH = 32;

/**
 * A new secret and the digest that is kept of it. It is random and longer than anybody could try, so that a plain
 * SHA-256 keeps it: a slow hash is for what people choose.
 */
export function newSecret(kind: SecretKind): { secret: string; digest: Buffer } {
  const secret = `${kind}_${randomBytes(LENGTH).toString('base64url')}`;
  return { secret, digest: digestOf(secret) };
}

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** In the same time, whichever byte differs. */
export const isSecretOf = (digest: Buffer, secret: string): boolean =>
  timingSafeEqual(digest, digestOf(secret));
