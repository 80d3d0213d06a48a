/** The rules for Northern Ireland one by one, with their facts and answers, for whoever asks a single question. */
export type { NorthernIrishRegistrationFacts } from './councillors-code-2014/section5-registration.js';
export type {
  NorthernIrishMeetingAnswer,
  PecuniaryFacts,
} from './local-government-act-1972/s28-1-pecuniary-interests.js';
export type { ShareholdingFacts } from './local-government-act-1972/s28-2-small-shareholdings.js';
export type { RelativeAnswer, RelativeFacts } from './local-government-act-1972/s30-relatives.js';
export { section5OnChange, section5OnElection } from './councillors-code-2014/section5-registration.js';
export { s28_1, s28_1b } from './local-government-act-1972/s28-1-pecuniary-interests.js';
export { s28_2 } from './local-government-act-1972/s28-2-small-shareholdings.js';
export { s30, s30_1, s30_2b } from './local-government-act-1972/s30-relatives.js';
export { s62 } from './local-government-act-2014/s62-register.js';
