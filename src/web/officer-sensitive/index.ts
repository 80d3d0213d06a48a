import { AgreedController } from './agreed/agreed.controller.js';
import { DecideController } from './decide/decide.controller.js';
import { ListController } from './list/list.controller.js';
import { NamedController } from './named/named.controller.js';
import { SensitiveReading } from './reading.js';

/** The officer's key to sensitive interests (s.32), and who may read their details. */
export const officerSensitiveControllers = [
  ListController,
  NamedController,
  DecideController,
  AgreedController,
];
export const officerSensitiveProviders = [SensitiveReading];
