import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_RULES, addDays, civilDate, daysBetween, rulebookFor } from '../../src/law/index.js';
import type {
  CivilDate,
  Disclose,
  Discuss,
  Dispensation,
  Finding,
  Leave,
  MeetingAnswer,
  MeetingFacts,
  Rulebook,
} from '../../src/law/index.js';
import { ordinaryMeeting } from '../../src/law/england/ordinary-meeting.js';
import { expectEveryReasonToCite, expectFewerFactsNeverToSettleMore } from './support/case-table.js';

const FROM = civilDate('2012-07-01');
const MEETING = civilDate('2023-11-02');

function bookOf(codes: readonly string[], standingOrdersExclude: boolean): Rulebook {
  const adopted = {
    jurisdiction: 'england',
    codes: codes.map((code) => ({ code, from: FROM })),
    standingOrdersExclude: standingOrdersExclude ? [{ from: FROM }] : [],
  } as const;
  return rulebookFor(adopted, MEETING) as Rulebook;
}

const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, ...values);
const yesNo = maybe(true, false);

const day = fc.integer({ min: -1500, max: 1500 }).map((days) => addDays(MEETING, days));
const dispensation: fc.Arbitrary<Dispensation> = fc.record({
  id: fc.constantFrom('d1', 'd2'),
  requestedInWriting: yesNo,
  grantedOn: fc.option(day, { nil: undefined }),
  from: fc.option(day, { nil: undefined }),
  to: fc.oneof(fc.option(day, { nil: undefined }), fc.constant(null)),
  coversThisMatter: yesNo,
  relieves: maybe([], ['discussion'], ['vote'], ['discussion', 'vote'] as const),
});

/** Meetings of every kind, with any fact known, unknown or contrary. */
const meetings: fc.Arbitrary<MeetingFacts> = fc.record({
  meetingDate: fc.constant(MEETING),
  person: maybe('member', 'co-opted', 'co-opted-education', 'co-opted-no-vote' as const),
  formalMeeting: yesNo,
  present: yesNo,
  interest: fc.option(
    fc.record({
      kind: maybe('dpi', 'odi', 'other-body-membership', 'ori', 'nri' as const),
      heldBy: maybe('self', 'partner' as const),
      memberAwareOfPartners: yesNo,
      inRegister: yesNo,
      pending: yesNo,
      sensitive: maybe('no', 'claimed', 'agreed' as const),
    }),
  ),
  interestIsInTheMatter: yesNo,
  memberAwareItIs: yesNo,
  relation: maybe('directly-relates', 'affects', 'neither' as const),
  matter: fc.record({
    planningOrRegulatory: yesNo,
    educationFunction: yesNo,
    decidesOnDispensation: yesNo,
    publicMaySpeak: yesNo,
  }),
  affectsPecuniaryInterests: yesNo,
  likelyToPrejudice: yesNo,
  affectsMoreThanMajorityOfWard: yesNo,
  reasonablePublicWouldThinkViewAffected: yesNo,
  dispensations: fc.option(fc.array(dispensation, { maxLength: 2 }), { nil: undefined }),
});

const DISCLOSE: readonly Disclose[] = ['none', 'existence_only', 'existence_and_nature'];
const DISCUSS: readonly Discuss[] = [true, 'as_public_only', false];
const VOTE = [true, false] as const;

/** How strict each point of an answer is: what is settled, or what is least and most that can be. */
function strictness(answer: MeetingAnswer): Record<string, { least: number; most: number }> {
  const range = <V>(finding: Finding<V>, measure: (value: V) => number): { least: number; most: number } => {
    const measures = possible(finding).map(measure);
    return { least: Math.min(...measures), most: Math.max(...measures) };
  };
  return {
    disclose: range(answer.disclose, (value) => DISCLOSE.indexOf(value)),
    discuss: range(answer.discuss, (value) => DISCUSS.indexOf(value)),
    vote: range(answer.vote, (value) => VOTE.indexOf(value)),
    leavesForDiscussion: range(answer.leave, (value) => Number(isOutFor(value, 'discussion_only'))),
    leavesForVote: range(answer.leave, (value) => Number(isOutFor(value, 'vote_only'))),
    // A duty is stricter than none, and an earlier day than a later one.
    notify: range(answer.notify, (value) =>
      value === null ? 0 : 1 + daysBetween(value, addDays(MEETING, 100)),
    ),
  };
}

function isOutFor(leave: Leave, part: Leave): boolean {
  return leave === true || leave === part;
}

const possible = <V>(finding: Finding<V>): readonly V[] =>
  finding.kind === 'cannot-tell' ? finding.couldBe : [finding.value];

describe.each([
  ['statute alone', bookOf([], false)],
  ['the Worcestershire code of 2012', bookOf(['worcestershire-2012'], false)],
  ['the model code of 2020', bookOf(['lga-model-2020'], false)],
  ['a statute-faithful code and a standing order', bookOf(['statute-faithful'], true)],
  ['a code that is not known', bookOf(['a-code-of-our-own'], false)],
])('Under %s, whatever the facts of a meeting', (_name, book) => {
  it('fewer of them never settle more, and every reason cites', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        expectEveryReasonToCite(book.meeting(facts));
        expectFewerFactsNeverToSettleMore((some: MeetingFacts) => book.meeting(some), facts, ['meetingDate']);
      }),
      { numRuns: 60 },
    );
  });

  it('the combined answer is never laxer than the law', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        const { byLaw, effective } = book.meeting(facts);
        const [law, both] = [strictness(byLaw), strictness(effective)];
        for (const point of Object.keys(law)) {
          expect({ point, laxer: (both[point]?.least ?? 0) < (law[point]?.least ?? 0) }).toEqual({
            point,
            laxer: false,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('one more dispensation never makes an answer stricter', () => {
    fc.assert(
      fc.property(meetings, dispensation, (facts, more) => {
        const given = facts.dispensations ?? [];
        const before = strictness(book.meeting({ ...facts, dispensations: given }).effective);
        const after = strictness(book.meeting({ ...facts, dispensations: [...given, more] }).effective);
        for (const point of Object.keys(before)) {
          const stricter = (after[point]?.most ?? 0) > (before[point]?.most ?? 0);
          expect({ point, stricter }).toEqual({ point, stricter: false });
        }
      }),
      { numRuns: 300 },
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
      { numRuns: 200 },
    );
  });

  it('what a dispensation is said to relieve, it relieves', () => {
    fc.assert(
      fc.property(meetings, (facts) => {
        for (const { restriction, would } of book.relief(facts)) {
          expect(possible<unknown>(restriction === 'vote' ? would.vote : would.discuss)).not.toContain(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('From 1 July 2012 to the end of 2030', () => {
  const days: readonly CivilDate[] = Array.from(
    { length: daysBetween(FROM, civilDate('2030-12-31')) + 1 },
    (_, index) => addDays(FROM, index),
  );

  it('no day is covered by two versions of a rule', () => {
    const twice = ALL_RULES.filter(
      ({ inForceTo, inForceFrom }) => (inForceTo ?? '9999') >= inForceFrom,
    ).flatMap((rule, index) =>
      ALL_RULES.slice(index + 1)
        .filter(({ id }) => id === rule.id)
        .flatMap((other) => days.filter((on) => covers(rule, on) && covers(other, on))),
    );
    expect(twice).toEqual([]);
  });

  it('each day has a rulebook, or is not encoded, under every code', () => {
    for (const code of ['worcestershire-2012', 'lga-model-2020', 'statute-faithful']) {
      const adopted = {
        jurisdiction: 'england',
        codes: [{ code, from: FROM }],
        standingOrdersExclude: [],
      } as const;
      const kinds = new Set(
        days.map((on) => {
          const { byCode, byLaw } = (rulebookFor(adopted, on) as Rulebook).meeting({
            ...ordinaryMeeting,
            meetingDate: on,
          });
          return [byLaw.vote.kind, byCode && 'kind' in byCode ? byCode.kind : 'code'].join(' ');
        }),
      );
      const beforeItsText =
        code === 'lga-model-2020' ? ['decided not-encoded', 'decided code'] : ['decided code'];
      expect([...kinds]).toEqual(beforeItsText);
    }
  });

  it('every 28-day clock ends 27 days after its first day', () => {
    for (const on of days) {
      const book = rulebookFor(
        { jurisdiction: 'england', codes: [], standingOrdersExclude: [] },
        on,
      ) as Rulebook;
      const { clock } = book.takingOffice({ person: 'member', becameMemberOn: on });
      const unregistered = { ...ordinaryMeeting.interest, inRegister: false };
      const { notify } = book.meeting({ ...ordinaryMeeting, meetingDate: on, interest: unregistered }).byLaw;
      const lastDays = [clock?.lastDay, notify.kind === 'decided' ? notify.value : null];
      expect(lastDays.map((last) => last && daysBetween(on, last))).toEqual([27, 27]);
    }
  });
});

function covers(rule: { inForceFrom: CivilDate; inForceTo?: CivilDate }, on: CivilDate): boolean {
  return rule.inForceFrom <= on && (rule.inForceTo === undefined || on <= rule.inForceTo);
}
