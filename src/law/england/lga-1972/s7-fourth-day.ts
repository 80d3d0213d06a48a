import type { Finding, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { firstCountedFrom } from '../../time/clear-days.js';
import { nthDayAfter } from '../../time/counting.js';
import { lga1972, lga1972Schedule } from './citation.js';
import { counted } from './counted-days.js';
import { passedOver, s243_1 } from './s243-days-passed-over.js';
import type { PassedOverFacts } from './s243-days-passed-over.js';

export type FourthDayFacts = PassedOverFacts &
  Facts<{
    /** The day of the poll, or the ordinary day of election where there was no contest. */
    pollingDay: CivilDate;
    /** Whether the fourth day after it is one that s.243(1) passes over, where somebody has said so. */
    fourthDayIsPassedOver: boolean;
  }>;

/** On which day do those who were elected at an ordinary election come into office? */
export type FourthDayRule = Rule<FourthDayFacts, Finding<CivilDate>>;

export const s7_1 = fourthDayRule({
  id: 'england/lga-1972/s7(1)',
  question: 'When does a county or district councillor come into office after an ordinary election?',
  citation: lga1972('7(1)'),
  says: 's.7(1): county and district councillors retire on “the fourth day after the ordinary day of election”, and the newly elected come into office “on the day on which their predecessors retire”.',
});

export const s16_3 = fourthDayRule({
  id: 'england/lga-1972/s16(3)',
  question: 'When does a parish councillor come into office after an ordinary election?',
  citation: lga1972('16(3)'),
  says: 's.16(3): parish councillors retire on “the fourth day after the ordinary day of election”, and the newly elected come into office that day.',
});

export const sch2_6_3 = fourthDayRule({
  id: 'england/lga-1972/sch2-6(3)',
  question: 'When does a London borough councillor come into office after an ordinary election?',
  citation: lga1972Schedule(2, '6(3)'),
  says: 'Sch 2 para 6(3): London borough councillors retire “on the fourth day after the ordinary day of election”, and the newly elected come into office that day.',
});

type Words = Pick<FourthDayRule, 'id' | 'question' | 'citation' | 'says'>;

/** The rule is the same for every kind of council, and written in a provision for each. */
function fourthDayRule(words: Words): FourthDayRule {
  const rule: FourthDayRule = {
    ...words,
    source: 'statute',
    inForceFrom: civilDate('1974-04-01'),
    reading:
      '[M] Wording. Saturday and Sunday count among the four days. A fourth day that s.243(1) passes over, such as a bank holiday Monday, is put off to the next day that it does not: the advice given to councils for 6 May 2019.',
    decide(facts) {
      rejectContradiction(facts);
      const { pollingDay } = facts;
      const because = reason(rule, 'fourth-day-after-poll', ['pollingDay']);
      if (pollingDay === undefined) return cannotTell<CivilDate>([], ['pollingDay'], [because]);
      const fourth = nthDayAfter(pollingDay, 4);
      if (facts.fourthDayIsPassedOver === false) return decided(fourth, because);
      const first = facts.fourthDayIsPassedOver === true ? nthDayAfter(fourth, 1) : fourth;
      return counted(
        rule,
        facts,
        first,
        () => firstCountedFrom(first, passedOver(facts)),
        (day) => [because, ...putOff(fourth, day)],
      );
    },
  };
  return rule;
}

function putOff(fourth: CivilDate, day: CivilDate): readonly Reason[] {
  return day === fourth ? [] : [reason(s243_1, 'fourth-day-passed-over', ['bankHolidays'])];
}

function rejectContradiction({ pollingDay, bankHolidays = [], fourthDayIsPassedOver }: FourthDayFacts): void {
  if (pollingDay === undefined || fourthDayIsPassedOver !== false) return;
  const fourth = nthDayAfter(pollingDay, 4);
  if (bankHolidays.includes(fourth)) {
    throw new RangeError(`fourthDayIsPassedOver cannot be false: ${fourth} is among the bank holidays.`);
  }
}
