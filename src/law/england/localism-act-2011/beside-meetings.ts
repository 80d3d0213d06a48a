import type { SomeCaseTable } from '../../case-table.js';
import type { SomeRule } from '../../rule.js';
import { KEEP_ENTRY_CASES } from './s29-3-keep-the-entry.cases.js';
import { s29_3 } from './s29-3-keep-the-entry.js';
import { MONITORING_OFFICER_CASES } from './s29-4-monitoring-officer.cases.js';
import { s29_4 } from './s29-4-monitoring-officer.js';
import { PUBLICATION_CASES } from './s29-5-publish-the-register.cases.js';
import { s29_5 } from './s29-5-publish-the-register.js';
import { AFTER_NOTIFICATION_CASES } from './s30-1-after-the-notification.cases.js';
import { afterTheNotification } from './s30-1-after-the-notification.js';
import { CLOCK_STOPS_CASES } from './s30-1-clock-stops.cases.js';
import { clockStops } from './s30-1-clock-stops.js';
import { RECEIVED_CASES } from './s30-1-received.cases.js';
import { notified } from './s30-1-received.js';
import { AWARENESS_CASES } from './s31-1-awareness.cases.js';
import { awareness } from './s31-1-awareness.js';
import { PENDING_CASES } from './s31-11-pending.cases.js';
import { s31_11 } from './s31-11-pending.js';
import { ACTING_ALONE_CASES } from './s31-6-acting-alone.cases.js';
import { s31_6 } from './s31-6-acting-alone.js';
import { NOTIFY_WHEN_AWARE_CASES } from './s31-7-notify-when-aware.cases.js';
import { s31_7 } from './s31-7-notify-when-aware.js';
import { NO_STEPS_CASES } from './s31-8-no-steps.cases.js';
import { s31_8 } from './s31-8-no-steps.js';
import { ENTER_CASES } from './s31-9-enter-what-is-notified.cases.js';
import { s31_9 } from './s31-9-enter-what-is-notified.js';
import { TWO_KEYS_CASES } from './s32-1-two-keys.cases.js';
import { s32_1 } from './s32-1-two-keys.js';
import { PUBLIC_VERSION_CASES } from './s32-2-public-version.cases.js';
import { s32_2 } from './s32-2-public-version.js';
import { ADDRESS_PRACTICE_CASES } from './s32a-before-commencement.cases.js';
import { addressPractice } from './s32a-before-commencement.js';
import { WHO_GRANTS_CASES } from './s33-1-who-grants.cases.js';
import { whoGrants } from './s33-1-who-grants.js';
import { GRANT_CASES } from './s33-2-grant.cases.js';
import { s33_2 } from './s33-2-grant.js';
import { GROUNDS_CASES } from './s33-2-grounds.cases.js';
import { grounds } from './s33-2-grounds.js';
import { NOT_RETROSPECTIVE_CASES } from './s33-3-period.cases.js';
import { notRetrospective } from './s33-3-period.js';

/** The Chapter beside the meeting itself. s.32A is not among them: it exists only from a day that is a setting. */
export const BESIDE_MEETINGS_RULES: readonly SomeRule[] = [
  s29_3,
  s29_4,
  s29_5,
  notified,
  clockStops,
  afterTheNotification,
  awareness,
  s31_6,
  s31_7,
  s31_8,
  s31_9,
  s31_11,
  s32_1,
  s32_2,
  addressPractice,
  whoGrants,
  s33_2,
  grounds,
  notRetrospective,
];

export const BESIDE_MEETINGS_CASE_TABLES: readonly SomeCaseTable[] = [
  KEEP_ENTRY_CASES,
  MONITORING_OFFICER_CASES,
  PUBLICATION_CASES,
  RECEIVED_CASES,
  CLOCK_STOPS_CASES,
  AFTER_NOTIFICATION_CASES,
  AWARENESS_CASES,
  ACTING_ALONE_CASES,
  NOTIFY_WHEN_AWARE_CASES,
  NO_STEPS_CASES,
  ENTER_CASES,
  PENDING_CASES,
  TWO_KEYS_CASES,
  PUBLIC_VERSION_CASES,
  ADDRESS_PRACTICE_CASES,
  WHO_GRANTS_CASES,
  GRANT_CASES,
  GROUNDS_CASES,
  NOT_RETROSPECTIVE_CASES,
];
