import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { clockStops } from './s30-1-clock-stops.js';
import type { ClockStop, ClockStopFacts } from './s30-1-clock-stops.js';
import { valueInShort } from './finding-in-short.js';
import { s31_3 } from './s31-3-notify-after-disclosure.js';
import { s31_7 } from './s31-7-notify-when-aware.js';

export const LAST_DAY = civilDate('2021-06-06');
const MORROW = civilDate('2021-06-07');
const LONG_AFTER = civilDate('2021-07-01');

type Asked = ClockStopFacts & { readonly askedOn: typeof LAST_DAY };
const onTakingOffice = { notifiedFor: 'taking-office', lastDay: LAST_DAY, askedOn: LONG_AFTER } as const;

export const CLOCK_STOPS_CASES: CaseTable<Asked, Finding<ClockStop>, readonly string[]> = {
  title: 'What stops a clock whose last day is 6 June 2021',
  rules: [clockStops.id, s31_3.id, s31_7.id],
  columns: ['Was', 'Because'],
  decide: ({ askedOn, ...facts }) => clockStops.decide(facts, askedOn),
  summary: (finding) => [valueInShort(finding), finding.reasons[0]?.point ?? ''],
  always: ['notifiedFor', 'lastDay', 'askedOn'],
  cases: [
    {
      name: 'received on the last day',
      facts: { ...onTakingOffice, receivedByOfficerOn: LAST_DAY },
      expected: ['in-time', 'notified-in-time'],
    },
    {
      name: 'received the day after',
      facts: { ...onTakingOffice, receivedByOfficerOn: MORROW },
      expected: ['late', 'notified-late'],
    },
    {
      name: 'received the day after, and asked about that day',
      facts: { ...onTakingOffice, receivedByOfficerOn: MORROW, askedOn: MORROW },
      expected: ['late', 'notified-late'],
    },
    {
      name: 'received long after, and asked about the day before: nothing had come',
      facts: { ...onTakingOffice, receivedByOfficerOn: LONG_AFTER, askedOn: MORROW },
      expected: ['late', 'last-day-passed-without-receipt'],
    },
    {
      name: 'not received, on the last day',
      facts: { ...onTakingOffice, receivedByOfficerOn: null, askedOn: LAST_DAY },
      expected: ['still-running', 'clock-still-running'],
    },
    {
      name: 'not received, the day after',
      facts: { ...onTakingOffice, receivedByOfficerOn: null, askedOn: MORROW },
      expected: ['late', 'last-day-passed-without-receipt'],
    },
    {
      name: 'after a meeting it is the same',
      facts: { ...onTakingOffice, notifiedFor: 'meeting', receivedByOfficerOn: LAST_DAY },
      expected: ['in-time', 'notified-in-time'],
    },
    {
      name: 'alone with a matter it is the same',
      facts: { ...onTakingOffice, notifiedFor: 'acting-alone', receivedByOfficerOn: MORROW },
      expected: ['late', 'notified-late'],
    },
    {
      name: 'whether it was received is not known: that is the question',
      facts: onTakingOffice,
      expected: ['? receivedByOfficerOn', 'notified-in-time'],
    },
  ],
};
