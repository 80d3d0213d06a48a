export { AfterDisclosure } from './after-disclosure.js';
export type { DisclosureDuty } from './after-disclosure.js';
export { Duties } from './duties.js';
export type { Board, MemberDuty } from './duties.js';
export { DutiesModule } from './duties.module.js';
export { isOpen } from './duty-state.js';
export type { DutyState } from './duty-state.js';
