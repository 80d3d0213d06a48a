import {
  day,
  group,
  instant,
  listOf,
  either,
  orNone,
  readFacts,
  words,
  yesNo,
  type FactsOf,
  oneOf,
} from '../fact-kinds.js';
import { refuseEnteredAndPending, refuseIf } from '../contradiction.js';
import { londonDateOf, type CivilDate } from '../../../law/index.js';
import type { FactNames, Parts } from '../answer-sheet.js';

const SCHEMA = {
  actingAlone: yesNo,
  alreadyRegisteredWithDistrict: yesNo,
  appointedOn: day,
  authority: words,
  bankHolidays: listOf(day),
  becameAwareOn: day,
  becameMemberAgainOn: day,
  becameMemberOfCountyOn: day,
  becameMemberOn: day,
  clerkForwarded: yesNo,
  coOptedOn: day,
  disclosedAtMeetingOn: day,
  dpis: listOf(group({ what: words, enteredInRegister: yesNo })),
  enteredInCountyRegister: yesNo,
  enteredInRegister: yesNo,
  enteredInRegisterOn: orNone(day),
  entitledToVote: yesNo,
  entitledToVoteOn: words,
  formGivenTo: words,
  fourthDayIsBankHoliday: yesNo,
  hasDPI: yesNo,
  heldBy: words,
  initialNotificationGivenOn: day,
  interestIsInTheMatter: yesNo,
  memberAwareInterestIsInTheMatter: yesNo,
  interestType: oneOf('DPI', 'ODI', 'ORI', 'NRI'),
  interest: either(words, group({ what: words, acquiredOn: day, soldOn: day })),
  notificationGivenOn: day,
  notificationReceivedByMOAt: instant,
  notificationReceivedByMOOn: day,
  notifiedToMOOn: day,
  ordinaryDayOfElection: day,
  pendingNotification: yesNo,
  person: words,
  publishedOn: day,
  raisedAtMeeting: yesNo,
  reElected: yesNo,
};

/** The facts of a case of the type `clock`, as read. */
export type ClockGiven = FactsOf<typeof SCHEMA>;

/** What one clock makes of the facts, and its last day where it runs. */
export interface ClockAnswer {
  readonly parts: Parts;
  readonly lastDay?: CivilDate | undefined;
}

export const CLOCK_NAMES: FactNames = {
  answers: 'hasDPI',
  'answers.inRegister': 'dpis[].enteredInRegister',
  returning: 'reElected',
  'interest.inRegister': 'enteredInRegister',
  'interest.pending': 'pendingNotification',
  pollingDay: 'ordinaryDayOfElection',
  receivedByOfficerOn: 'notificationReceivedByMOOn',
  clerkPassedItOn: 'clerkForwarded',
  givenTo: 'formGivenTo',
  enteredOn: 'enteredInRegisterOn',
  mayBeDischargedAlone: 'actingAlone',
  becameMemberOn: 'becameMemberOn',
  parishCouncil: 'authority',
  parishIn: 'authority',
  from: 'interest.acquiredOn',
  to: 'interest.soldOn',
  metAMatter: 'raisedAtMeeting',
  memberAwareItIs: 'memberAwareInterestIsInTheMatter',
  'interest.heldBy': 'heldBy',
};

export function readClock(facts: object): ClockGiven {
  const given = readFacts(facts, SCHEMA);
  refuseEnteredAndPending(given);
  refuseIf(
    given.enteredInRegister === false && Boolean(given.enteredInRegisterOn),
    'facts.enteredInRegister is false, and facts.enteredInRegisterOn says when it was entered',
  );
  const { acquiredOn, soldOn } = interestOf(given);
  refuseIf(
    acquiredOn && soldOn ? soldOn < acquiredOn : false,
    'facts.interest.soldOn is before facts.interest.acquiredOn',
  );
  refuseIf(
    given.becameMemberOn && given.ordinaryDayOfElection
      ? given.becameMemberOn < given.ordinaryDayOfElection
      : false,
    'facts.becameMemberOn is before facts.ordinaryDayOfElection',
  );
  refuseIf(
    given.hasDPI === false && (given.dpis ?? []).length > 0,
    'facts.hasDPI is false, and facts.dpis lists some',
  );
  refuseIf(
    new Set(startsOf(given)).size > 1,
    'facts give two different days of taking office, such as facts.becameMemberOn and facts.coOptedOn',
  );
  const { notificationReceivedByMOAt: at, notificationReceivedByMOOn: on } = given;
  refuseIf(
    at && on ? londonDateOf(at) !== on : false,
    'facts.notificationReceivedByMOAt is on another day in London than facts.notificationReceivedByMOOn',
  );
  return given;
}

/** Every day of taking office that a case gives; there is to be one. */
export function startsOf(given: ClockGiven): readonly CivilDate[] {
  const { becameMemberOn, becameMemberAgainOn, becameMemberOfCountyOn, coOptedOn, appointedOn } = given;
  return [becameMemberOn, becameMemberAgainOn, becameMemberOfCountyOn, coOptedOn, appointedOn].filter(
    (day) => day !== undefined,
  );
}

/** The days that a case gives for an interest; none where it only names it. */
export function interestOf({ interest }: ClockGiven): Exclude<ClockGiven['interest'], string | undefined> {
  return typeof interest === 'object' ? interest : {};
}
