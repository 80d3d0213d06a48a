import { AccountController } from './account.controller.js';
import { CodeAppController } from './code-app.controller.js';
import { OwnSignIn } from './own-sign-in.js';
import { OwnPasskeysController } from './passkeys.controller.js';
import { OwnPasswordController } from './password.controller.js';
import { RecoveryCodesController } from './recovery-codes.controller.js';

export { asTyped, NewPasswordForm, PASSWORD_HINT, passwordError } from './new-password.js';
export const accountControllers = [
  AccountController,
  OwnPasswordController,
  CodeAppController,
  OwnPasskeysController,
  RecoveryCodesController,
];
export const accountProviders = [OwnSignIn];
