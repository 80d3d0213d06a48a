import type { SomeCaseTable } from '../case-table.js';
import type { SomeRule } from '../rule.js';
import { PROHIBITED_WHIP_CASES } from './local-government-measure-2011/s78-party-whip.cases.js';
import { s78 } from './local-government-measure-2011/s78-party-whip.js';
import { para12_3 } from './model-code-2008/exemption.js';
import { para10 } from './model-code-2008/para10-personal-interest.js';
import { para11 } from './model-code-2008/para11-disclose.js';
import { EXEMPTIONS, para12_2 } from './model-code-2008/para12-2-exemptions.js';
import { BODY_EXEMPTION_CASES, SERVICE_EXEMPTION_CASES } from './model-code-2008/para12-exemptions.cases.js';
import { PREJUDICIAL_CASES } from './model-code-2008/para12-prejudicial.cases.js';
import { para12 } from './model-code-2008/para12-prejudicial.js';
import { para13 } from './model-code-2008/para13-own-decision.js';
import { WELSH_MEETING_CASES } from './model-code-2008/para14-withdraw.cases.js';
import { para14, para14_2, para14_2A } from './model-code-2008/para14-withdraw.js';
import { para15_5 } from './model-code-2008/para15-5-community-councils.js';
import { para15, para15_6 } from './model-code-2008/para15-6-first-disclosure.js';
import {
  CHANGE_CASES,
  ELECTION_CASES,
  FIRST_DISCLOSURE_CASES,
} from './model-code-2008/para15-register.cases.js';
import { para15_1, para15_2, para15_3 } from './model-code-2008/para15-register.js';
import { WELSH_GIFT_CASES } from './model-code-2008/para17-gifts.cases.js';
import { para17 } from './model-code-2008/para17-gifts.js';

export type { WelshAuthorityKind, ExemptBusiness, ExemptionFacts } from './model-code-2008/exemption.js';
export type { PersonalFacts } from './model-code-2008/para10-personal-interest.js';
export type { PrejudiceFacts } from './model-code-2008/para12-prejudicial.js';
export type { ScrutinyFacts } from './model-code-2008/para13-own-decision.js';
export type {
  WelshDispensation,
  WelshMeetingAnswer,
  WelshMeetingFacts,
} from './model-code-2008/para14-withdraw.js';
export type { Registering, RegisteringFacts } from './model-code-2008/para15-6-first-disclosure.js';
export type { ChangeFacts, ElectionFacts } from './model-code-2008/para15-register.js';
export type { WelshGiftFacts } from './model-code-2008/para17-gifts.js';
export type {
  ProhibitedWhipAnswer,
  ProhibitedWhipFacts,
} from './local-government-measure-2011/s78-party-whip.js';
export { s78 } from './local-government-measure-2011/s78-party-whip.js';
export { para12_3 } from './model-code-2008/exemption.js';
export { para10 } from './model-code-2008/para10-personal-interest.js';
export { para11 } from './model-code-2008/para11-disclose.js';
export { EXEMPTIONS, para12_2 } from './model-code-2008/para12-2-exemptions.js';
export { para12 } from './model-code-2008/para12-prejudicial.js';
export { para13 } from './model-code-2008/para13-own-decision.js';
export { para14, para14_2, para14_2A } from './model-code-2008/para14-withdraw.js';
export { para15_5 } from './model-code-2008/para15-5-community-councils.js';
export { para15, para15_6 } from './model-code-2008/para15-6-first-disclosure.js';
export { para15_1, para15_2, para15_3 } from './model-code-2008/para15-register.js';
export { para17 } from './model-code-2008/para17-gifts.js';

/** Every version of every rule for Wales: the mandatory model code, in the order of its paragraphs, and the Measure. */
export const WALES_RULES: readonly SomeRule[] = [
  para10,
  para11,
  para12,
  para12_2,
  ...EXEMPTIONS,
  para12_3,
  para13,
  para14,
  para14_2,
  para14_2A,
  para15,
  para15_1,
  para15_2,
  para15_3,
  para15_5,
  para15_6,
  para17,
  s78,
];

/** The worked cases of these rules. */
export const WALES_CASE_TABLES: readonly SomeCaseTable[] = [
  PREJUDICIAL_CASES,
  SERVICE_EXEMPTION_CASES,
  BODY_EXEMPTION_CASES,
  WELSH_MEETING_CASES,
  ELECTION_CASES,
  CHANGE_CASES,
  FIRST_DISCLOSURE_CASES,
  WELSH_GIFT_CASES,
  PROHIBITED_WHIP_CASES,
];
