import type { CaseTable } from '../../case-table.js';
import { findingInShort } from '../../finding-in-short.js';
import { para10 } from './para10-personal-interest.js';
import { para11 } from './para11-disclose.js';
import { para13 } from './para13-own-decision.js';
import { para14, para14_2, para14_2A } from './para14-withdraw.js';
import type { WelshMeetingAnswer, WelshMeetingFacts } from './para14-withdraw.js';

const personal = { personalInterest: true, prejudicial: false } as const satisfies WelshMeetingFacts;
const prejudicial = {
  personalInterest: true,
  prejudicial: true,
  publicMaySpeak: false,
  dispensation: null,
} as const satisfies WelshMeetingFacts;
const forBoth = { id: 'd1', coversThisMatter: true, relieves: ['discussion', 'vote'] } as const;
/** No personal interest, and a scrutiny committee that looks at what the member decided. */
const ownDecision = {
  personalInterest: false,
  overviewAndScrutiny: true,
  aboutOwnDecision: true,
  publicMaySpeak: false,
  dispensation: null,
} as const satisfies WelshMeetingFacts;
const tenant = {
  personalInterest: true,
  business: 'housing',
  isCouncilTenant: true,
  rentArrearsOverTwoMonths: false,
  relatesParticularlyToOwnTenancy: false,
  overviewAndScrutiny: false,
} as const satisfies WelshMeetingFacts;

const STAY = ['existence_and_nature', 'true', 'true', 'false', 'true'];
const NOTHING = ['none', 'true', 'true', 'false', 'true'];
const OUT = ['existence_and_nature', 'false', 'false', 'true', 'false'];
const ask = (fact: string) => Array<string>(4).fill(`? ${fact}`);

export const WELSH_MEETING_CASES: CaseTable<WelshMeetingFacts, WelshMeetingAnswer, readonly string[]> = {
  title: 'Wales: a personal or prejudicial interest at a meeting',
  rules: [para14.id, para14_2.id, para14_2A.id, para10.id, para11.id, para13.id],
  columns: ['Disclose', 'Discuss', 'Vote', 'Leave', 'Write to the meeting'],
  decide: (facts) => para14.decide(facts, para14.inForceFrom),
  summary: ({ disclose, discuss, vote, leave, writtenRepresentations }) =>
    [disclose, discuss, vote, leave, writtenRepresentations].map(findingInShort),
  cases: [
    {
      name: 'a personal interest that is not prejudicial is declared, and bars nothing',
      facts: personal,
      expected: STAY,
    },
    { name: 'a prejudicial one is declared, and the member withdraws', facts: prejudicial, expected: OUT },
    {
      name: 'no personal interest',
      facts: { personalInterest: false, overviewAndScrutiny: false },
      expected: NOTHING,
    },
    {
      name: 'where the public may speak, the member speaks as they may, or writes, and leaves',
      facts: { ...prejudicial, publicMaySpeak: true },
      expected: ['existence_and_nature', 'as_public_only', 'false', 'true', 'true'],
    },
    {
      name: 'whether the public may speak is not known',
      facts: { ...prejudicial, publicMaySpeak: undefined },
      expected: [
        'existence_and_nature',
        '? matter.publicMaySpeak',
        'false',
        'true',
        '? matter.publicMaySpeak',
      ],
    },
    {
      name: 'with a dispensation the member declares, and stays',
      facts: { ...prejudicial, dispensation: forBoth },
      expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'excused: true'],
    },
    {
      name: 'with one for speech only, the member leaves for the vote',
      facts: { ...prejudicial, dispensation: { ...forBoth, relieves: ['discussion'] } },
      expected: ['existence_and_nature', 'excused: true', 'false', 'excused: vote_only', 'excused: true'],
    },
    {
      name: 'with one for the vote only, the member is out for the discussion',
      facts: { ...prejudicial, dispensation: { ...forBoth, relieves: ['vote'] } },
      expected: ['existence_and_nature', 'false', 'excused: true', 'excused: discussion_only', 'false'],
    },
    {
      name: 'with one for the vote only, and where the public may speak',
      facts: { ...prejudicial, publicMaySpeak: true, dispensation: { ...forBoth, relieves: ['vote'] } },
      expected: [
        'existence_and_nature',
        'as_public_only',
        'excused: true',
        'excused: discussion_only',
        'true',
      ],
    },
    {
      name: 'one for other business does not help',
      facts: { ...prejudicial, dispensation: { ...forBoth, coversThisMatter: false } },
      expected: OUT,
    },
    {
      name: 'whether there is one is not known',
      facts: { ...prejudicial, dispensation: undefined },
      expected: ['existence_and_nature', ...ask('dispensations')],
    },
    {
      name: 'what it relieves is not known',
      facts: { ...prejudicial, dispensation: { id: 'd1', coversThisMatter: true } },
      expected: ['existence_and_nature', ...ask('dispensations.relieves')],
    },
    {
      name: 'a council tenant without arrears, and housing generally',
      facts: tenant,
      expected: STAY,
    },
    {
      name: 'a council tenant in arrears, where the public would think it significant',
      facts: {
        ...prejudicial,
        ...tenant,
        prejudicial: undefined,
        rentArrearsOverTwoMonths: true,
        likelyToPrejudice: true,
      },
      expected: OUT,
    },
    {
      name: 'a council tenant in arrears, and what the public would think is not known',
      facts: { ...prejudicial, ...tenant, prejudicial: undefined, rentArrearsOverTwoMonths: true },
      expected: ['existence_and_nature', ...ask('likelyToPrejudice')],
    },
    {
      name: 'a decision of one’s own at scrutiny: said, to be safe, and the member withdraws',
      facts: ownDecision,
      expected: OUT,
    },
    {
      name: 'no exemption helps with a decision of one’s own at scrutiny',
      facts: { ...tenant, ...ownDecision, personalInterest: true },
      expected: OUT,
    },
    {
      name: 'somebody else’s decision at scrutiny',
      facts: { ...ownDecision, aboutOwnDecision: false },
      expected: NOTHING,
    },
    {
      name: 'a decision of one’s own before another committee',
      facts: { ...ownDecision, overviewAndScrutiny: false },
      expected: NOTHING,
    },
    {
      name: 'whether the decision was one’s own is not known',
      facts: { ...ownDecision, aboutOwnDecision: undefined },
      expected: ['? aboutOwnDecision', ...ask('aboutOwnDecision')],
    },
    {
      name: 'whether the decision was one’s own does not matter to what is declared anyway',
      facts: { ...tenant, publicMaySpeak: false, dispensation: null, overviewAndScrutiny: true },
      expected: ['existence_and_nature', ...ask('aboutOwnDecision')],
    },
    {
      name: 'an interest judged to be prejudicial is a personal one',
      facts: { ...prejudicial, personalInterest: undefined },
      expected: OUT,
    },
    {
      name: 'whether there is a personal interest is not known, though it would not be prejudicial',
      facts: { prejudicial: false },
      expected: ['? personalInterest', 'true', 'true', 'false', 'true'],
    },
  ],
};
