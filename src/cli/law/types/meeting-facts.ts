import type {
  CivilDate,
  HeldBy,
  Dispensation,
  MeetingFacts,
  MeetingInterest,
  Person,
} from '../../../law/index.js';
import type { FactNames } from '../answer-sheet.js';
import { refuseEnteredAndPending, refuseIf } from '../contradiction.js';
import { day, group, listOf, oneOf, orNone, readFacts, words, yesNo, type FactsOf } from '../fact-kinds.js';
import { readHolder } from '../holders.js';
import { ANY_DAY } from '../named-codes.js';
import { ordinaryUnless } from '../ordinary.js';
import { SENSITIVE } from '../sensitive.js';

const PERSONS = {
  councillor: 'member',
  'co-opted member': 'co-opted',
  'church representative': 'co-opted-education',
  'parent governor representative': 'co-opted-education',
  'non-voting co-optee': 'co-opted-no-vote',
} as const satisfies Record<string, Person>;

const KINDS = {
  DPI: 'dpi',
  ODI: 'odi',
  ORI: 'ori',
  NRI: 'nri',
  'membership of another public body': 'other-body-membership',
} as const satisfies Record<string, MeetingInterest['kind']>;

export const DISPENSATION = group({
  writtenRequestByMember: yesNo,
  grantedOn: day,
  from: day,
  to: orNone(day),
  matter: words,
  relieves: listOf(oneOf('discussion', 'vote')),
});

export const MEETING_SCHEMA = {
  affectsMoreThanMajorityOfWard: yesNo,
  affectsPecuniaryInterests: yesNo,
  body: words,
  businessIs: words,
  dispensation: orNone(DISPENSATION),
  enteredInRegister: yesNo,
  educationFunction: yesNo,
  executiveArrangements: yesNo,
  formalMeeting: yesNo,
  gathering: words,
  heldBy: words,
  interestIsInTheMatter: yesNo,
  interestType: oneOf('DPI', 'ODI', 'ORI', 'NRI', 'membership of another public body', 'none'),
  leavesBeforeTheItem: yesNo,
  likelyToPrejudiceJudgement: yesNo,
  matterRelation: oneOf('directly relates', 'affects', 'neither'),
  meetingDate: day,
  memberAwareInterestIsInTheMatter: yesNo,
  memberAwareOfPartnersInterest: yesNo,
  pendingNotification: yesNo,
  person: oneOf(
    'councillor',
    'co-opted member',
    'church representative',
    'parent governor representative',
    'non-voting co-optee',
  ),
  planningOrRegulatory: yesNo,
  presentAtMeeting: yesNo,
  publicAllowedToSpeak: yesNo,
  reasonablePublicWouldThinkViewAffected: yesNo,
  sensitive: oneOf(...SENSITIVE.words),
  standingOrdersExclude: yesNo,
};
export type MeetingGiven = FactsOf<typeof MEETING_SCHEMA>;

/** How the cases call the facts of the law. */
export const MEETING_NAMES: FactNames = {
  present: 'presentAtMeeting',
  memberAwareItIs: 'memberAwareInterestIsInTheMatter',
  interest: 'interestType',
  'interest.kind': 'interestType',
  'interest.heldBy': 'heldBy',
  'interest.memberAwareOfPartners': 'memberAwareOfPartnersInterest',
  'interest.inRegister': 'enteredInRegister',
  'interest.pending': 'pendingNotification',
  'interest.sensitive': 'sensitive',
  'matter.planningOrRegulatory': 'planningOrRegulatory',
  'matter.decidesOnDispensation': 'businessIs',
  'matter.publicMaySpeak': 'publicAllowedToSpeak',
  'matter.educationFunction': 'educationFunction',
  relation: 'matterRelation',
  likelyToPrejudice: 'likelyToPrejudiceJudgement',
  dispensations: 'dispensation',
  'dispensations.requestedInWriting': 'dispensation.writtenRequestByMember',
  'dispensations.grantedOn': 'dispensation.grantedOn',
  'dispensations.period': 'dispensation.from',
  'dispensations.coversThisMatter': 'dispensation.matter',
  'dispensations.relieves': 'dispensation.relieves',
};

/** Of a dispensation's period the part that is missing; without the day of the meeting, that day. */
export function meetingNames({
  meetingDate,
  dispensation,
}: Pick<MeetingGiven, 'meetingDate' | 'dispensation'>): FactNames {
  const missing = dispensation?.from === undefined ? 'dispensation.from' : 'dispensation.to';
  return { ...MEETING_NAMES, 'dispensations.period': meetingDate === undefined ? 'meetingDate' : missing };
}

export function readMeeting(facts: object): MeetingGiven {
  const given = readFacts(facts, MEETING_SCHEMA);
  refuseContradictions(given);
  return given;
}

function refuseContradictions(given: MeetingGiven): void {
  refuseEnteredAndPending(given);
  refuseIf(
    given.interestType === 'none' && (given.enteredInRegister ?? given.pendingNotification),
    'facts.interestType is "none", and another fact says that the interest was notified',
  );
  refuseIf(
    given.presentAtMeeting === false && given.leavesBeforeTheItem,
    'facts.leavesBeforeTheItem says that the member came, and facts.presentAtMeeting that they did not',
  );
  refuseIf(
    given.interestType === 'DPI' &&
      given.heldBy !== undefined &&
      readHolder(given.heldBy).heldBy === 'someone-else',
    'facts.interestType is "DPI", which only the member’s own and their partner’s interests are, and facts.heldBy names somebody else',
  );
  const { from, to } = given.dispensation ?? {};
  refuseIf(from && to ? to < from : false, 'facts.dispensation.to is before facts.dispensation.from');
}

/** The defaults of the cases, off in strict mode: a councillor at a formal meeting, aware, with an interest of their own. */
export function meetingFacts(given: MeetingGiven, strict: boolean): MeetingFacts {
  const usual = ordinaryUnless(strict);
  const person = usual(given.person, 'councillor');
  return {
    meetingDate: given.meetingDate ?? ANY_DAY,
    person: person && PERSONS[person],
    formalMeeting: given.gathering === undefined ? usual(formalOf(given), true) : formalOf(given),
    ofTheExecutive: given.body === undefined ? undefined : isExecutive(given.body),
    present: usual(presentOf(given), true),
    interest: interestOf(given, strict),
    interestIsInTheMatter: usual(given.interestIsInTheMatter, true),
    memberAwareItIs: usual(given.memberAwareInterestIsInTheMatter, true),
    relation: usual(given.matterRelation && RELATIONS[given.matterRelation], 'directly-relates'),
    matter: {
      planningOrRegulatory: given.planningOrRegulatory,
      publicMaySpeak: given.publicAllowedToSpeak,
      educationFunction: given.educationFunction,
      decidesOnDispensation: usual(
        given.businessIs === undefined
          ? undefined
          : /\b(decid\w*|whether|grant|granting)\b.*\bdispensation/i.test(given.businessIs),
        false,
      ),
    },
    affectsPecuniaryInterests: given.affectsPecuniaryInterests,
    likelyToPrejudice: given.likelyToPrejudiceJudgement,
    affectsMoreThanMajorityOfWard: given.affectsMoreThanMajorityOfWard,
    reasonablePublicWouldThinkViewAffected: given.reasonablePublicWouldThinkViewAffected,
    dispensations: usual(dispensationsOf(given.dispensation, given.meetingDate), []),
  };
}

/** Whoever leaves before the item, or does not, was there: any part of the meeting is enough. */
function presentOf({ leavesBeforeTheItem, presentAtMeeting }: MeetingGiven): boolean | undefined {
  return leavesBeforeTheItem === undefined ? presentAtMeeting : true;
}

const RELATIONS = { 'directly relates': 'directly-relates', affects: 'affects', neither: 'neither' } as const;

const NO_MEETINGS =
  /\b(informal|briefing|workshop|site visit|training|seminar|(party|political) group|away ?day|pre-?meeting|drop-?in)\b/i;
const MEETINGS = /\b(meeting|council|committee|sub-?committee|cabinet|executive|panel|board)\b/i;

/** Without executive arrangements there is no executive for s.31(5) to count among the committees. */
function formalOf({
  formalMeeting,
  gathering,
  body,
  executiveArrangements,
}: MeetingGiven): boolean | undefined {
  if (formalMeeting !== undefined) return formalMeeting;
  if (gathering !== undefined && NO_MEETINGS.test(gathering)) return false;
  if (gathering !== undefined) return MEETINGS.test(gathering) ? true : undefined;
  return isExecutive(body) && executiveArrangements === false ? false : undefined;
}

function isExecutive(body: string | undefined): boolean {
  return /\b(executive|cabinet)\b/i.test(body ?? '');
}

function interestOf(given: MeetingGiven, strict: boolean): MeetingInterest | null | undefined {
  const { interestType, heldBy, sensitive } = given;
  if (interestType === 'none') return null;
  if (interestType === undefined && strict) return undefined;
  const usual = ordinaryUnless(strict);
  return {
    kind: interestType && KINDS[interestType],
    heldBy: usual(heldBy === undefined ? undefined : meetingHolder(heldBy), 'self'),
    memberAwareOfPartners: usual(given.memberAwareOfPartnersInterest, true),
    inRegister: given.enteredInRegister,
    pending: usual(given.pendingNotification, false),
    sensitive: usual(SENSITIVE.read(sensitive), 'no'),
  };
}

/** Interests of other people are only for codes, which ask nothing of a partner's awareness there. */
export function meetingHolder(text: string): HeldBy {
  return readHolder(text).heldBy === 'partner' ? 'partner' : 'self';
}

/** Without the day of the meeting nobody can say whether it is within the period of a dispensation. */
export function dispensationsOf(
  given: FactsOf<{ one: typeof DISPENSATION }>['one'] | null,
  meetingDate: CivilDate | undefined,
): readonly Dispensation[] | undefined {
  if (given === undefined) return undefined;
  if (given === null) return [];
  const { writtenRequestByMember, grantedOn, from, to, matter, relieves } = given;
  const period = meetingDate === undefined ? {} : { from, to };
  return [
    {
      id: 'the dispensation',
      requestedInWriting: writtenRequestByMember,
      // The cases say from when it runs. None was granted later than that.
      grantedOn: grantedOn ?? from,
      ...period,
      coversThisMatter: matter === undefined ? undefined : matter === 'this matter',
      relieves,
    },
  ];
}
