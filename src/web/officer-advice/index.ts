import type { Provider, Type } from '@nestjs/common';
import { AnswerController } from './answer/answer.controller.js';
import { KnownQuestions } from './known.js';
import { ListController } from './list/list.controller.js';
import { OneController } from './one/one.controller.js';

/** What members asked the monitoring officer about items: the queue, the answers, and who may read them. */
export const officerAdviceControllers: readonly Type[] = [ListController, AnswerController, OneController];
export const officerAdviceProviders: readonly Provider[] = [KnownQuestions];
