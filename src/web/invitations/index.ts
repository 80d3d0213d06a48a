import { ChoosePasswordController } from './choose-password.controller.js';
import { LinkSignInController } from './link-sign-in.controller.js';

export const invitationControllers = [ChoosePasswordController, LinkSignInController];
