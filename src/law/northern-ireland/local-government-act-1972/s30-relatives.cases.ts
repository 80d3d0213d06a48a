import type { CaseTable } from '../../case-table.js';
import { findingInShort } from '../../finding-in-short.js';
import { s30, s30_1, s30_2b } from './s30-relatives.js';
import type { RelativeAnswer, RelativeFacts } from './s30-relatives.js';

const appointment = {
  relativeHoldsOrSeeksOffice: true,
  presentAtCouncilMeeting: true,
  questionAffectsRelative: true,
} as const satisfies RelativeFacts;

export const RELATIVE_CASES: CaseTable<RelativeFacts, RelativeAnswer, readonly string[]> = {
  title: 'Northern Ireland: relatives who work for the council',
  rules: [s30.id, s30_1.id, s30_2b.id],
  columns: ['Tell the council in writing', 'Leave'],
  decide: (facts) => s30.decide(facts, s30.inForceFrom),
  summary: ({ mustTellTheCouncilInWriting, leave }) =>
    [mustTellTheCouncilInWriting, leave].map(findingInShort),
  cases: [
    { name: 'a question about a relative’s appointment', facts: appointment, expected: ['true', 'true'] },
    {
      name: 'another question',
      facts: { ...appointment, questionAffectsRelative: false },
      expected: ['true', 'false'],
    },
    {
      name: 'a councillor who is not there',
      facts: { ...appointment, presentAtCouncilMeeting: false },
      expected: ['true', 'false'],
    },
    {
      name: 'no relative who works for the council or seeks to',
      facts: { ...appointment, relativeHoldsOrSeeksOffice: false },
      expected: ['false', 'false'],
    },
    {
      name: 'whether there is such a relative is not known',
      facts: { ...appointment, relativeHoldsOrSeeksOffice: undefined },
      expected: ['? relativeHoldsOrSeeksOffice', '? relativeHoldsOrSeeksOffice'],
    },
    {
      name: 'whether the councillor will be there is not known',
      facts: { ...appointment, presentAtCouncilMeeting: undefined },
      expected: ['true', '? presentAtCouncilMeeting'],
    },
    {
      name: 'what the question is about is not known',
      facts: { ...appointment, questionAffectsRelative: undefined },
      expected: ['true', '? questionAffectsRelative'],
    },
  ],
};
