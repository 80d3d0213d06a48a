import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { OFFENCE_COLUMNS, offenceInShort } from './offence-in-short.js';
import type { OffenceAnswer } from './s34-1-offence.js';
import { s34_1OnTakingOffice } from './s34-1-on-taking-office.js';
import type { NotifyingConductFacts } from './s34-1-on-taking-office.js';

/** Never notified: every fact known. */
const notNotified = {
  person: 'member',
  isDpi: true,
  heldOnTakingOffice: true,
  enteredAlready: false,
  notifiedInTime: false,
  reasonableExcuse: false,
} as const satisfies NotifyingConductFacts;
const midTerm = { ...notNotified, heldOnTakingOffice: false };
const OWED = 'held-on-taking-office, did-not-notify-as-required, no-reasonable-excuse';
const MID_TERM = 'acquired-in-mid-term, kept-the-duties-to-tell, no-offence';

export const NOTIFYING_OFFENCE_CASES: CaseTable<NotifyingConductFacts, OffenceAnswer, readonly string[]> = {
  title: 'Not notifying, where no meeting comes into it',
  rules: [s34_1OnTakingOffice.id],
  columns: OFFENCE_COLUMNS,
  decide: (facts) => s34_1OnTakingOffice.decide(facts, civilDate('2017-12-01')),
  summary: offenceInShort,
  cases: [
    {
      name: 'an interest held on taking office, and not notified by the last day',
      facts: notNotified,
      expected: ['true', 'true', OWED],
    },
    {
      name: 'notified in time',
      facts: { ...notNotified, notifiedInTime: true },
      expected: ['false', 'false', 'kept-the-duties-to-tell, no-offence'],
    },
    {
      name: 'entered already, from an earlier term',
      facts: { ...notNotified, enteredAlready: true },
      expected: ['false', 'false', 'entered-already-so-not-owed, kept-the-duties-to-tell, no-offence'],
    },
    {
      name: 'acquired in mid-term and not notified: for the code alone',
      facts: midTerm,
      expected: ['false', 'true', MID_TERM],
    },
    {
      name: 'acquired in mid-term and notified',
      facts: { ...midTerm, notifiedInTime: true },
      expected: ['false', 'false', MID_TERM],
    },
    {
      name: 'an interest that only a code knows',
      facts: { ...notNotified, isDpi: false },
      expected: ['false', 'true', 'not-a-dpi, kept-the-duties-to-tell, no-offence'],
    },
    {
      name: 'a co-opted person with no vote at all',
      facts: { ...notNotified, person: 'co-opted-no-vote' },
      expected: ['false', 'true', 'has-no-vote-at-all, kept-the-duties-to-tell, no-offence'],
    },
    {
      name: 'with a reasonable excuse',
      facts: { ...notNotified, reasonableExcuse: true },
      expected: ['false', 'true', 'reasonable-excuse'],
    },
    {
      name: 'whether there was an excuse is not known, and decides',
      facts: { ...notNotified, reasonableExcuse: undefined },
      expected: ['? reasonableExcuse', 'true', ''],
    },
    {
      name: 'while the 28 days run it cannot be told',
      facts: { ...notNotified, notifiedInTime: undefined },
      expected: ['? notifiedInTime', '? notifiedInTime', ''],
    },
    {
      name: 'when it was acquired is not known, and decides',
      facts: { ...notNotified, heldOnTakingOffice: undefined },
      expected: ['? heldOnTakingOffice', 'true', ''],
    },
    {
      name: 'whether it was entered is not known, and decides',
      facts: { ...notNotified, enteredAlready: undefined },
      expected: ['? enteredAlready', '? enteredAlready', ''],
    },
  ],
};
