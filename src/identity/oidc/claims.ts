import type { OidcSetting } from '../../platform/config/index.js';

/** What a provider says of somebody, as far as we take its word. */
export interface SaidOfPerson {
  readonly issuer: string;
  readonly subject: string;
  /** The provider's own id of the session. */
  readonly session: string | undefined;
  /** Lower case. Undefined when there is none that we may believe. */
  readonly email: string | undefined;
  readonly name: string | undefined;
  /** Undefined when the provider says that there are more than it names. */
  readonly groups: readonly string[] | undefined;
  /** The provider asked for a second factor. */
  readonly secondFactor: boolean;
}

type Claims = Readonly<Record<string, unknown>>;

/** Reads the claims of an ID token that has been verified. */
export function readClaims(claims: Claims, setting: OidcSetting): SaidOfPerson {
  return {
    issuer: String(claims.iss),
    subject: String(claims.sub),
    session: text(claims.sid),
    email: believedEmail(claims, setting),
    name: text(claims.name)?.slice(0, 200),
    groups: groupsOf(claims, setting.groupsClaim),
    secondFactor: texts(claims.amr).some((way) => ['mfa', 'otp', 'hwk', 'fido', 'ngcmfa'].includes(way)),
  };
}

/**
 * The email that may find an account. An address that anybody could have typed into their profile must not: so either
 * whoever runs this installation has said that the provider answers for the domain, or the provider says itself that it
 * has made sure (`email_verified`; Entra ID calls it `xms_edov`). A provider that answers for domains is believed in no
 * other.
 */
function believedEmail(claims: Claims, { emailDomains }: OidcSetting): string | undefined {
  const email = text(claims.email)?.trim().toLowerCase();
  if (email === undefined || email.length > 254 || !/^[^\s@<>]+@[^\s@<>]+$/.test(email)) return undefined;
  if (claims.email_verified === false || claims.email_verified === 'false') return undefined;
  if (emailDomains.length > 0) return emailDomains.includes(email.split('@')[1] ?? '') ? email : undefined;
  return isYes(claims.email_verified) || isYes(claims.xms_edov) ? email : undefined;
}

/**
 * The groups. Entra ID leaves the claim out for somebody who is in none, and for somebody who is in more than a token
 * holds; then it says where they could be read (`_claim_names`, `hasgroups`).
 */
function groupsOf(claims: Claims, claim: string): readonly string[] | undefined {
  if (claims[claim] !== undefined) return [claims[claim]].flat().filter((each) => typeof each === 'string');
  const elsewhere = claims._claim_names;
  const tooMany =
    isYes(claims.hasgroups) || (typeof elsewhere === 'object' && elsewhere !== null && claim in elsewhere);
  return tooMany ? undefined : [];
}

const isYes = (value: unknown): boolean => [true, 1, 'true', '1'].includes(value as string);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
