import { ApiClientsController } from './clients.controller.js';
import { ApiGuideController } from './guide.controller.js';
import { ApiTokensController } from './tokens.controller.js';

export const apiAccessControllers = [ApiClientsController, ApiGuideController, ApiTokensController];
