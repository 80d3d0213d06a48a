import { localismAct } from '../../citation.js';
import type { Dispensation, MeetingFacts, Restriction } from '../../facts.js';
import type { Point } from '../../point.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayOfYearsFrom } from '../../time/counting.js';
import { all, any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';

/** Is one restriction of s.31(4) lifted, and by which dispensations? */
export interface Relief {
  readonly lifted: Truth;
  readonly by: readonly string[];
}

export interface Reliefs {
  readonly discussion: Relief;
  readonly vote: Relief;
}

export const s33: Rule<MeetingFacts, Reliefs> = {
  id: 'england/localism-act-2011/s33(1)',
  question: 'Does a dispensation relieve the member from the bar on discussing or voting?',
  citation: localismAct('33(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.33(1)-(3): on the member’s “written request” to the proper officer the authority may relieve them from either or both restrictions of s.31(4), “in cases described in the dispensation”; it must state its period, “and the period may not exceed four years”.',
  reading:
    'It lifts s.31(4) and nothing else, and never reaches back before it was granted. One with a flaw counts as none.',
  decide: (facts) => ({ discussion: relief(facts, 'discussion'), vote: relief(facts, 'vote') }),
};

/** s.33(3), the part of the provision that speaks of the period. */
export const s33_3: RuleSource = { ...s33, citation: localismAct('33(3)') };

const ABOUT_THE_PERIOD: readonly Point[] = [
  'dispensation-without-period',
  'dispensation-over-four-years',
  'dispensation-not-retrospective',
  'dispensation-out-of-period',
];

/** The subsection that asks for what a dispensation lacks. */
export function asksFor(flaw: Point): RuleSource {
  return ABOUT_THE_PERIOD.includes(flaw) ? s33_3 : s33;
}

export const s33_4: Rule<MeetingFacts, Truth> = {
  id: 'england/localism-act-2011/s33(4)',
  question: 'Is the business deciding whether to grant a dispensation?',
  citation: localismAct('33(4)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.33(4): s.31(4) does not apply to “anything done for the purpose of deciding whether to grant a dispensation”.',
  decide: ({ matter }) =>
    condition('matter.decidesOnDispensation', matter?.decidesOnDispensation, 'no-dispensation'),
};

function relief(facts: MeetingFacts, restriction: Restriction): Relief {
  const { dispensations, meetingDate } = facts;
  if (dispensations === undefined) {
    return { lifted: condition('dispensations', undefined, 'no-dispensation'), by: [] };
  }
  const tested = dispensations.map((one) => ({ id: one.id, lifts: lifts(one, restriction, meetingDate) }));
  const failed = tested.find(({ lifts: { is } }) => is === 'no');
  return {
    lifted:
      tested.length === 0
        ? condition('dispensations', false, 'no-dispensation')
        : any(failed?.lifts.otherwise ?? 'no-dispensation', ...tested.map((one) => one.lifts)),
    by: tested.filter(({ lifts: { is } }) => is === 'yes').map(({ id }) => id),
  };
}

/** Does one dispensation lift one restriction for this matter on this day? */
function lifts(one: Dispensation, restriction: Restriction, on: CivilDate): Truth {
  return all(
    condition('dispensations.requestedInWriting', one.requestedInWriting, 'dispensation-not-in-writing'),
    ...period(one, on),
    condition('dispensations.coversThisMatter', one.coversThisMatter, 'dispensation-for-another-matter'),
    test(
      'dispensations.relieves',
      one.relieves,
      (relieved) => relieved.includes(restriction),
      'dispensation-for-another-restriction',
    ),
  );
}

/** The grant states a period of four years at most, and the meeting is within it and after the grant. */
function period({ from, to, grantedOn }: Dispensation, on: CivilDate): readonly Truth[] {
  const fact = 'dispensations.period';
  if (to === null) return [condition(fact, false, 'dispensation-without-period')];
  if (from === undefined || to === undefined)
    return [condition(fact, undefined, 'dispensation-without-period')];
  return [
    condition(fact, to <= lastDayOfYearsFrom(from, 4), 'dispensation-over-four-years'),
    condition(fact, from <= on && on <= to, 'dispensation-out-of-period'),
    test('dispensations.grantedOn', grantedOn, (granted) => granted <= on, 'dispensation-not-retrospective'),
  ];
}
