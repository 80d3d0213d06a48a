/** In which way somebody has signed in. */
export type SignInMethod = 'password' | 'oidc' | 'passkey' | 'mail-link';

/** Which session at the OpenID provider a session of ours belongs to, so that the provider can end it. */
export interface ProviderSession {
  readonly issuer: string;
  readonly subject: string;
  /** The provider's own id of the session (`sid`), where it gives one. */
  readonly session?: string;
}

/** How and when a session was begun. Every time is machine time in milliseconds since 1970. */
export interface SignedIn {
  readonly at: number;
  readonly method: SignInMethod;
  /** The browser in rough words, 'Firefox on Windows', so that somebody tells their own sessions apart. */
  readonly browser: string;
  /** When a second factor was shown, here or at the provider. */
  readonly secondFactorAt?: number;
  /** When the person last showed again that it is they, for what must not be done by whoever finds the screen open. */
  readonly steppedUpAt?: number;
  readonly provider?: ProviderSession;
}

/** Somebody whose first step was right and who still owes the second one. They are not signed in. */
export interface Pending {
  readonly accountId: string;
  readonly method: SignInMethod;
  /** Machine time in milliseconds since 1970. */
  readonly at: number;
  /** A path of this site to go to afterwards. */
  readonly returnTo?: string;
}

declare module 'express-session' {
  interface SessionData {
    /** The authority chosen at sign-in. */
    actingAuthorityId?: string;
    signedIn?: SignedIn;
    pending?: Pending;
  }
}
