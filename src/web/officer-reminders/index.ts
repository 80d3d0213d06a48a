import { DryRunController } from './dry-run/dry-run.controller.js';
import { NamesOfReminders } from './known.js';
import { RemindersController } from './list/list.controller.js';
import { ReminderController } from './one/one.controller.js';
import { WordsController } from './one/words.controller.js';
import { PauseController } from './pause/pause.controller.js';
import { ReminderSettingsController } from './settings/settings.controller.js';

/** What reminders became of, and what an officer can do about them. The named pages stand before ':id'. */
export const officerReminderControllers = [
  RemindersController,
  PauseController,
  DryRunController,
  ReminderSettingsController,
  WordsController,
  ReminderController,
];
export const officerReminderProviders = [NamesOfReminders];
