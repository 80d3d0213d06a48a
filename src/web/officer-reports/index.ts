import type { Provider, Type } from '@nestjs/common';
import { ReportsController } from './reports.controller.js';

/** Reports to the standards committee. */
export const officerReportControllers: readonly Type[] = [ReportsController];
export const officerReportProviders: readonly Provider[] = [];
