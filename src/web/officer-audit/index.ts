import { AuditController } from './audit.controller.js';
import { AuditExportController } from './export/export.controller.js';
import { NamesOfEvents } from './names.js';
import { AuditEventController } from './one/event.controller.js';

/** The record and what is in it. The export stands before ':position'. */
export const officerAuditControllers = [AuditController, AuditExportController, AuditEventController];
export const officerAuditProviders = [NamesOfEvents];
