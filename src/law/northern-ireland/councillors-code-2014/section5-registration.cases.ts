import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { section5OnChange, section5OnElection } from './section5-registration.js';
import type { NorthernIrishRegistrationFacts } from './section5-registration.js';

type RegistrationTable = CaseTable<NorthernIrishRegistrationFacts, Finding<WithinDaysOf>, readonly string[]>;

function daysInShort(finding: Finding<WithinDaysOf>): readonly string[] {
  if (finding.kind === 'cannot-tell') return [`? ${finding.question}`, `? ${finding.question}`];
  return [finding.value.safeLastDay, finding.value.latestArguableLastDay];
}

const columns = ['Safe last day', 'Latest arguable last day'];

export const NI_ELECTION_CASES: RegistrationTable = {
  title: 'Northern Ireland: registering on election',
  rules: [section5OnElection.id],
  columns,
  decide: (facts) => section5OnElection.decide(facts, section5OnElection.inForceFrom),
  summary: daysInShort,
  cases: [
    {
      name: 'elected on 18 May 2023',
      facts: { electedOn: civilDate('2023-05-18') },
      expected: ['2023-06-14', '2023-06-15'],
    },
    { name: 'the day is not known', facts: {}, expected: ['? electedOn', '? electedOn'] },
  ],
};

export const NI_CHANGE_CASES: RegistrationTable = {
  title: 'Northern Ireland: registering a new interest or a change',
  rules: [section5OnChange.id],
  columns,
  decide: (facts) => section5OnChange.decide(facts, section5OnChange.inForceFrom),
  summary: daysInShort,
  cases: [
    {
      name: 'aware of it on 1 February 2024, a leap year',
      facts: { becameAwareOfChangeOn: civilDate('2024-02-01') },
      expected: ['2024-02-28', '2024-02-29'],
    },
    {
      name: 'the day is not known',
      facts: {},
      expected: ['? becameAwareOfChangeOn', '? becameAwareOfChangeOn'],
    },
  ],
};
