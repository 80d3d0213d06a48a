import { ConfirmController } from './confirm.controller.js';
import { FirstStepDone } from './first-step-done.js';
import { PasskeySignInController } from './passkey-sign-in.controller.js';
import { SecondStepController } from './second-step.controller.js';

export { FirstStepDone } from './first-step-done.js';
export const signInSecondStepControllers = [PasskeySignInController, SecondStepController, ConfirmController];
export const signInSecondStepProviders = [FirstStepDone];
