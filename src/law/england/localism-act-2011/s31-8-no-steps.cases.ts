import type { CaseTable } from '../../case-table.js';
import { goodDispensation } from '../ordinary-meeting.js';
import { pointsInShort, valueInShort } from './finding-in-short.js';
import { decidedAlone } from './s31-6-to-8-decided-alone.js';
import type { ActingAloneAnswer } from './s31-6-to-8-decided-alone.js';
import { AWARE_ON, aloneWithInterest, matterAlone } from './s31-6-acting-alone.cases.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';
import { s31_8 } from './s31-8-no-steps.js';
import { s33 } from './s33-dispensation.js';

const BARRED = ['false', 'no-steps-alone', 'true', 'no step asked about'];
const NO_HELP = 'dispensation-does-not-reach-acting-alone';
const free = (point: string): readonly string[] => ['true', point, 'true', 'no step asked about'];

export const NO_STEPS_CASES: CaseTable<ActingAloneFacts, ActingAloneAnswer, readonly string[]> = {
  title: 'What a member may do, alone with the matter',
  rules: [s31_8.id, s33.id],
  columns: ['May deal with it', 'Because', 'May hand it over', 'The step is lawful'],
  decide: (facts) => decidedAlone(facts, AWARE_ON),
  summary: ({ mayTakeSteps, mayHandOver, stepLawful }) => [
    valueInShort(mayTakeSteps),
    pointsInShort(mayTakeSteps),
    valueInShort(mayHandOver),
    stepLawful === null ? 'no step asked about' : valueInShort(stepLawful),
  ],
  cases: [
    { name: 'no steps, though the interest is in the register', facts: matterAlone, expected: BARRED },
    {
      name: 'no steps, with the interest not in the register',
      facts: aloneWithInterest({ inRegister: false }),
      expected: BARRED,
    },
    {
      name: 'no steps, with the notification pending',
      facts: aloneWithInterest({ inRegister: false, pending: true }),
      expected: BARRED,
    },
    {
      name: 'no steps, with the interest sensitive by agreement',
      facts: aloneWithInterest({ sensitive: 'agreed' }),
      expected: BARRED,
    },
    {
      name: 'a dispensation for discussion and vote does not help',
      facts: { ...matterAlone, dispensations: [goodDispensation] },
      expected: ['false', `no-steps-alone, ${NO_HELP}, ${NO_HELP}`, 'true', 'no step asked about'],
    },
    {
      name: 'whether there is a dispensation is not known, and does not matter',
      facts: { ...matterAlone, dispensations: undefined },
      expected: BARRED,
    },
    {
      name: 'asking somebody else to decide instead is lawful',
      facts: { ...matterAlone, step: 'hands-over' },
      expected: ['false', 'no-steps-alone', 'true', 'true'],
    },
    {
      name: 'any other step is not',
      facts: { ...matterAlone, step: 'does-more' },
      expected: ['false', 'no-steps-alone', 'true', 'false'],
    },
    {
      name: 'what the step does is not known: that is the question',
      facts: { ...matterAlone, step: undefined },
      expected: ['false', 'no-steps-alone', 'true', '? step'],
    },
    {
      name: 'nothing is barred while the member does not know',
      facts: { ...matterAlone, memberAwareItIs: false, becameAwareOn: undefined },
      expected: free('member-not-aware-it-is'),
    },
    {
      name: 'nothing is barred by an interest that only a code knows',
      facts: aloneWithInterest({ kind: 'odi' }),
      expected: free('not-a-dpi'),
    },
    {
      name: 'any step is lawful where the rules do not apply',
      facts: { ...aloneWithInterest({ kind: 'odi' }), step: 'does-more' },
      expected: ['true', 'not-a-dpi', 'true', 'true'],
    },
    {
      name: 'whether the interest is in the matter is not known: handing over is lawful whatever the answer',
      facts: { ...matterAlone, interestIsInTheMatter: undefined, step: 'does-more' },
      expected: [
        '? interestIsInTheMatter',
        'no-steps-alone, not-in-the-matter',
        'true',
        '? interestIsInTheMatter',
      ],
    },
  ],
};
