import type { Provider, Type } from '@nestjs/common';
import { KnownLadders } from './known.js';
import { LetterController } from './letter/letter.controller.js';
import { ListController } from './list/list.controller.js';
import { NotedController } from './noted/noted.controller.js';
import { OneController } from './one/one.controller.js';
import { ReportController } from './report/report.controller.js';
import { RungController } from './rung/rung.controller.js';

/** What an officer does about a duty that stays open: reminders, letters, reports, and refusals to answer. */
export const officerEscalationControllers: readonly Type[] = [
  ListController,
  LetterController,
  ReportController,
  NotedController,
  RungController,
  OneController,
];
export const officerEscalationProviders: readonly Provider[] = [KnownLadders];
