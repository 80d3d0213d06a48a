import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayOfYearsFrom } from '../../time/counting.js';
import { all, any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s33_3 } from './s33-dispensation.js';

/** The period that a grant states: by its first and last day, by its length, or by both. */
export type PeriodFacts = Facts<{
  from: CivilDate;
  /** The inclusive last day; null when none is stated. */
  to: CivilDate | null;
  /** The length in months; null when none is stated so. */
  periodMonths: number | null;
}>;

const MOST_YEARS = 4;
const MOST_MONTHS = 48;

/** A period is stated, and it is four years at most. Where it is stated both ways, so is each of them. */
export function withinFourYears(facts: PeriodFacts): Truth {
  rejectAbsurdPeriod(facts);
  const { to, periodMonths: months } = facts;
  const last = latestDay(facts);
  const lengths = [
    ...(months ? [condition('periodMonths', months <= MOST_MONTHS, 'grant-over-four-years')] : []),
    ...(last && to ? [condition('to', to <= last, 'grant-over-four-years')] : []),
  ];
  return lengths.length > 0 ? all(...lengths) : isStated(facts);
}

/** No whole period is known: either none is stated, or it waits for the fact that would complete one. */
function isStated({ from, to, periodMonths }: PeriodFacts): Truth {
  const otherwise = 'grant-states-no-period';
  if (to === null) {
    const inMonths = test('periodMonths', periodMonths, (months) => months !== null, otherwise);
    return any(otherwise, condition('to', false, otherwise), inMonths);
  }
  return all(
    test('from', from, () => true, otherwise),
    test('to', to, () => true, otherwise),
  );
}

/** Is it the longest that it may be, to the day? */
export function isExactlyFourYears(facts: PeriodFacts): boolean {
  const last = latestDay(facts);
  return facts.periodMonths === MOST_MONTHS || (last !== undefined && facts.to === last);
}

function latestDay({ from }: PeriodFacts): CivilDate | undefined {
  return from && lastDayOfYearsFrom(from, MOST_YEARS);
}

function rejectAbsurdPeriod({ from, to, periodMonths }: PeriodFacts): void {
  if (typeof periodMonths === 'number' && !(Number.isSafeInteger(periodMonths) && periodMonths > 0)) {
    throw new RangeError(
      `periodMonths must be a whole number of months, one or more, and is ${periodMonths}.`,
    );
  }
  if (from && to && to < from) throw new RangeError(`to is ${to}, before the first day, ${from}.`);
}

/** When a grant is to begin, and when it was or would be made. */
export type GrantDayFacts = Pick<PeriodFacts, 'from'> & Facts<{ grantedOn: CivilDate }>;

export const notRetrospective: Rule<GrantDayFacts, Finding<boolean>> = {
  id: 'england/localism-act-2011/s33(3)/not-retrospective',
  question: 'Does the period begin on the day of the grant or after it?',
  citation: s33_3.citation,
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.33(1) and (3): a dispensation is granted on a request, and “must specify the period for which it has effect”.',
  reading:
    'The Act does not say whether the period can begin before the grant. A breach that has happened is not undone, so one that looks back is refused.',
  decide({ from, grantedOn }) {
    const begins = all(
      test('from', from, () => true, 'grant-may-not-look-back'),
      test('dispensations.grantedOn', grantedOn, (day) => !(from && from < day), 'grant-may-not-look-back'),
    );
    return when(
      begins,
      () => decided(true, reason(notRetrospective, 'grant-looks-forward', begins.facts)),
      () => decided(false, reason(notRetrospective, begins.otherwise, begins.facts)),
    );
  },
};
