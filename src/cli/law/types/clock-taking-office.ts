import {
  england,
  yesOrNo,
  type CivilDate,
  type Finding,
  type InterestAnswer,
  type Person,
} from '../../../law/index.js';
import { plain, type Parts } from '../answer-sheet.js';
import { ordinaryUnless } from '../ordinary.js';
import { startsOf, type ClockAnswer, type ClockGiven } from './clock-facts.js';
import { ANY_DAY } from '../named-codes.js';

/** s.30(1) and (2): who must notify on taking office, what, and by when. */
export function takingOffice(given: ClockGiven, strict: boolean): ClockAnswer {
  const person = personOf(given, strict);
  const covered = yesOrNo(england.s27_4, england.s27_4.decide({ person }, ANY_DAY), 'covered-by-the-act');
  const who: Parts = saysWho(given) ? { statutoryCoOptedMember: covered } : {};
  const start = startOf(given);
  const outside = covered.kind !== 'cannot-tell' && !covered.value;
  if (outside) return { parts: { ...who, mustRegister: covered } };
  if (start === undefined) return { parts: who };
  const derived: Parts = given.ordinaryDayOfElection === undefined ? {} : { becameMemberOn: start };
  if (start.kind === 'cannot-tell') return { parts: { ...who, ...derived, lastDay: start } };
  return owedFrom(start.value, person, { ...given }, { ...who, ...derived }, strict);
}

function owedFrom(
  becameMemberOn: CivilDate,
  person: Person | undefined,
  given: ClockGiven,
  parts: Parts,
  strict: boolean,
): ClockAnswer {
  const usual = ordinaryUnless(strict);
  const { conclusion, clock } = england.s30_1.decide(
    {
      person,
      becameMemberOn,
      returning:
        given.reElected ?? (given.becameMemberAgainOn === undefined ? usual(undefined, false) : true),
      answers: answersOf(given, strict),
      nothingElse: true,
      leftOfficeOn: null,
    },
    becameMemberOn,
  );
  const kind = conclusion.kind;
  const mustRegister: Finding<boolean> =
    conclusion.kind === 'cannot-tell'
      ? { ...conclusion, couldBe: [true, false] }
      : { kind: 'decided', value: kind === 'owed', reasons: conclusion.reasons };
  const lastDay = kind === 'owed' ? conclusion.lastDay : kind === 'cannot-tell' ? clock?.lastDay : undefined;
  const toNotify = given.dpis?.filter((one) => one.enteredInRegister !== true).map(({ what = '' }) => what);
  return {
    parts: {
      ...parts,
      mustRegister,
      ...withCounty(given, mustRegister, strict),
      ...(kind === 'not-owed'
        ? { deadline: plain(null) }
        : { lastDay: plain(lastDay), deadline: plain(lastDay) }),
      ...(toNotify === undefined || kind === 'cannot-tell' ? {} : { interestsToNotify: plain(toNotify) }),
    },
    lastDay,
  };
}

/** Each authority has its own register: an entry at the district does not help at the county. */
function withCounty(given: ClockGiven, mustRegister: Finding<boolean>, strict: boolean): Parts {
  if (given.becameMemberOfCountyOn === undefined) return {};
  const inRegister = ordinaryUnless(strict)(given.enteredInCountyRegister, false);
  return { mustRegisterWithCounty: mustRegister, enteredInThisRegister: england.enteredHere({ inRegister }) };
}

/** What the person holds: each interest that the case lists, or one of which it says no more. */
function answersOf(given: ClockGiven, strict: boolean): readonly InterestAnswer[] | undefined {
  const held = (inRegister: boolean | undefined): InterestAnswer => ({
    category: 'employment',
    heldBy: 'self',
    answer: 'holds',
    inRegister,
    receivedOn: null,
  });
  const usual = ordinaryUnless(strict);
  if (given.dpis !== undefined) return given.dpis.map((one) => held(one.enteredInRegister));
  const holds = usual(given.hasDPI, true);
  if (holds === undefined) return undefined;
  return holds ? [held(usual(given.enteredInCountyRegister ?? given.enteredInRegister, false))] : [];
}

function saysWho({ person, entitledToVote, entitledToVoteOn }: ClockGiven): boolean {
  return (person ?? entitledToVote ?? entitledToVoteOn) !== undefined;
}

function personOf(given: ClockGiven, strict: boolean): Person | undefined {
  const { person, entitledToVote, entitledToVoteOn } = given;
  if (entitledToVote === false) return 'co-opted-no-vote';
  const representative = /parent governor|church|diocesan/i.test(person ?? '');
  if (representative || /education/i.test(entitledToVoteOn ?? '')) return 'co-opted-education';
  if (entitledToVote === true || entitledToVoteOn !== undefined) return 'co-opted';
  const coOptee = /co-?opt|adviser|independent/i.test(person ?? '');
  return coOptee ? undefined : ordinaryUnless(strict)(person === undefined ? undefined : 'member', 'member');
}

/** The legal day of becoming a member, from whichever day the case gives. */
function startOf(given: ClockGiven): Finding<CivilDate> | undefined {
  const { ordinaryDayOfElection: pollingDay } = given;
  const [said] = startsOf(given);
  if (said !== undefined) return { kind: 'decided', value: said, reasons: [] };
  if (pollingDay === undefined) return undefined;
  const { becameMemberOn } = england.comingIntoOffice.decide(
    {
      cameInBy: 'ordinary-election',
      pollingDay,
      fourthDayIsPassedOver: given.fourthDayIsBankHoliday,
      bankHolidays: given.bankHolidays,
    },
    ANY_DAY,
  );
  return becameMemberOn;
}
