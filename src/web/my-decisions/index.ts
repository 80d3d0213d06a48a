import { DecisionDesk } from './decision-desk.js';
import { MyDecisionsController } from './my-decisions.controller.js';

export { withBanner } from './banner.js';
export { DecisionDesk };
export type { Desk } from './desk.js';

/** What a member decided alone, as they record it. */
export const myDecisionsControllers = [MyDecisionsController];
export const myDecisionsProviders = [DecisionDesk];
