import { MyRemindersController } from './my-reminders.controller.js';
import { RemindersOfMember } from './told-of.js';

export { kindInWords } from './kinds.js';

/** Where a member sees their reminders and chooses among them. */
export const myRemindersControllers = [MyRemindersController];
export const myRemindersProviders = [RemindersOfMember];
