import { RemindersOffController } from './reminders-off.controller.js';

/** Where the address in a message turns off its optional reminders. */
export const remindersOffControllers = [RemindersOffController];
