import { InvitedController } from './invited/invited.controller.js';
import { MyDispensationsController } from './my-dispensations.controller.js';
import { Naming } from './naming.js';
import { RequestController } from './request/request.controller.js';

export { send, type Answer } from './answer.js';
export {
  askedIn,
  AskForm,
  askErrors,
  errorAt,
  lawErrors,
  relievesIn,
  scopeOf,
  SCOPES,
  type Scope,
} from './ask-form.js';
export { Naming } from './naming.js';
export {
  askedRows,
  decidedRows,
  deciderText,
  groundChoices,
  lateText,
  tagOf,
  type NamesOf,
  type Row,
  type StateTag,
} from './words.js';

/** What a member asks to be relieved from, and what became of it. The request stands before ':id'. */
export const myDispensationsControllers = [RequestController, InvitedController, MyDispensationsController];
export const myDispensationsProviders = [Naming];
