import type { SomeCaseTable } from '../../case-table.js';
import type { SomeRule } from '../../rule.js';
import { s34_1ActingAlone } from './s34-1-acting-alone.js';
import { ACTING_ALONE_OFFENCE_CASES } from './s34-1-acting-alone.cases.js';
import { s34_1AtMeeting } from './s34-1-at-a-meeting.js';
import { DISPENSED_OFFENCE_CASES, TAKING_PART_OFFENCE_CASES } from './s34-1-at-a-meeting.cases.js';
import { s34_1OnTakingOffice } from './s34-1-on-taking-office.js';
import { NOTIFYING_OFFENCE_CASES } from './s34-1-on-taking-office.cases.js';
import { TELLING_OFFENCE_CASES } from './s34-1-telling-a-meeting.cases.js';
import { s34_2 } from './s34-2-false-information.js';
import { FALSE_INFORMATION_CASES } from './s34-2-false-information.cases.js';
import { S34_3 } from './s34-3-fine.js';
import { FINE_CASES } from './s34-3-fine.cases.js';
import { s34_4 } from './s34-4-disqualification.js';
import { DISQUALIFICATION_CASES } from './s34-4-disqualification.cases.js';
import { s34_5 } from './s34-5-prosecutor.js';
import { PROSECUTOR_CASES } from './s34-5-prosecutor.cases.js';
import { s34_6 } from './s34-6-time-limits.js';
import { TIME_LIMIT_CASES, UNKNOWN_TIME_LIMIT_CASES } from './s34-6-time-limits.cases.js';

/** s.34: offences, what can follow, and who may bring proceedings until when. The fine is here in both its versions. */
export const OFFENCE_RULES: readonly SomeRule[] = [
  s34_1OnTakingOffice,
  s34_1AtMeeting,
  s34_1ActingAlone,
  s34_2,
  ...S34_3,
  s34_4,
  s34_5,
  s34_6,
];

export const OFFENCE_CASE_TABLES: readonly SomeCaseTable[] = [
  NOTIFYING_OFFENCE_CASES,
  TAKING_PART_OFFENCE_CASES,
  DISPENSED_OFFENCE_CASES,
  TELLING_OFFENCE_CASES,
  ACTING_ALONE_OFFENCE_CASES,
  FALSE_INFORMATION_CASES,
  FINE_CASES,
  DISQUALIFICATION_CASES,
  PROSECUTOR_CASES,
  TIME_LIMIT_CASES,
  UNKNOWN_TIME_LIMIT_CASES,
];
