import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, daysBetween, lastDayBeginningWith, rulebookFor } from '../../src/law/index.js';
import type { Disclose, Finding, MeetingFacts, Rulebook } from '../../src/law/index.js';
import { expectEveryReasonToCite, expectFewerFactsNeverToSettleMore } from './support/case-table.js';
import { goodDispensation, ordinaryMeeting } from '../../src/law/england/ordinary-meeting.js';

const ADOPTED = {
  jurisdiction: 'england',
  codes: [{ code: 'worcestershire-2012', from: civilDate('2012-07-01') }],
  standingOrdersExclude: [],
} as const;
const book = rulebookFor(ADOPTED, ordinaryMeeting.meetingDate) as Rulebook;

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values);
const yesNo = maybe(true, false);

/** Meetings of every kind, with any fact known, unknown or contrary. */
const meetings: fc.Arbitrary<MeetingFacts> = fc.record({
  meetingDate: fc.constant(ordinaryMeeting.meetingDate),
  person: maybe('member', 'co-opted', 'co-opted-education', 'co-opted-no-vote' as const),
  formalMeeting: yesNo,
  present: yesNo,
  interest: fc.option(
    fc.record({
      kind: maybe('dpi', 'odi', 'other-body-membership' as const),
      heldBy: maybe('self', 'partner' as const),
      memberAwareOfPartners: yesNo,
      inRegister: yesNo,
      pending: yesNo,
      sensitive: maybe('no', 'claimed', 'agreed' as const),
    }),
  ),
  interestIsInTheMatter: yesNo,
  memberAwareItIs: yesNo,
  matter: fc.record({ planningOrRegulatory: yesNo, educationFunction: yesNo, decidesOnDispensation: yesNo }),
  affectsPecuniaryInterests: yesNo,
  likelyToPrejudice: yesNo,
  dispensations: maybe([], [goodDispensation], [{ id: 'd2' }]),
});

const possible = <V>(finding: Finding<V>): readonly V[] =>
  finding.kind === 'cannot-tell' ? finding.couldBe : [finding.value];

describe('Whatever the facts of a meeting', () => {
  it('fewer of them never settle more, and every reason cites', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        expectEveryReasonToCite(book.meeting(facts));
        expectFewerFactsNeverToSettleMore((some: MeetingFacts) => book.meeting(some), facts, ['meetingDate']);
      }),
      { numRuns: 150 },
    );
  });

  it('the combined answer is never laxer than the law', () => {
    const strictness: readonly Disclose[] = ['none', 'existence_only', 'existence_and_nature'];
    fc.assert(
      fc.property(meetings, (facts) => {
        const { byLaw, effective } = book.meeting(facts);
        const least = (finding: Finding<Disclose>): number =>
          Math.min(...possible(finding).map((one) => strictness.indexOf(one)));
        expect(least(effective.disclose)).toBeGreaterThanOrEqual(least(byLaw.disclose));
        if (!possible(byLaw.vote).includes(true)) expect(possible(effective.vote)).toEqual([false]);
        if (!possible(byLaw.discuss).includes(true)) expect(possible(effective.discuss)).toEqual([false]);
      }),
    );
  });

  it('an open answer names a question and more than one possibility', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        for (const finding of Object.values(book.meeting(facts).effective) as Finding<unknown>[]) {
          if (finding.kind !== 'cannot-tell') continue;
          expect(finding.missing).toContain(finding.question);
          expect(finding.couldBe.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});

it('a 28-day clock always ends 27 days after its first day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
      const start = addDays(civilDate('2000-01-01'), n);
      expect(daysBetween(start, lastDayBeginningWith(start, 28))).toBe(27);
    }),
  );
});
