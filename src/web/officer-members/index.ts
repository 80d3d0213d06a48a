import { MemberEmailController } from './email/email.controller.js';
import { MemberController } from './member.controller.js';
import { MemberRegisterController } from './register/register.controller.js';
import { ToldController } from './told.controller.js';

export const officerMemberControllers = [
  MemberController,
  MemberEmailController,
  MemberRegisterController,
  ToldController,
];
