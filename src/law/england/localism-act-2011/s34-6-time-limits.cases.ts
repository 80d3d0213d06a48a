import type { Case, CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s34_6 } from './s34-6-time-limits.js';
import type { ProceedingsAnswer, ProceedingsFacts } from './s34-6-time-limits.js';

/** An offence that was over at once, known of some months later: every fact known. */
const offence = {
  offenceOn: civilDate('2022-09-01'),
  continuing: false,
  lastContinuedOn: null,
  evidenceKnownOn: civilDate('2023-01-10'),
  certifiedOn: null,
  proceedingsOn: civilDate('2024-01-09'),
} as const satisfies ProceedingsFacts;
const knownLate = { ...offence, offenceOn: civilDate('2020-01-15') };
const goingOn = { ...knownLate, continuing: true };
const WITHIN = 'twelve-months-from-evidence, three-years-from-offence';

/** Where the answer is open, the days or answers that it lies between. */
function inShort(finding: Finding<unknown>): string {
  const open = finding.kind === 'cannot-tell' ? `: ${finding.couldBe.join(' or ')}` : '';
  return `${findingInShort(finding)}${open}`;
}

type Cases = readonly Case<ProceedingsFacts, readonly string[]>[];

const BOTH_LIMITS: Cases = [
  {
    name: 'on the last of the twelve months that begin with the day of knowing',
    facts: offence,
    expected: ['2024-01-09', 'true', WITHIN],
  },
  {
    name: 'on the day after',
    facts: { ...offence, proceedingsOn: civilDate('2024-01-10') },
    expected: ['2024-01-09', 'false', 'twelve-months-have-passed'],
  },
  {
    name: 'on the third anniversary of an offence that was known of late',
    facts: { ...knownLate, proceedingsOn: civilDate('2023-01-15') },
    expected: ['2023-01-15', 'true', WITHIN],
  },
  {
    name: 'on the day after that anniversary, within the twelve months',
    facts: { ...knownLate, proceedingsOn: civilDate('2023-01-16') },
    expected: ['2023-01-15', 'false', 'three-years-have-passed'],
  },
  {
    name: 'after both',
    facts: { ...knownLate, proceedingsOn: civilDate('2024-01-10') },
    expected: ['2023-01-15', 'false', 'twelve-months-have-passed, three-years-have-passed'],
  },
  {
    name: 'on the last of the twelve months, when the three years are over',
    facts: knownLate,
    expected: ['2023-01-15', 'false', 'three-years-have-passed'],
  },
  {
    name: 'on the third anniversary, when the twelve months are over',
    facts: { ...offence, proceedingsOn: civilDate('2025-09-01') },
    expected: ['2024-01-09', 'false', 'twelve-months-have-passed'],
  },
  {
    name: 'of an offence on a leap day, three years later',
    facts: {
      ...offence,
      offenceOn: civilDate('2020-02-29'),
      evidenceKnownOn: civilDate('2022-12-01'),
      proceedingsOn: civilDate('2023-03-01'),
    },
    expected: ['2023-02-28', 'false', 'three-years-have-passed'],
  },
  {
    name: 'where a certificate states another day of knowing',
    facts: { ...offence, certifiedOn: civilDate('2023-02-01'), proceedingsOn: civilDate('2024-01-31') },
    expected: [
      '2024-01-31',
      'true',
      'twelve-months-from-evidence, certificate-is-conclusive, three-years-from-offence',
    ],
  },
  {
    name: 'of an offence that went on, counted from its last day',
    facts: { ...goingOn, lastContinuedOn: civilDate('2020-06-30'), proceedingsOn: civilDate('2023-06-30') },
    expected: ['2023-06-30', 'true', WITHIN],
  },
  {
    name: 'of an offence that still goes on: only the twelve months run',
    facts: goingOn,
    expected: ['2024-01-09', 'true', 'twelve-months-from-evidence, still-continuing'],
  },
];

const UNKNOWN: Cases = [
  {
    name: 'when proceedings are brought is not known: there is a last day all the same',
    facts: { ...offence, proceedingsOn: undefined },
    expected: ['2024-01-09', '? proceedingsOn: true or false', ''],
  },
  {
    name: 'when the evidence was known is not known, and decides',
    facts: { ...offence, evidenceKnownOn: undefined },
    expected: ['? evidenceKnownOn: 2023-08-31 or 2025-09-01', '? evidenceKnownOn: true or false', ''],
  },
  {
    name: 'whenever it was known, within twelve months of the offence is in time',
    facts: { ...offence, evidenceKnownOn: undefined, proceedingsOn: civilDate('2023-08-31') },
    expected: ['? evidenceKnownOn: 2023-08-31 or 2025-09-01', 'true', WITHIN],
  },
  {
    name: 'whenever it was known, more than three years after the offence is too late',
    facts: { ...offence, evidenceKnownOn: undefined, proceedingsOn: civilDate('2025-09-02') },
    expected: ['? evidenceKnownOn: 2023-08-31 or 2025-09-01', 'false', 'three-years-have-passed'],
  },
  {
    name: 'whether there is a certificate is not known, and decides',
    facts: { ...offence, certifiedOn: undefined },
    expected: ['? certifiedOn: 2023-08-31 or 2025-09-01', '? certifiedOn: true or false', ''],
  },
  {
    name: 'whether a recent offence went on does not matter, because the twelve months end first',
    facts: { ...offence, continuing: undefined },
    expected: ['2024-01-09', 'true', WITHIN],
  },
  {
    name: 'whether the offence went on is not known, and decides where it was known of late',
    facts: { ...knownLate, continuing: undefined },
    expected: ['? continuing: 2023-01-15 or 2024-01-09', '? continuing: true or false', ''],
  },
  {
    name: 'when an offence that went on ended is not known, and decides',
    facts: { ...goingOn, lastContinuedOn: undefined },
    expected: ['? lastContinuedOn: 2023-01-15 or 2024-01-09', '? lastContinuedOn: true or false', ''],
  },
  {
    name: 'the day of the offence is not known, and decides',
    facts: { ...offence, offenceOn: undefined },
    expected: ['? offenceOn: 2015-07-01 or 2024-01-09', '? offenceOn: true or false', ''],
  },
  {
    name: 'nothing is known',
    facts: {},
    expected: ['? evidenceKnownOn: 2013-06-30 or 2016-06-30', '? proceedingsOn: true or false', ''],
  },
];

const table = (
  title: string,
  cases: Cases,
): CaseTable<ProceedingsFacts, ProceedingsAnswer, readonly string[]> => ({
  title,
  rules: [s34_6.id],
  columns: ['Last day to bring proceedings', 'Brought in time', 'Why'],
  decide: (facts) => s34_6.decide(facts, civilDate('2024-06-01')),
  summary: ({ lastDay, inTime }) => [inShort(lastDay), inShort(inTime), whyInShort(inTime)],
  cases,
});

export const TIME_LIMIT_CASES = table('Proceedings brought', BOTH_LIMITS);
export const UNKNOWN_TIME_LIMIT_CASES = table('Proceedings, with something not known', UNKNOWN);
