import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { ordinaryMeeting } from '../ordinary-meeting.js';
import { educationCoOptedVote } from './education-co-opted.js';

const representative = { ...ordinaryMeeting, person: 'co-opted-education', interest: null } as const;

export const EDUCATION_CASES: CaseTable<MeetingFacts, Finding<boolean>, readonly string[]> = {
  title: 'Voting on an overview and scrutiny committee',
  rules: [educationCoOptedVote.id],
  columns: ['May vote', 'Why'],
  decide: (facts) => educationCoOptedVote.decide(facts, facts.meetingDate),
  summary: (vote) => [
    vote.kind === 'cannot-tell' ? `? ${vote.question}` : String(vote.value),
    vote.kind === 'cannot-tell' ? 'null' : (vote.reasons[0]?.point ?? 'no reason'),
  ],
  always: ['meetingDate'],
  cases: [
    {
      name: 'a parent governor representative on schools',
      facts: { ...representative, matter: { educationFunction: true } },
      expected: ['true', 'votes-on-education'],
    },
    {
      name: 'a church representative on children’s social care',
      facts: { ...representative, matter: { educationFunction: false } },
      expected: ['false', 'no-vote-off-education'],
    },
    {
      name: 'such a representative, where nobody has said what the item is about',
      facts: { ...representative, matter: {} },
      expected: ['? matter.educationFunction', 'null'],
    },
    {
      name: 'a councillor on children’s social care',
      facts: { ...representative, person: 'member', matter: { educationFunction: false } },
      expected: ['true', 'vote-not-limited-to-education'],
    },
    {
      name: 'another co-opted member with a vote',
      facts: { ...representative, person: 'co-opted', matter: { educationFunction: false } },
      expected: ['true', 'vote-not-limited-to-education'],
    },
    {
      name: 'somebody of whom nothing is known, on schools',
      facts: { ...representative, person: undefined, matter: { educationFunction: true } },
      expected: ['true', 'votes-on-education'],
    },
    {
      name: 'somebody of whom nothing is known, on children’s social care',
      facts: { ...representative, person: undefined, matter: { educationFunction: false } },
      expected: ['? person', 'null'],
    },
  ],
};
