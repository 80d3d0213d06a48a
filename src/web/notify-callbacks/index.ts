import { NotifyCallbacksController } from './notify-callbacks.controller.js';
import { RefusedCallbacks } from './refused-callbacks.js';

export const notifyCallbacksControllers = [NotifyCallbacksController];
export const notifyCallbacksProviders = [RefusedCallbacks];
