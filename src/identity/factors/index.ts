export { CodeApps } from './code-apps.js';
export type { NewCodeApp } from './code-apps.js';
export { CodeApp, Passkey } from './factor.entity.js';
export { Factors } from './factors.js';
export type { TypedFactor, WaysToSignIn } from './factors.js';
export { PasskeyChallenges } from './passkey-challenges.js';
export type { PasskeyPurpose } from './passkey-challenges.js';
export { Passkeys } from './passkeys.js';
export { RecoveryCodes } from './recovery-codes.js';
