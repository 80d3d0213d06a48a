import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Case } from '../../case-table.js';
import {
  FREE,
  goodDispensation,
  inShort,
  ordinaryMeeting,
  withDispensation,
  withInterest,
} from '../ordinary-meeting.js';
import type { MeetingFacts } from '../../facts.js';
import { worcestershire2012 } from './worcestershire-2012.js';

type Cases = readonly Case<MeetingFacts, readonly string[]>[];
const DECLARE_AND_GO = ['existence_and_nature', 'false', 'false', 'true', 'null'];
const DECLARE_AND_STAY = ['existence_and_nature', 'true', 'true', 'false', 'null'];

const DPI: Cases = [
  {
    name: 'a registered one is declared all the same, and the member withdraws',
    facts: ordinaryMeeting,
    expected: DECLARE_AND_GO,
  },
  {
    name: 'an unregistered one likewise',
    facts: withInterest({ inRegister: false }),
    expected: DECLARE_AND_GO,
  },
  {
    name: 'a sensitive one by its existence only',
    facts: withInterest({ sensitive: 'agreed' }),
    expected: ['existence_only', 'false', 'false', 'true', 'null'],
  },
  {
    name: 'with a dispensation it is declared and the member stays',
    facts: withDispensation(),
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
  {
    name: 'with one for speech only the member leaves for the vote',
    facts: withDispensation({ relieves: ['discussion'] }),
    expected: ['existence_and_nature', 'excused: true', 'false', 'excused: vote_only', 'null'],
  },
  {
    name: 'a partner’s that the member does not know of asks nothing',
    facts: withInterest({ heldBy: 'partner', memberAwareOfPartners: false }),
    expected: FREE,
  },
  {
    name: 'somebody who is not there has nothing to do',
    facts: { ...ordinaryMeeting, present: false },
    expected: FREE,
  },
];

const odi = withInterest({ kind: 'odi' });
/** The withdrawal test: (pecuniary or planning) and likely to prejudice. */
const WITHDRAWAL: Cases = [
  [false, false, false, DECLARE_AND_STAY],
  [true, false, false, DECLARE_AND_STAY],
  [false, true, false, DECLARE_AND_STAY],
  [true, true, false, DECLARE_AND_STAY],
  [false, false, true, DECLARE_AND_STAY],
  [true, false, true, DECLARE_AND_GO],
  [false, true, true, DECLARE_AND_GO],
  [true, true, true, DECLARE_AND_GO],
].map(([affects, planning, prejudice, expected]) => ({
  name: `pecuniary ${String(affects)}, planning ${String(planning)}, prejudice ${String(prejudice)}`,
  facts: {
    ...odi,
    affectsPecuniaryInterests: affects as boolean,
    likelyToPrejudice: prejudice as boolean,
    matter: { planningOrRegulatory: planning as boolean },
  },
  expected: expected as readonly string[],
}));

const UNKNOWN: Cases = [
  {
    name: 'not knowing about prejudice matters once the matter is a planning one',
    facts: { ...odi, likelyToPrejudice: undefined, matter: { planningOrRegulatory: true } },
    expected: ['existence_and_nature', ...Array<string>(3).fill('? likelyToPrejudice'), 'null'],
  },
  {
    name: 'and does not where the matter is neither planning nor pecuniary',
    facts: { ...odi, likelyToPrejudice: undefined },
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'whether the matter is a planning one is not asked where no prejudice is likely',
    facts: { ...odi, matter: {} },
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'a dispensation relieves an interest of this kind too',
    facts: {
      ...odi,
      likelyToPrejudice: true,
      affectsPecuniaryInterests: true,
      dispensations: [goodDispensation],
    },
    expected: ['existence_and_nature', 'excused: true', 'excused: true', 'excused: false', 'null'],
  },
];

const membership = withInterest({ kind: 'other-body-membership' });
const MEMBERSHIP: Cases = [
  { name: 'is normally not declared', facts: membership, expected: FREE },
  {
    name: 'nor in a planning matter without prejudice',
    facts: { ...membership, matter: { planningOrRegulatory: true } },
    expected: FREE,
  },
  {
    name: 'is declared where prejudice is likely',
    facts: { ...membership, likelyToPrejudice: true },
    expected: DECLARE_AND_STAY,
  },
  {
    name: 'and sends the member out of a planning matter then',
    facts: { ...membership, likelyToPrejudice: true, matter: { planningOrRegulatory: true } },
    expected: DECLARE_AND_GO,
  },
];

const tables: readonly (readonly [string, Cases])[] = [
  ['Worcestershire 2012: disclosable pecuniary interests', DPI],
  ['Worcestershire 2012: withdrawing for another interest', WITHDRAWAL],
  ['Worcestershire 2012: what need not be asked', UNKNOWN],
  ['Worcestershire 2012: membership of another public body', MEMBERSHIP],
];
for (const [title, cases] of tables) {
  caseTable({
    title,
    decide: (facts: MeetingFacts) => worcestershire2012.decide(facts, facts.meetingDate),
    summary: inShort,
    cases,
    always: ['meetingDate'],
  });
}
