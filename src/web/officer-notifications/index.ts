import { AskController } from './ask/ask.controller.js';
import { NotificationsController } from './notifications.controller.js';
import { Reading } from './reading.js';
import { ScansController } from './scans/scans.controller.js';
import { StepAsideController } from './step-aside/step-aside.controller.js';
import { Withholding } from './withholding.js';

export { receivedInWords } from './timing.js';
export { DETAILS_WITHHELD, Withholding, type Withheld } from './withholding.js';

export const officerNotificationControllers = [
  NotificationsController,
  AskController,
  StepAsideController,
  ScansController,
];
export const officerNotificationProviders = [Reading, Withholding];
