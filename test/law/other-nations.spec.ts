import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NORTHERN_IRELAND_CASE_TABLES } from '../../src/law/northern-ireland/case-tables.js';
import { s28_1 } from '../../src/law/northern-ireland/index.js';
import type { PecuniaryFacts } from '../../src/law/northern-ireland/index.js';
import { NORTHERN_IRELAND_RULES } from '../../src/law/northern-ireland/rules.js';
import { SCOTLAND_CASE_TABLES } from '../../src/law/scotland/case-tables.js';
import { section5 } from '../../src/law/scotland/index.js';
import type { DeclarationFacts } from '../../src/law/scotland/index.js';
import { SCOTLAND_RULES } from '../../src/law/scotland/rules.js';
import { WALES_CASE_TABLES } from '../../src/law/wales/case-tables.js';
import { para14 } from '../../src/law/wales/index.js';
import type { WelshMeetingFacts } from '../../src/law/wales/index.js';
import { WALES_RULES } from '../../src/law/wales/rules.js';
import { expectEveryReasonToCite, expectFewerFactsNeverToSettleMore } from './support/case-table.js';

const RULES = [...WALES_RULES, ...SCOTLAND_RULES, ...NORTHERN_IRELAND_RULES];
const TABLES = [...WALES_CASE_TABLES, ...SCOTLAND_CASE_TABLES, ...NORTHERN_IRELAND_CASE_TABLES];

describe('The rules of the other nations', () => {
  it.each(RULES)('$id says what it asks, where it is written and what it says', (rule) => {
    expect(rule.question).toMatch(/^[A-Z].{20,}\?$/);
    expect(rule.citation.text).toMatch(/.{10,}/);
    expect(rule.says).toMatch(/^.{30,}\.$/);
    expect(rule.reading ?? 'It speaks for itself.').toMatch(/^.{10,}\.$/);
    expect(rule.inForceTo).toBeUndefined();
  });

  it('are listed once each', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(TABLES)('“$title” belongs to rules that are listed', ({ rules }) => {
    expect(RULES.map(({ id }) => id)).toEqual(expect.arrayContaining([...rules]));
  });
});

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values);
const yesNo = maybe(true, false);

/** Welsh meetings of every kind, without a judgement that the other facts could contradict. */
const welshMeetings: fc.Arbitrary<WelshMeetingFacts> = fc.record({
  personalInterest: yesNo,
  likelyToPrejudice: yesNo,
  business: maybe('other', 'housing', 'public-body', 'school-governor', 'allowances' as const),
  determinesApproval: yesNo,
  isCouncilTenant: maybe(true),
  rentArrearsOverTwoMonths: yesNo,
  relatesParticularlyToOwnTenancy: yesNo,
  relatesParticularlyToTheSchool: yesNo,
  overviewAndScrutiny: yesNo,
  aboutOwnDecision: yesNo,
  publicMaySpeak: yesNo,
  dispensation: maybe(null, { id: 'd1' }, { id: 'd2', coversThisMatter: true, relieves: ['vote'] } as const),
});

const declarations: fc.Arbitrary<DeclarationFacts> = fc.record({
  links: maybe([], ['other'], ['body-by-appointment'], [
    'councillors-allowances',
    'body-by-appointment',
  ] as const),
  quasiJudicialOrRegulatory: yesNo,
  personalConflict: yesNo,
  objectiveTestMet: yesNo,
});

const pecuniary: fc.Arbitrary<PecuniaryFacts> = fc.record({
  pecuniaryInterest: maybe('none', 'small-shareholding', 'other' as const),
  presentAtCouncilMeeting: yesNo,
  partOfCommitteeReport: yesNo,
  separateDebate: yesNo,
});

describe('Whatever the facts, fewer of them never settle more, and every reason cites', () => {
  it('in Wales', () => {
    holdsFor(welshMeetings, (facts) => para14.decide(facts, para14.inForceFrom));
  });
  it('in Scotland', () => {
    holdsFor(declarations, (facts) => section5.decide(facts, section5.inForceFrom));
  });
  it('in Northern Ireland', () => {
    holdsFor(pecuniary, (facts) => s28_1.decide(facts, s28_1.inForceFrom));
  });
});

function holdsFor<F extends object>(arbitrary: fc.Arbitrary<F>, decide: (facts: F) => unknown): void {
  fc.assert(
    fc.property(arbitrary, (facts) => {
      expectEveryReasonToCite(decide(facts));
      expectFewerFactsNeverToSettleMore(decide, facts);
    }),
    { numRuns: 300 },
  );
}
