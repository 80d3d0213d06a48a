import { RegisterChangesController } from './changes/changes.controller.js';
import { MemberRegisterController } from './member/member.controller.js';
import { PublicAnswers } from './public-answers.js';
import { PublicRegisterController } from './public-register.controller.js';

/** In this order: the last one takes whatever is left under an authority for a member's id. */
export const publicRegisterControllers = [
  PublicRegisterController,
  RegisterChangesController,
  MemberRegisterController,
];
export const publicRegisterProviders = [PublicAnswers];

/** Answers most requests for public pages, before anything else looks at them. */
export { PublicAnswers };

/** The search box of the front page finds with the same words. */
export { foundView, wordsAskedFor } from './search/page.js';
