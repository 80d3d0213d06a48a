import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Case } from '../../case-table.js';
import type { InterestAnswer, TakingOfficeFacts } from '../../facts.js';
import type { Point } from '../../point.js';
import type { TakingOffice } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import { londonDateOf } from '../../time/london.js';
import { REQUIRED_CATEGORIES } from '../required-categories.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';

const TOOK_OFFICE = civilDate('2017-05-08');
const LAST_DAY = civilDate('2017-06-04');
const DAY_AFTER = civilDate('2017-06-05');
const LONG_AFTER = civilDate('2017-12-01');

/** A councillor in their first term, in office, who has said of each category whether they hold anything. */
const inOffice = {
  person: 'member',
  becameMemberOn: TOOK_OFFICE,
  returning: false,
  leftOfficeOn: null,
} as const satisfies TakingOfficeFacts;

const home = { category: 'land', heldBy: 'self', answer: 'holds', inRegister: false } as const;

function nothingButLand(receivedOn: InterestAnswer['receivedOn']): readonly InterestAnswer[] {
  return REQUIRED_CATEGORIES.flatMap(({ category, asksPartner }) =>
    (asksPartner ? (['self', 'partner'] as const) : (['self'] as const)).map((heldBy) => ({
      category,
      heldBy,
      answer: 'nothing' as const,
      receivedOn,
    })),
  ).filter(({ category, heldBy }) => category !== 'land' || heldBy !== 'self');
}

function answered(receivedOn: InterestAnswer['receivedOn']): readonly InterestAnswer[] {
  return [{ ...home, receivedOn }, ...nothingButLand(receivedOn)];
}

interface Expected {
  readonly kind: string;
  readonly point: Point;
  readonly lastDay?: string;
  readonly question?: string;
  readonly received?: 'in-time' | 'late';
}

function summary({ conclusion, received }: TakingOffice): Expected {
  const [first] = conclusion.reasons;
  return {
    kind: conclusion.kind,
    point: first?.point ?? 'not-a-dpi',
    ...(conclusion.kind === 'owed' ? { lastDay: conclusion.lastDay } : {}),
    ...(conclusion.kind === 'cannot-tell' ? { question: conclusion.question } : {}),
    ...(conclusion.kind === 'cannot-tell' && conclusion.lastDayIfOwed
      ? { lastDay: conclusion.lastDayIfOwed }
      : {}),
    ...(received ? { received } : {}),
  };
}

const FIRST_TERM: readonly Case<TakingOfficeFacts, Expected>[] = [
  {
    name: 'somebody who holds an interest and has not notified it owes that by the 28th day, the first included',
    facts: { ...inOffice, answers: [{ ...home, receivedOn: null }] },
    expected: { kind: 'owed', point: 'holds-and-has-not-notified', lastDay: LAST_DAY },
  },
  {
    name: 'somebody who has said nothing is not in breach: it cannot be told, and the last day is shown',
    facts: { ...inOffice, answers: [] },
    expected: { kind: 'cannot-tell', point: 'has-not-answered', question: 'answers', lastDay: LAST_DAY },
  },
  {
    name: 'one category left unanswered is enough that it cannot be told',
    facts: { ...inOffice, answers: answered(LAST_DAY).slice(0, -1) },
    expected: {
      kind: 'cannot-tell',
      point: 'has-not-answered',
      question: 'answers',
      lastDay: LAST_DAY,
      received: 'in-time',
    },
  },
  {
    name: 'a nil return in every category leaves nothing owed',
    facts: { ...inOffice, answers: nothingButLand(LONG_AFTER), nothingElse: true },
    expected: { kind: 'not-owed', point: 'holds-nothing' },
  },
  {
    name: 'received on the last day is in time',
    facts: { ...inOffice, answers: answered(LAST_DAY) },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'received the day after is late',
    facts: { ...inOffice, answers: answered(DAY_AFTER) },
    expected: { kind: 'not-owed', point: 'notified-late', received: 'late' },
  },
  {
    name: 'received at 22:59 UTC on 4 June is before midnight in London, and in time',
    facts: { ...inOffice, answers: answered(londonDateOf(new Date('2017-06-04T22:59:00Z'))) },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'received at 23:30 UTC on 4 June is 5 June in London, and late',
    facts: { ...inOffice, answers: answered(londonDateOf(new Date('2017-06-04T23:30:00Z'))) },
    expected: { kind: 'not-owed', point: 'notified-late', received: 'late' },
  },
  {
    name: 'an interest added years later does not make the first notification late',
    facts: {
      ...inOffice,
      answers: [...answered(LAST_DAY), { ...home, receivedOn: civilDate('2019-03-01') }],
    },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'a category answered "nothing" in time and "holds" later was not late',
    facts: {
      ...inOffice,
      answers: [
        ...answered(LAST_DAY),
        { category: 'employment', heldBy: 'self', answer: 'holds', inRegister: true, receivedOn: LONG_AFTER },
      ],
    },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'an earlier arguable start does not make a notification late',
    facts: { ...inOffice, earlierArguableStart: civilDate('2017-05-04'), answers: answered(LAST_DAY) },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
];

const WHO_AND_WHEN: readonly Case<TakingOfficeFacts, Expected>[] = [
  {
    name: 'a co-optee without any vote is outside the Act',
    facts: { ...inOffice, person: 'co-opted-no-vote', answers: [] },
    expected: { kind: 'not-owed', point: 'has-no-vote-at-all' },
  },
  {
    name: 'a parent governor who votes on education only is covered',
    facts: { ...inOffice, person: 'co-opted-education', answers: [{ ...home, receivedOn: null }] },
    expected: { kind: 'owed', point: 'holds-and-has-not-notified', lastDay: LAST_DAY },
  },
  {
    name: 'leaving office before notifying closes the clock without a finding',
    facts: { ...inOffice, leftOfficeOn: civilDate('2017-05-20'), answers: [{ ...home, receivedOn: null }] },
    expected: { kind: 'not-owed', point: 'left-office' },
  },
  {
    name: 'leaving office on the day asked about closes it already',
    facts: { ...inOffice, leftOfficeOn: LONG_AFTER, answers: [{ ...home, receivedOn: null }] },
    expected: { kind: 'not-owed', point: 'left-office' },
  },
  {
    name: 'leaving office in the future changes nothing yet',
    facts: { ...inOffice, leftOfficeOn: civilDate('2021-05-09'), answers: [{ ...home, receivedOn: null }] },
    expected: { kind: 'owed', point: 'holds-and-has-not-notified', lastDay: LAST_DAY },
  },
  {
    name: 'not knowing whether the person has left, it cannot be told whether the duty still stands',
    facts: { ...inOffice, leftOfficeOn: undefined, answers: [{ ...home, receivedOn: null }] },
    expected: { kind: 'cannot-tell', point: 'has-not-answered', question: 'leftOfficeOn', lastDay: LAST_DAY },
  },
  {
    name: 'without the day of taking office there is no last day to name',
    facts: { ...inOffice, becameMemberOn: undefined, answers: [] },
    expected: { kind: 'cannot-tell', point: 'has-not-answered', question: 'becameMemberOn' },
  },
  {
    name: 'before taking office nothing is owed',
    facts: { ...inOffice, becameMemberOn: civilDate('2018-05-08'), answers: [] },
    expected: { kind: 'not-owed', point: 'not-yet-in-office' },
  },
];

const entered = { ...home, inRegister: true, receivedOn: civilDate('2013-05-20') };
const pending = { ...home, inRegister: false, receivedOn: civilDate('2017-03-01') };
const returned = { ...inOffice, returning: true } as const;

const RE_ELECTED: readonly Case<TakingOfficeFacts, Expected>[] = [
  {
    name: 'with everything entered already there is nothing to notify again',
    facts: { ...returned, answers: [entered], nothingElse: true },
    expected: { kind: 'not-owed', point: 'all-entered-already' },
  },
  {
    name: 'old entries do not answer for what was acquired since',
    facts: { ...returned, answers: [entered] },
    expected: { kind: 'cannot-tell', point: 'has-not-answered', question: 'answers', lastDay: LAST_DAY },
  },
  {
    name: 'a notification still pending from before is not an entry, and is confirmed again',
    facts: { ...returned, answers: [pending], nothingElse: true },
    expected: { kind: 'owed', point: 'pending-at-re-election', lastDay: LAST_DAY },
  },
  {
    name: 'a notification still pending from before asks for nothing once the whole form is given again in time',
    facts: { ...returned, answers: [pending, ...answered(civilDate('2017-05-10'))] },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'nor once “nothing” is answered in the new term',
    facts: {
      ...returned,
      answers: [
        pending,
        ...nothingButLand(civilDate('2017-05-10')),
        { ...home, answer: 'nothing', receivedOn: civilDate('2017-05-10') },
      ],
    },
    expected: { kind: 'not-owed', point: 'holds-nothing' },
  },
  {
    name: 'the same pending notification is enough in a first term',
    facts: { ...inOffice, answers: [pending], nothingElse: true },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'a new interest notified in time is in time',
    facts: {
      ...returned,
      answers: [entered, { ...home, category: 'securities', receivedOn: LAST_DAY }],
      nothingElse: true,
    },
    expected: { kind: 'not-owed', point: 'notified-in-time', received: 'in-time' },
  },
  {
    name: 'a new interest notified a day late is late',
    facts: {
      ...returned,
      answers: [entered, { ...home, category: 'securities', receivedOn: DAY_AFTER }],
      nothingElse: true,
    },
    expected: { kind: 'not-owed', point: 'notified-late', received: 'late' },
  },
];

const decide = (facts: TakingOfficeFacts): TakingOffice => s30_1.decide(facts, LONG_AFTER);
caseTable({ title: 's.30(1) in a first term', decide, summary, cases: FIRST_TERM });
caseTable({ title: 's.30(1): who, and from when', decide, summary, cases: WHO_AND_WHEN });
caseTable({ title: 's.30(2) on re-election', decide, summary, cases: RE_ELECTED });

caseTable<TakingOfficeFacts, TakingOffice, unknown>({
  title: 's.30(1): the clock',
  decide: (facts) => s30_1.decide(facts, LONG_AFTER),
  summary: ({ clock, unanswered }) => ({ ...clock, unanswered: unanswered.length }),
  cases: [
    {
      name: 'counts from taking office and chases from polling day',
      facts: { ...inOffice, earlierArguableStart: civilDate('2017-05-04'), answers: answered(LAST_DAY) },
      expected: {
        startsOn: '2017-05-08',
        lastDay: '2017-06-04',
        chaseFrom: '2017-05-04',
        chaseBy: '2017-05-31',
        unanswered: 0,
      },
    },
    {
      name: 'asks about seven categories, and about the partner in six of them',
      facts: { ...inOffice, answers: [] },
      expected: {
        startsOn: '2017-05-08',
        lastDay: '2017-06-04',
        chaseFrom: '2017-05-08',
        chaseBy: '2017-06-04',
        unanswered: 13,
      },
    },
  ],
});
