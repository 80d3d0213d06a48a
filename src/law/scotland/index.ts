import type { SomeCaseTable } from '../case-table.js';
import type { SomeRule } from '../rule.js';
import { SCOTTISH_REGISTRATION_CASES } from './councillors-code-2021/section4-registration.cases.js';
import { section4 } from './councillors-code-2021/section4-registration.js';
import { DECLARATION_CASES } from './councillors-code-2021/section5-declaration.cases.js';
import { section5 } from './councillors-code-2021/section5-declaration.js';
import { CHANGE_NOTICE_CASES, FIRST_NOTICE_CASES } from './register-of-interests-2003/notices.cases.js';
import { reg4_2 } from './register-of-interests-2003/reg4-first-notice.js';
import { reg5 } from './register-of-interests-2003/reg5-notice-of-change.js';

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

/** Every version of every rule for Scotland. */
export const SCOTLAND_RULES: readonly SomeRule[] = [reg4_2, reg5, section4, section5];

/** The worked cases of these rules. */
export const SCOTLAND_CASE_TABLES: readonly SomeCaseTable[] = [
  FIRST_NOTICE_CASES,
  CHANGE_NOTICE_CASES,
  SCOTTISH_REGISTRATION_CASES,
  DECLARATION_CASES,
];
