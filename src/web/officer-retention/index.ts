import type { Type } from '@nestjs/common';
import { RetentionHoldController } from './hold/hold.controller.js';
import { RetentionListController } from './list/list.controller.js';
import { RetentionPeriodController } from './period/period.controller.js';

export { INSTALLATION_IN_WORDS, keptInWords, KINDS_IN_WORDS, WHAT_STAYS } from './words.js';

/** How long everything is kept, what the next run would erase, and what is held back. */
export const officerRetentionControllers: readonly Type[] = [
  RetentionListController,
  RetentionPeriodController,
  RetentionHoldController,
];
