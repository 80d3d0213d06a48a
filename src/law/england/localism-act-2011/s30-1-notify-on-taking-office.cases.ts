import type { Case, CaseTable } from '../../case-table.js';
import type { TakingOfficeFacts } from '../../facts.js';
import type { TakingOffice } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import { londonDateOf } from '../../time/london.js';
import {
  DAY_AFTER,
  DUTY_COLUMNS,
  LAST_DAY,
  LONG_AFTER,
  dutyInShort,
  home,
  nothingButLand,
  ordinaryTerm,
  wholeForm,
} from '../ordinary-term.js';
import { s27_4 } from './s27-4-co-opted-member.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';

type Table = CaseTable<TakingOfficeFacts, TakingOffice, readonly string[]>;
type Cases = readonly Case<TakingOfficeFacts, readonly string[]>[];

const IN_TIME = ['false', LAST_DAY, 'in-time', 'notified-in-time'];
const LATE = ['false', LAST_DAY, 'late', 'notified-late'];
const OWED = ['true', LAST_DAY, 'null', 'holds-and-has-not-notified'];

const IN_A_FIRST_TERM: Cases = [
  {
    name: 'somebody who holds an interest and has not notified it owes that by the 28th day, the first included',
    facts: { ...ordinaryTerm, answers: [{ ...home, receivedOn: null }] },
    expected: OWED,
  },
  {
    name: 'somebody who has said nothing is not in breach: it cannot be told, and the last day is shown',
    facts: { ...ordinaryTerm, answers: [] },
    expected: ['? answers', LAST_DAY, 'null', 'has-not-answered'],
  },
  {
    name: 'one category left unanswered is enough that it cannot be told',
    facts: { ...ordinaryTerm, answers: wholeForm(LAST_DAY).slice(0, -1) },
    expected: ['? answers', LAST_DAY, 'in-time', 'has-not-answered'],
  },
  {
    name: 'a nil return in every category leaves nothing owed',
    facts: { ...ordinaryTerm, answers: nothingButLand(LONG_AFTER), nothingElse: true },
    expected: ['false', 'null', 'null', 'holds-nothing'],
  },
  {
    name: 'received on the last day is in time',
    facts: { ...ordinaryTerm, answers: wholeForm(LAST_DAY) },
    expected: IN_TIME,
  },
  {
    name: 'received the day after is late',
    facts: { ...ordinaryTerm, answers: wholeForm(DAY_AFTER) },
    expected: LATE,
  },
  {
    name: 'received at 22:59 UTC on 4 June is before midnight in London, and in time',
    facts: { ...ordinaryTerm, answers: wholeForm(londonDateOf(new Date('2017-06-04T22:59:00Z'))) },
    expected: IN_TIME,
  },
  {
    name: 'received at 23:30 UTC on 4 June is 5 June in London, and late',
    facts: { ...ordinaryTerm, answers: wholeForm(londonDateOf(new Date('2017-06-04T23:30:00Z'))) },
    expected: LATE,
  },
  {
    name: 'an interest added years later does not make the first notification late',
    facts: {
      ...ordinaryTerm,
      answers: [...wholeForm(LAST_DAY), { ...home, receivedOn: civilDate('2019-03-01') }],
    },
    expected: IN_TIME,
  },
  {
    name: 'a category answered “nothing” in time and “holds” later was not late',
    facts: {
      ...ordinaryTerm,
      answers: [
        ...wholeForm(LAST_DAY),
        { category: 'employment', heldBy: 'self', answer: 'holds', inRegister: true, receivedOn: LONG_AFTER },
      ],
    },
    expected: IN_TIME,
  },
  {
    name: 'an earlier arguable start does not make a notification late',
    facts: {
      ...ordinaryTerm,
      earlierArguableStart: civilDate('2017-05-04'),
      answers: wholeForm(LAST_DAY),
    },
    expected: IN_TIME,
  },
];

const unnotified = { ...ordinaryTerm, answers: [{ ...home, receivedOn: null }] };
const WHO_AND_WHEN: Cases = [
  {
    name: 'a co-optee without any vote is outside the Act',
    facts: { ...ordinaryTerm, person: 'co-opted-no-vote', answers: [] },
    expected: ['false', 'null', 'null', 'has-no-vote-at-all'],
  },
  {
    name: 'a parent governor who votes on education only is covered',
    facts: { ...unnotified, person: 'co-opted-education' },
    expected: OWED,
  },
  {
    name: 'whether the person votes on anything is not known',
    facts: { ...unnotified, person: undefined },
    expected: ['? person', LAST_DAY, 'null', 'has-not-answered'],
  },
  {
    name: 'leaving office before notifying closes the clock without a finding',
    facts: { ...unnotified, leftOfficeOn: civilDate('2017-05-20') },
    expected: ['false', 'null', 'null', 'left-office'],
  },
  {
    name: 'leaving office on the day asked about closes it already',
    facts: { ...unnotified, leftOfficeOn: LONG_AFTER },
    expected: ['false', 'null', 'null', 'left-office'],
  },
  {
    name: 'leaving office in the future changes nothing yet',
    facts: { ...unnotified, leftOfficeOn: civilDate('2021-05-09') },
    expected: OWED,
  },
  {
    name: 'not knowing whether the person has left, it cannot be told whether the duty still stands',
    facts: { ...unnotified, leftOfficeOn: undefined },
    expected: ['? leftOfficeOn', LAST_DAY, 'null', 'has-not-answered'],
  },
  {
    name: 'without the day of taking office there is no last day to name',
    facts: { ...ordinaryTerm, becameMemberOn: undefined, answers: [] },
    expected: ['? becameMemberOn', 'null', 'null', 'has-not-answered'],
  },
  {
    name: 'before taking office nothing is owed',
    facts: { ...ordinaryTerm, becameMemberOn: civilDate('2018-05-08'), answers: [] },
    expected: ['false', 'null', 'null', 'not-yet-in-office'],
  },
];

/** Asked about on a day long after the last one. */
const decide = (facts: TakingOfficeFacts): TakingOffice => s30_1.decide(facts, LONG_AFTER);
const shape = { columns: DUTY_COLUMNS, decide, summary: dutyInShort };

export const FIRST_TERM_CASES: Table = {
  title: 'Taking office on 8 May 2017 for a first term',
  rules: [s30_1.id],
  ...shape,
  cases: IN_A_FIRST_TERM,
};

export const WHO_AND_WHEN_CASES: Table = {
  title: 'Who must notify, and from when',
  rules: [s30_1.id, s27_4.id],
  ...shape,
  cases: WHO_AND_WHEN,
};
