/** The rules for Scotland one by one, with their facts and answers, for whoever asks a single question. */
export type { ScottishRegistrationFacts } from './councillors-code-2021/section4-registration.js';
export type {
  DeclarationFacts,
  Link,
  ScottishMeetingAnswer,
} from './councillors-code-2021/section5-declaration.js';
export type { FirstNoticeFacts } from './register-of-interests-2003/reg4-first-notice.js';
export type { ChangeOfInterestsFacts } from './register-of-interests-2003/reg5-notice-of-change.js';
export { section4 } from './councillors-code-2021/section4-registration.js';
export { section5 } from './councillors-code-2021/section5-declaration.js';
export { reg4_2 } from './register-of-interests-2003/reg4-first-notice.js';
export { reg5 } from './register-of-interests-2003/reg5-notice-of-change.js';
