import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { s16_3, s7_1, sch2_6_3 } from './s7-fourth-day.js';
import type { FourthDayFacts, FourthDayRule } from './s7-fourth-day.js';

/** How and when somebody came in. The day of each way is needed for that way only. */
export type ComingIntoOfficeFacts = FourthDayFacts &
  Facts<{
    cameInBy: 'ordinary-election' | 'by-election' | 'co-option' | 'appointment';
    /** Whose provision to cite; the day is the same in each, and s.7(1) is cited while this is not known. */
    council: 'county-or-district' | 'london-borough' | 'parish';
    /** The day on which the result of a by-election was declared. */
    declaredOn: CivilDate;
    coOptedOn: CivilDate;
    appointedOn: CivilDate;
  }>;

export interface ComingIntoOffice {
  /** The legal day: the first of the 28 days, by which lateness is judged. */
  readonly becameMemberOn: Finding<CivilDate>;
  /** The day from which some would count: to remind from, never to call anything late. Null where there is none. */
  readonly earlierArguableStart: Finding<CivilDate | null>;
}

const FOURTH_DAY_RULES: Record<NonNullable<ComingIntoOfficeFacts['council']>, FourthDayRule> = {
  'county-or-district': s7_1,
  parish: s16_3,
  'london-borough': sch2_6_3,
};

export const comingIntoOffice: Rule<ComingIntoOfficeFacts, ComingIntoOffice> = {
  id: 'england/localism-act-2011/s30(1)-becoming-a-member',
  question: 'On which day did the person become a member?',
  citation: localismAct('30(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.30(1): the 28 days begin with “the day on which the person becomes” a member or co-opted member.',
  reading:
    'After an ordinary election that is the fourth day after the poll; [M] after a by-election, the day on which the result is declared; on a co-option or an appointment, that day. Accepting office does not start it. Many councils count from polling day, so reminders do too.',
  decide(facts, asAt) {
    rejectContradiction(facts);
    switch (facts.cameInBy) {
      case undefined:
        return { becameMemberOn: open('cameInBy'), earlierArguableStart: open('cameInBy') };
      case 'ordinary-election':
        return {
          becameMemberOn: FOURTH_DAY_RULES[facts.council ?? 'county-or-district'].decide(facts, asAt),
          earlierArguableStart: dayOf('pollingDay', facts.pollingDay, 'some-count-from-polling-day'),
        };
      case 'by-election':
        return {
          becameMemberOn: dayOf('declaredOn', facts.declaredOn, 'in-office-on-declaration'),
          earlierArguableStart: dayOf('pollingDay', facts.pollingDay, 'some-count-from-polling-day'),
        };
      case 'co-option':
        return withoutPoll(dayOf('coOptedOn', facts.coOptedOn, 'in-office-on-co-option'));
      case 'appointment':
        return withoutPoll(dayOf('appointedOn', facts.appointedOn, 'in-office-on-appointment'));
    }
  },
};

function dayOf(fact: FactName, day: CivilDate | undefined, point: Point): Finding<CivilDate> {
  return day === undefined ? open(fact) : decided(day, reason(comingIntoOffice, point, [fact]));
}

function withoutPoll(becameMemberOn: Finding<CivilDate>): ComingIntoOffice {
  const nothingEarlier = reason(comingIntoOffice, 'nothing-earlier-is-argued', ['cameInBy']);
  return { becameMemberOn, earlierArguableStart: decided(null, nothingEarlier) };
}

/** Waits for a fact. The days that it could be are too many to list. */
function open(fact: FactName): Finding<CivilDate> {
  return cannotTell<CivilDate>(
    [],
    [fact],
    [reason(comingIntoOffice, 'coming-into-office-not-known', [fact])],
  );
}

function rejectContradiction({ cameInBy, pollingDay, declaredOn }: ComingIntoOfficeFacts): void {
  if (cameInBy !== 'by-election' || pollingDay === undefined || declaredOn === undefined) return;
  if (declaredOn < pollingDay) {
    throw new RangeError(`declaredOn is ${declaredOn}, before the poll on ${pollingDay}.`);
  }
}
