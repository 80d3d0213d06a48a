import { Secret, TOTP } from 'otpauth';

/** How long a code is shown, in seconds; what every app assumes. */
const PERIOD = 30;

/** A new secret of 160 bits, in the letters that apps take (base32). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code holds: the address by which an app takes the secret over. */
export const addressOfApp = (secret: string, issuer: string, email: string): string =>
  totp(secret, issuer, email).toString();

/**
 * The time step to which a typed code belongs: the present one, the one before or the one after, since no two clocks agree.
 * Undefined for a code of any other time, and for what is no code.
 * @param at machine time
 */
export function stepOfCode(secret: string, typed: string, at: Date): number | undefined {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totp(secret).validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(at.getTime() / 1_000 / PERIOD) + delta;
}

const totp = (secret: string, issuer = 'Probity', label = ''): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret });
