import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { reg4_2 } from './reg4-first-notice.js';
import type { FirstNoticeFacts } from './reg4-first-notice.js';
import { reg5 } from './reg5-notice-of-change.js';
import type { ChangeOfInterestsFacts } from './reg5-notice-of-change.js';

const first = (name: string, acceptedOn: string, expected: string) => ({
  name,
  facts: { declarationOfAcceptanceOn: civilDate(acceptedOn) },
  expected,
});

export const FIRST_NOTICE_CASES: CaseTable<FirstNoticeFacts, Finding<CivilDate>, string> = {
  title: 'Scotland: the first notice of interests',
  rules: [reg4_2.id],
  columns: ['Last day'],
  decide: (facts) => reg4_2.decide(facts, reg4_2.inForceFrom),
  summary: findingInShort,
  cases: [
    first('the same date in the next month', '2022-05-10', '2022-06-10'),
    first('the end of January, in a leap year', '2024-01-31', '2024-02-29'),
    first('the end of January, in another year', '2023-01-31', '2023-02-28'),
    first('the last day of a short month keeps its date', '2022-06-30', '2022-07-30'),
    first('across the end of the year', '2022-12-05', '2023-01-05'),
    { name: 'the day of acceptance is not known', facts: {}, expected: '? declarationOfAcceptanceOn' },
  ],
};

export const CHANGE_NOTICE_CASES: CaseTable<ChangeOfInterestsFacts, Finding<CivilDate>, string> = {
  title: 'Scotland: notice of a change of interests',
  rules: [reg5.id],
  columns: ['Last day'],
  decide: (facts) => reg5.decide(facts, reg5.inForceFrom),
  summary: findingInShort,
  cases: [
    {
      name: 'the same date in the next month',
      facts: { interestsChangedOn: civilDate('2023-09-14') },
      expected: '2023-10-14',
    },
    {
      name: 'a shorter month ends sooner',
      facts: { interestsChangedOn: civilDate('2023-08-31') },
      expected: '2023-09-30',
    },
    { name: 'the day of the change is not known', facts: {}, expected: '? interestsChangedOn' },
  ],
};
