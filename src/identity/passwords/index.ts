export { PASSWORD_FEWEST, PASSWORD_MOST, passwordProblem } from './password-rules.js';
export type { PasswordOwner, PasswordProblem } from './password-rules.js';
export { Passwords } from './passwords.js';
