import type { Asked } from './asked.js';
import { answerAgenda } from './types/agenda.js';
import { answerClassification } from './types/classification.js';
import { answerClock } from './types/clock.js';
import { answerCoOpted } from './types/co-opted.js';
import { answerCouncilTax } from './types/council-tax.js';
import { answerDeclarationForm } from './types/declaration-form.js';
import { answerDispensation } from './types/dispensation.js';
import { answerGift } from './types/gift.js';
import { answerTimeline } from './types/meeting-timeline.js';
import { answerMeeting } from './types/meeting.js';
import { answerOffence } from './types/offence.js';
import { answerOtherJurisdiction } from './types/other-jurisdiction.js';
import { answerPredetermination } from './types/predetermination.js';
import { answerPublicParticipation } from './types/public-participation.js';
import { answerRecord } from './types/record.js';
import { answerRegister } from './types/register.js';
import { answerSingleMember } from './types/single-member.js';
import { answerWhip } from './types/whip.js';

/** A type of case: what answers it, and the facts of which one at least begins a question. */
export interface CaseType {
  /** Undefined where no module covers the code. */
  readonly answer: (facts: object, asked: Asked) => object | undefined;
  /** Empty where the type says so itself, country by country. */
  readonly beginsWith: readonly string[];
}

const CLOCK_BEGINS = [
  'becameMemberOn',
  'ordinaryDayOfElection',
  'coOptedOn',
  'appointedOn',
  'becameMemberAgainOn',
  'becameMemberOfCountyOn',
  'disclosedAtMeetingOn',
  'actingAlone',
  'becameAwareOn',
  'initialNotificationGivenOn',
  'notificationGivenOn',
  'interest',
  'notificationReceivedByMOAt',
  'notificationReceivedByMOOn',
  'person',
  'entitledToVote',
  'formGivenTo',
];
const OFFENCE_BEGINS = [
  'spoke',
  'voted',
  'declared',
  'notified',
  'leftRoom',
  'informationFalse',
  'offenceDate',
  'convicted',
  'prosecutor',
  'offenceCommittedOn',
  'sufficientEvidenceKnownToProsecutorOn',
];
const REGISTER_BEGINS = ['heldBy', 'sensitive', 'authority', 'personIsMember', 'interestStillHeld'];

export const TYPES: Readonly<Record<string, CaseType>> = {
  agenda: { answer: answerAgenda, beginsWith: ['meetingDate'] },
  classification: { answer: answerClassification, beginsWith: ['category'] },
  clock: { answer: answerClock, beginsWith: CLOCK_BEGINS },
  'co-opted': { answer: answerCoOpted, beginsWith: ['person'] },
  'council-tax': { answer: answerCouncilTax, beginsWith: ['meetingDate'] },
  'declaration-form': { answer: answerDeclarationForm, beginsWith: ['itemNamed'] },
  dispensation: { answer: answerDispensation, beginsWith: ['request'] },
  gift: { answer: answerGift, beginsWith: ['valuePence'] },
  meeting: { answer: answerMeeting, beginsWith: ['interestType'] },
  'meeting-timeline': { answer: answerTimeline, beginsWith: ['becameAwareAt'] },
  offence: { answer: answerOffence, beginsWith: OFFENCE_BEGINS },
  'other-jurisdiction': { answer: answerOtherJurisdiction, beginsWith: [] },
  predetermination: { answer: answerPredetermination, beginsWith: ['previouslyIndicatedView'] },
  'public-participation': { answer: answerPublicParticipation, beginsWith: ['meetingDate'] },
  record: { answer: answerRecord, beginsWith: ['conflictDeclared'] },
  register: { answer: answerRegister, beginsWith: REGISTER_BEGINS },
  'single-member': { answer: answerSingleMember, beginsWith: ['actingAlone'] },
  whip: { answer: answerWhip, beginsWith: ['underPartyWhip'] },
};
