import {
  addDays,
  bankHoliday,
  england,
  heldWhenNotified,
  yesOrNo,
  type CivilDate,
  type Finding,
} from '../../../law/index.js';
import { answerSheet, as, plain, type Parts } from '../answer-sheet.js';
import { ordinaryUnless } from '../ordinary.js';
import type { Asked } from '../asked.js';
import { withinDays } from '../within-days.js';
import { CLOCK_NAMES, interestOf, readClock, type ClockAnswer, type ClockGiven } from './clock-facts.js';
import { takingOffice } from './clock-taking-office.js';
import { meetingHolder } from './meeting-facts.js';
import { ANY_DAY, CODES } from '../named-codes.js';

/** A case of the type `clock`: each clock, and each question beside one, for which the case gives a fact. */
export function answerClock(facts: object, { code, strict }: Asked): object | undefined {
  if (CODES[code] === undefined) return undefined;
  const given = readClock(facts);
  const midTerm = inMidTerm(given, strict);
  // The form that was due on taking office was given before an interest that came in mid-term.
  const office: ClockAnswer = midTerm === undefined ? takingOffice(given, strict) : { parts: {} };
  const disclosure = afterDisclosure(given, strict);
  const alone = actingAlone(given, strict);
  const [duty, lastDay] = lastDayOf(office, disclosure, alone);
  return answerSheet(
    {
      ...office.parts,
      ...disclosure.parts,
      ...alone.parts,
      ...(lastDay === undefined ? {} : aboutTheLastDay(given, lastDay)),
      ...receipt(given, duty, lastDay),
      ...toWhom(given),
      ...mustBeInNotification(given, strict),
      ...byTheCode(given, code, strict),
      ...midTerm,
    },
    CLOCK_NAMES,
  );
}

type Duty = england.ClockStopFacts['notifiedFor'];

/** The clock whose last day is told: of several, the one that was started last. */
function lastDayOf(
  office: ClockAnswer,
  disclosure: ClockAnswer,
  alone: ClockAnswer,
): [Duty, CivilDate | undefined] {
  if (alone.lastDay !== undefined) return ['acting-alone', alone.lastDay];
  return disclosure.lastDay === undefined
    ? ['taking-office', office.lastDay]
    : ['meeting', disclosure.lastDay];
}

/** s.31(2), (3) and (11): an interest disclosed at a meeting. */
function afterDisclosure(given: ClockGiven, strict: boolean): ClockAnswer {
  const { disclosedAtMeetingOn: meetingDate, notifiedToMOOn, enteredInRegisterOn } = given;
  if (meetingDate === undefined) return { parts: {} };
  const usual = ordinaryUnless(strict);
  const entered =
    given.enteredInRegister ??
    (enteredInRegisterOn === undefined
      ? undefined
      : enteredInRegisterOn !== null && enteredInRegisterOn <= meetingDate);
  const inRegister = usual(entered, false);
  const notifiedBefore = notifiedToMOOn ?? usual<CivilDate | null>(undefined, null);
  const isPending = england.s31_11.decide(
    {
      notifiedFor: 'taking-office',
      receivedByOfficerOn: notifiedBefore,
      enteredOn: enteredInRegisterOn ?? usual<CivilDate | null>(undefined, null),
    },
    meetingDate,
  );
  const pending =
    given.pendingNotification ??
    (isPending.kind === 'cannot-tell' ? undefined : isPending.value && inRegister !== true);
  const facts = { meetingDate, interest: { inRegister, pending } };
  const notify = england.s31_3.decide(facts, ANY_DAY);
  const disclose = england.s31_2.decide(facts, ANY_DAY);
  return {
    parts: {
      ...deadlines(notify),
      ...(given.pendingNotification === undefined
        ? { pendingNotification: isPending }
        : { pendingNotification: plain(pending) }),
      mustNotifyAgain: as(notify, (last) => last !== null),
      mustDiscloseAtMeeting: as(disclose, (what) => what !== 'none'),
    },
    lastDay: settledDay(notify),
  };
}

/** s.31(6) and (7): a matter for the member alone. */
function actingAlone(given: ClockGiven, strict: boolean): ClockAnswer {
  const { actingAlone: mayBeDischargedAlone, becameAwareOn } = given;
  if (mayBeDischargedAlone === undefined) return { parts: {} };
  const usual = ordinaryUnless(strict);
  const { notify } = england.decidedAlone(
    {
      mayBeDischargedAlone,
      interest: {
        // The clock is that of a disclosable pecuniary interest.
        kind: 'dpi',
        heldBy: usual(given.heldBy === undefined ? undefined : meetingHolder(given.heldBy), 'self'),
        memberAwareOfPartners: usual(undefined, true),
        inRegister: given.enteredInRegister,
        pending: usual(given.pendingNotification, false),
      },
      interestIsInTheMatter: usual(given.interestIsInTheMatter, true),
      memberAwareItIs: usual(given.memberAwareInterestIsInTheMatter ?? (becameAwareOn && true), true),
      becameAwareOn,
      dispensations: usual(undefined, []),
      step: null,
    },
    ANY_DAY,
  );
  return { parts: deadlines(notify), lastDay: settledDay(notify) };
}

function deadlines(notify: Finding<CivilDate | null>): Parts {
  return { lastDay: notify, deadline: notify };
}

function settledDay(notify: Finding<CivilDate | null>): CivilDate | undefined {
  return notify.kind === 'cannot-tell' ? undefined : (notify.value ?? undefined);
}

/** Neither a weekend nor a bank holiday moves a last day. */
function aboutTheLastDay({ bankHolidays }: ClockGiven, lastDay: CivilDate): Parts {
  const isHoliday = bankHolidays?.includes(lastDay) ?? isKnownBankHoliday(lastDay);
  return {
    extended: plain(false),
    extendedForWeekend: plain(false),
    ...(isHoliday === undefined ? {} : { lastDayIsBankHoliday: plain(isHoliday) }),
  };
}

function isKnownBankHoliday(day: CivilDate): boolean | undefined {
  try {
    return bankHoliday(day, 'england-and-wales') !== undefined;
  } catch (error) {
    // The bank holidays of that year are not known here.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Nobody can say whether it was in time before a clock has begun. */
const NO_CLOCK: Finding<boolean> = {
  kind: 'cannot-tell',
  couldBe: [true, false],
  missing: ['becameMemberOn'],
  question: 'becameMemberOn',
  reasons: [],
};

/** On which day the monitoring officer received it, and whether that was in time. */
function receipt(given: ClockGiven, notifiedFor: Duty, lastDay: CivilDate | undefined): Parts {
  const { notificationReceivedByMOAt: receivedAt, notificationReceivedByMOOn: on } = given;
  const london = receivedAt && england.s9.decide({ receivedAt }, ANY_DAY);
  const receivedByOfficerOn = london === undefined || london.kind === 'cannot-tell' ? on : london.value;
  if (receivedByOfficerOn === undefined) return {};
  const stops =
    lastDay && england.clockStops.decide({ notifiedFor, lastDay, receivedByOfficerOn }, receivedByOfficerOn);
  return {
    receivedLondonDate: london ?? plain(receivedByOfficerOn),
    ...(stops === undefined
      ? { inTime: NO_CLOCK }
      : {
          inTime: as(stops, (how) => how === 'in-time'),
          clockStoppedBy: plain('receipt of notification by the monitoring officer'),
        }),
  };
}

const OFFICERS = {
  'the-authority-itself': 'monitoring officer of the authority',
  'the-district-council': 'monitoring officer of the district council',
  'the-london-borough-council': 'monitoring officer of the London borough council',
  'the-county-council': 'monitoring officer of the county council',
};

/** To whom a form is to be given, and whether one that was given to somebody else notifies. */
function toWhom({ authority, formGivenTo, clerkForwarded, ...given }: ClockGiven): Parts {
  const officer =
    authority === undefined
      ? {}
      : { notifyTo: as(england.s29_4.decide(keeperOf(authority), ANY_DAY), (one) => OFFICERS[one]) };
  if (formGivenTo === undefined) return officer;
  const givenTo = receiverOf(formGivenTo);
  const withTheClerk = givenTo !== 'monitoring-officer';
  const receivedByOfficerOn =
    given.notificationReceivedByMOOn ?? (withTheClerk ? undefined : (given.notificationGivenOn ?? ANY_DAY));
  const facts = {
    givenTo,
    clerkPassedItOn: clerkForwarded,
    receivedByOfficerOn,
  };
  return { ...officer, notified: england.notified.decide(facts, receivedByOfficerOn ?? ANY_DAY) };
}

/** Undefined for anybody of whom the case does not say that they are the one or the other. */
function receiverOf(formGivenTo: string): 'parish-clerk' | 'monitoring-officer' | undefined {
  if (/\bmonitoring officer\b/i.test(formGivenTo)) return 'monitoring-officer';
  return /\bclerk\b/i.test(formGivenTo) ? 'parish-clerk' : undefined;
}

function keeperOf(authority: string): england.RegisterKeeperFacts {
  const parishCouncil = /\b(parish|town) (council|meeting)\b/i.test(authority);
  if (/london borough/i.test(authority)) return { parishCouncil, parishIn: 'london-borough' };
  const unitary = /\b(unitary|no district|without a district|not in a district)\b/i.test(authority);
  if (unitary) return { parishCouncil, parishIn: 'elsewhere' };
  return /\bdistrict\b/i.test(authority)
    ? { parishCouncil, parishIn: 'district-with-a-council' }
    : { parishCouncil };
}

/** s.30(1): of the interests held when the notification is given. */
function mustBeInNotification(given: ClockGiven, strict: boolean): Parts {
  const { notificationGivenOn } = given;
  if (notificationGivenOn === undefined || given.interest === undefined) return {};
  const usual = ordinaryUnless(strict);
  const { acquiredOn, soldOn } = interestOf(given);
  const held = heldWhenNotified({
    notificationGivenOn,
    acquiredOn: acquiredOn ?? usual<CivilDate | null>(undefined, null),
    disposedOn: soldOn ?? usual<CivilDate | null>(undefined, null),
  });
  return { mustBeInNotification: yesOrNo(england.s30_1, held, 'held-when-notified') };
}

/** The clocks of the code itself: "within 28 days of", so with two last days. */
function byTheCode(given: ClockGiven, code: string, strict: boolean): Parts {
  const { becameAwareOn, becameMemberOn, actingAlone, hasDPI } = given;
  const registration = england.REGISTRATION_RULES.find((one) => one.code === CODES[code]?.[0]?.code);
  if (registration === undefined || actingAlone === true || hasDPI === false) return {};
  const kind = kindOf(given, strict);
  if (becameAwareOn !== undefined) {
    const clock = registration.aChange.decide({ kind, becameAwareOfChangeOn: becameAwareOn }, ANY_DAY);
    const offence = clock.reasons.some(({ sanction }) => sanction === 'criminal');
    return {
      codeDutyToNotify: as(clock, (days) => days !== null),
      ...withinDays(clock),
      offenceIfNotNotified: plain(offence),
    };
  }
  if (becameMemberOn === undefined) return {};
  return withinDays(registration.onTakingOffice.decide({ kind, becameMemberOn }, ANY_DAY));
}

/** "ODI: chair of the forum" names its kind; an interest of which nothing is said is the ordinary one. */
function kindOf(
  { interestType, interest }: ClockGiven,
  strict: boolean,
): 'dpi' | 'odi' | 'ori' | 'nri' | undefined {
  const named =
    interestType ?? /\b(DPI|ODI|ORI|NRI)\b/.exec(typeof interest === 'string' ? interest : '')?.[1];
  const kind = (['dpi', 'odi', 'ori', 'nri'] as const).find((one) => one === named?.toLowerCase());
  return kind ?? (strict ? undefined : 'dpi');
}

/** By the Act alone, an interest got after the form was given waits until it meets a matter. */
function inMidTerm(given: ClockGiven, strict: boolean): Parts | undefined {
  const { raisedAtMeeting, initialNotificationGivenOn, becameAwareOn } = given;
  const asked =
    raisedAtMeeting ?? initialNotificationGivenOn ?? (given.actingAlone ? undefined : becameAwareOn);
  const isDpi = kindOf(given, strict) === 'dpi';
  if (asked === undefined || !isDpi) return undefined;
  const usual = ordinaryUnless(strict);
  const acquiredOn = interestOf(given).acquiredOn ?? becameAwareOn;
  const { dutyToNotify, offenceIfNotNotified } = england.afterTheNotification.decide(
    {
      notificationGivenOn:
        usual(initialNotificationGivenOn, acquiredOn && addDays(acquiredOn, -1)) ?? undefined,
      acquiredOn,
      metAMatter:
        raisedAtMeeting === undefined ? usual(undefined, 'no') : raisedAtMeeting ? 'at-a-meeting' : 'no',
      inRegister: usual(given.enteredInRegister, false),
      pending: usual(given.pendingNotification, false),
    },
    ANY_DAY,
  );
  const noClock = dutyToNotify.kind !== 'cannot-tell' && !dutyToNotify.value ? { deadline: plain(null) } : {};
  return { statutoryDutyToNotify: dutyToNotify, offenceIfNotNotified, ...noClock };
}
