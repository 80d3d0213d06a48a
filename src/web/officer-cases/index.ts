import type { Provider, Type } from '@nestjs/common';
import { CloseCaseController } from './act/close.controller.js';
import { EvidenceController } from './act/evidence.controller.js';
import { NoteController } from './act/note.controller.js';
import { CaseListController } from './list/list.controller.js';
import { CaseExportsController } from './one/exports.controller.js';
import { CaseController } from './one/one.controller.js';
import { OpenCaseController } from './open/open.controller.js';
import { CaseReaders } from './readers.js';

/** Case files as officers keep and read them. The named pages stand before ':id'. */
export const officerCaseControllers: readonly Type[] = [
  CaseListController,
  OpenCaseController,
  CaseExportsController,
  NoteController,
  EvidenceController,
  CloseCaseController,
  CaseController,
];
export const officerCaseProviders: readonly Provider[] = [CaseReaders];
