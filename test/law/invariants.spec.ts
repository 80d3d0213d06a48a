import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_RULES, addDays, civilDate, daysBetween, rulebookFor } from '../../src/law/index.js';
import type {
  CivilDate,
  Disclose,
  Discuss,
  Finding,
  Leave,
  MeetingAnswer,
  MeetingFacts,
  Rulebook,
  SomeRule,
} from '../../src/law/index.js';
import { ordinaryMeeting } from '../../src/law/england/ordinary-meeting.js';
import { MEETING, dispensations, granted, meetings } from './support/any-meeting.js';
import { expectEveryReasonToCite, expectFewerFactsNeverToSettleMore } from './support/case-table.js';

const FROM = civilDate('2012-07-01');

function bookOf(codes: readonly string[], standingOrdersExclude: boolean): Rulebook {
  const adopted = {
    jurisdiction: 'england',
    codes: codes.map((code) => ({ code, from: FROM })),
    standingOrdersExclude: standingOrdersExclude ? [{ from: FROM }] : [],
  } as const;
  return rulebookFor(adopted, MEETING) as Rulebook;
}

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

/** Is there nothing that keeps the member from it in part or in whole, whatever is still open? */
function mayAtAnyRate(finding: Finding<Discuss>): boolean {
  return possible(finding).every((may) => may === true);
}

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
      { numRuns: 500 },
    );
  });

  it('one more dispensation never makes an answer stricter', () => {
    fc.assert(
      fc.property(meetings, dispensations, (facts, more) => {
        const given = facts.dispensations ?? [];
        const before = strictness(book.meeting({ ...facts, dispensations: given }).effective);
        const after = strictness(book.meeting({ ...facts, dispensations: [...given, more] }).effective);
        for (const point of Object.keys(before)) {
          const stricter = (after[point]?.most ?? 0) > (before[point]?.most ?? 0);
          expect({ point, stricter }).toEqual({ point, stricter: false });
        }
      }),
      { numRuns: 600 },
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

  it.each([
    ['discussion', 'discuss'],
    ['vote', 'vote'],
  ] as const)(
    'a dispensation for %s is promised to relieve exactly what it relieves',
    (restriction, point) => {
      fc.assert(
        fc.property(meetings, (facts) => {
          const { dispensations: given = [] } = facts;
          const before = book.meeting(facts).effective[point];
          const after = book.meeting({
            ...facts,
            dispensations: [...given, granted([restriction])],
          }).effective;
          const relieves = !mayAtAnyRate(before) && mayAtAnyRate(after[point]);
          const promised = book.relief(facts).filter((one) => one.restriction === restriction);
          expect(promised.map(({ would }) => strictness(would))).toEqual(relieves ? [strictness(after)] : []);
        }),
        { numRuns: 200 },
      );
    },
  );
});

describe('From 1 July 2012 to the end of 2030', () => {
  const days: readonly CivilDate[] = Array.from(
    { length: daysBetween(FROM, civilDate('2030-12-31')) + 1 },
    (_, index) => addDays(FROM, index),
  );

  it('of a rule with several versions, each begins on the day after the one before it ends', () => {
    const several = [...versionsById().values()].filter((versions) => versions.length > 1);
    expect(several.length).toBeGreaterThan(0);
    for (const versions of several) {
      const ends = versions.map(({ id, inForceTo }) => ({ id, on: inForceTo && addDays(inForceTo, 1) }));
      const begins = versions.map(({ id, inForceFrom }) => ({ id, on: inForceFrom }));
      expect(begins.slice(1)).toEqual(ends.slice(0, -1));
    }
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
});

function versionsById(): ReadonlyMap<string, readonly SomeRule[]> {
  const inOrder = ALL_RULES.toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  return new Map(inOrder.map(({ id }) => [id, inOrder.filter((rule) => rule.id === id)]));
}
