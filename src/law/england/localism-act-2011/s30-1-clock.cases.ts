import type { CaseTable } from '../../case-table.js';
import type { TakingOfficeFacts } from '../../facts.js';
import type { TakingOffice } from '../../rulebook.js';
import { civilDate } from '../../time/civil-date.js';
import { LAST_DAY, LONG_AFTER, ordinaryTerm, wholeForm } from '../ordinary-term.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';

/** The days of the clock, and how many questions are not answered. */
function clockInShort({ clock, unanswered }: TakingOffice): readonly string[] {
  const days = clock ? [clock.startsOn, clock.lastDay, clock.chaseFrom, clock.chaseBy] : ['', '', '', ''];
  return [...days, String(unanswered.length)];
}

export const CLOCK_CASES: CaseTable<TakingOfficeFacts, TakingOffice, readonly string[]> = {
  title: 'The 28 days',
  rules: [s30_1.id],
  columns: ['First day', 'Last day', 'Remind from', 'Remind to notify by', 'Questions not answered'],
  decide: (facts) => s30_1.decide(facts, LONG_AFTER),
  summary: clockInShort,
  cases: [
    {
      name: 'counts from taking office and reminds as if from polling day',
      facts: {
        ...ordinaryTerm,
        earlierArguableStart: civilDate('2017-05-04'),
        answers: wholeForm(LAST_DAY),
      },
      expected: ['2017-05-08', '2017-06-04', '2017-05-04', '2017-05-31', '0'],
    },
    {
      name: 'an arguable start later than taking office gives no more days',
      facts: {
        ...ordinaryTerm,
        earlierArguableStart: civilDate('2017-05-09'),
        answers: wholeForm(LAST_DAY),
      },
      expected: ['2017-05-08', '2017-06-04', '2017-05-08', '2017-06-04', '0'],
    },
    {
      name: 'asks about seven categories, and about the partner in six of them',
      facts: { ...ordinaryTerm, answers: [] },
      expected: ['2017-05-08', '2017-06-04', '2017-05-08', '2017-06-04', '13'],
    },
    {
      name: 'without the day of taking office there is no clock',
      facts: { ...ordinaryTerm, becameMemberOn: undefined, answers: [] },
      expected: ['', '', '', '', '13'],
    },
  ],
};
