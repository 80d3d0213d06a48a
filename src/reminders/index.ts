export { Messenger } from './messenger.js';
export { Planner } from './planner.js';
export { Message, Reminder } from './reminder.entity.js';
export { RemindersModule } from './reminders.module.js';
export { Rounds } from './rounds.js';
