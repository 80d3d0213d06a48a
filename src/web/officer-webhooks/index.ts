import type { Type } from '@nestjs/common';
import { WebhookListController } from './list/list.controller.js';
import { WebhookController } from './one/one.controller.js';
import { RegisterWebhookController } from './register/register.controller.js';

/** Other programs that are told of changes. 'new' stands before ':webhook'. */
export const officerWebhookControllers: readonly Type[] = [
  WebhookListController,
  RegisterWebhookController,
  WebhookController,
];
