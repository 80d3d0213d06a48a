import type { CaseTable } from '../../case-table.js';
import type { TakingOfficeFacts } from '../../facts.js';
import type { TakingOffice } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
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
import { s30_1 } from './s30-1-notify-on-taking-office.js';
import { s30_2 } from './s30-2-already-entered.js';

const reElected = { ...ordinaryTerm, returning: true } as const;
const entered = { ...home, inRegister: true, receivedOn: civilDate('2013-05-20') };
const pending = { ...home, inRegister: false, receivedOn: civilDate('2017-03-01') };
const soonAfter = civilDate('2017-05-10');
const IN_TIME = ['false', LAST_DAY, 'in-time', 'notified-in-time'];

export const RE_ELECTION_CASES: CaseTable<TakingOfficeFacts, TakingOffice, readonly string[]> = {
  title: 'Re-elected, and in office again from 8 May 2017',
  rules: [s30_2.id, s30_1.id],
  columns: DUTY_COLUMNS,
  decide: (facts) => s30_1.decide(facts, LONG_AFTER),
  summary: dutyInShort,
  cases: [
    {
      name: 'with everything entered already there is nothing to notify again',
      facts: { ...reElected, answers: [entered], nothingElse: true },
      expected: ['false', 'null', 'null', 'all-entered-already'],
    },
    {
      name: 'old entries do not answer for what was acquired since',
      facts: { ...reElected, answers: [entered] },
      expected: ['? answers', LAST_DAY, 'null', 'has-not-answered'],
    },
    {
      name: 'a notification still pending from before is not an entry, and is confirmed again',
      facts: { ...reElected, answers: [pending], nothingElse: true },
      expected: ['true', LAST_DAY, 'null', 'pending-at-re-election'],
    },
    {
      name: 'a notification still pending from before asks for nothing once the whole form is given again in time',
      facts: { ...reElected, answers: [pending, ...wholeForm(soonAfter)] },
      expected: IN_TIME,
    },
    {
      name: 'nor once “nothing” is answered in the new term',
      facts: {
        ...reElected,
        answers: [
          pending,
          ...nothingButLand(soonAfter),
          { ...home, answer: 'nothing', receivedOn: soonAfter },
        ],
      },
      expected: ['false', 'null', 'null', 'holds-nothing'],
    },
    {
      name: 'the same pending notification is enough in a first term',
      facts: { ...ordinaryTerm, answers: [pending], nothingElse: true },
      expected: IN_TIME,
    },
    {
      name: 'a new interest notified in time is in time',
      facts: {
        ...reElected,
        answers: [entered, { ...home, category: 'securities', receivedOn: LAST_DAY }],
        nothingElse: true,
      },
      expected: IN_TIME,
    },
    {
      name: 'a new interest notified a day late is late',
      facts: {
        ...reElected,
        answers: [entered, { ...home, category: 'securities', receivedOn: DAY_AFTER }],
        nothingElse: true,
      },
      expected: ['false', LAST_DAY, 'late', 'notified-late'],
    },
    {
      name: 'whether the earlier interest is in the register is not known',
      facts: { ...reElected, answers: [{ ...pending, inRegister: undefined }], nothingElse: true },
      expected: ['? answers.inRegister', LAST_DAY, 'null', 'has-not-answered'],
    },
  ],
};
