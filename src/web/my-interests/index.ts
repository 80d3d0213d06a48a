import { AsMember } from './as-member.js';
import { ConfirmController } from './confirm/confirm.controller.js';
import { GiftsController } from './gifts/gifts.controller.js';
import { DeclaredAtMeetings } from './tell/declared-at-meetings.js';
import { Laws } from './law-says/laws.js';
import { MyInterestsController } from './my-interests.controller.js';
import { MyRegister } from './my-register.js';
import { TellController } from './tell/tell.controller.js';
import { Telling } from './tell/telling.js';
import { ToldChangeController } from './told/told.controller.js';

export { AsMember, MyRegister };
export { confirmationPrompt, type ConfirmationPrompt } from './confirm/page.js';
export type { ConfirmationDue } from '../../register/index.js';
export { toldRows, type ToldRow } from './told/page.js';

/** What a member sees of their own interests, and tells of them one by one. */
export const myInterestsControllers = [
  MyInterestsController,
  ConfirmController,
  GiftsController,
  ToldChangeController,
  TellController,
];
export const myInterestsProviders = [AsMember, DeclaredAtMeetings, Laws, MyRegister, Telling];
