import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  civilDate,
  daysBetween,
  england,
  northernIreland,
  rulebookFor,
  wales,
} from '../../src/law/index.js';
import type { CivilDate, Decided, Finding, Rulebook, WithinDaysOf } from '../../src/law/index.js';
import { ordinaryMeeting } from '../../src/law/england/ordinary-meeting.js';

const withoutCode = (on: CivilDate): Rulebook =>
  rulebookFor({ jurisdiction: 'england', codes: [], standingOrdersExclude: [] }, on) as Rulebook;
const unregistered = { ...ordinaryMeeting.interest, inRegister: false };

/** The periods of 28 days "beginning with" a day, each with its last day when it begins on a given one. */
const CLOCKS: readonly { readonly name: string; readonly lastDay: (on: CivilDate) => CivilDate }[] = [
  {
    name: 'Localism Act 2011 s.30(1)',
    lastDay: (on) => {
      const { clock } = withoutCode(on).takingOffice({ person: 'member', becameMemberOn: on });
      if (clock === null) throw new Error(`No clock runs from ${on}.`);
      return clock.lastDay;
    },
  },
  {
    name: 'Localism Act 2011 s.31(3)',
    lastDay: (on) => {
      const facts = { ...ordinaryMeeting, meetingDate: on, interest: unregistered };
      return (withoutCode(on).meeting(facts).byLaw.notify as Decided<CivilDate>).value;
    },
  },
  {
    name: 'Localism Act 2011 s.31(7)',
    lastDay: (on) => {
      const alone = { ...ordinaryMeeting, interest: unregistered, mayBeDischargedAlone: true, step: null };
      return (england.decidedAlone({ ...alone, becameAwareOn: on }, on).notify as Decided<CivilDate>).value;
    },
  },
];

const gift = { receivedAsCouncillor: true, accepted: true, valuePence: 1_000_000 };
const threshold = { pence: 5000, registers: 'at-least' } as const;

interface ClockOfACode {
  readonly name: string;
  readonly lastDays: (on: CivilDate) => Finding<WithinDaysOf | null>;
}

/** The periods "within 28 days of" a day. */
const CLOCKS_OF_CODES: readonly ClockOfACode[] = [
  ...england.REGISTRATION_RULES.flatMap(({ onTakingOffice, aChange }): readonly ClockOfACode[] => [
    {
      name: onTakingOffice.id,
      lastDays: (on) => onTakingOffice.decide({ kind: 'dpi', becameMemberOn: on }, on),
    },
    { name: aChange.id, lastDays: (on) => aChange.decide({ kind: 'dpi', becameAwareOfChangeOn: on }, on) },
  ]),
  ...england.GIFT_RULES.map((rule): ClockOfACode => ({
    name: rule.id,
    lastDays: (on) => rule.decide({ ...gift, threshold, receivedOn: on }, on).clock,
  })),
  {
    name: wales.para15_1.id,
    lastDays: (on) => wales.para15_1.decide({ authorityKind: 'county', electedOn: on }, on),
  },
  ...(['new-interest', 'change-to-registered'] as const).map((change): ClockOfACode => ({
    name: `${wales.para15_2.id} and (3), ${change}`,
    lastDays: (on) =>
      wales.para15_2.decide({ authorityKind: 'county', change, becameAwareOfChangeOn: on }, on),
  })),
  {
    name: wales.para17.id,
    lastDays: (on) => wales.para17.decide({ valuePence: 5001, registerAbovePence: 5000, receivedOn: on }, on),
  },
  {
    name: northernIreland.section5OnElection.id,
    lastDays: (on) => northernIreland.section5OnElection.decide({ electedOn: on }, on),
  },
  {
    name: northernIreland.section5OnChange.id,
    lastDays: (on) => northernIreland.section5OnChange.decide({ becameAwareOfChangeOn: on }, on),
  },
];

describe('A period of 28 days, on whatever day from 1 July 2012 to the end of 2030 it begins', () => {
  const FROM = civilDate('2012-07-01');
  const days: readonly CivilDate[] = Array.from(
    { length: daysBetween(FROM, civilDate('2030-12-31')) + 1 },
    (_, index) => addDays(FROM, index),
  );

  it.each(CLOCKS)('beginning with a day, ends 27 days after it: $name', ({ lastDay }) => {
    expect(lengths(days, (on) => [lastDay(on)])).toEqual(['27']);
  });

  it.each(CLOCKS_OF_CODES)(
    'of a day, ends 27 days after it to be safe, and 28 at the latest: $name',
    ({ lastDays }) => {
      expect(
        lengths(days, (on) => {
          const { value } = lastDays(on) as Decided<WithinDaysOf>;
          return [value.safeLastDay, value.latestArguableLastDay];
        }),
      ).toEqual(['27, 28']);
    },
  );
});

/** How many days after its first each last day is, as often as it differs. */
function lengths(
  days: readonly CivilDate[],
  lastDays: (on: CivilDate) => readonly CivilDate[],
): readonly string[] {
  const all = days.map((on) =>
    lastDays(on)
      .map((last) => daysBetween(on, last))
      .join(', '),
  );
  return [...new Set(all)];
}
