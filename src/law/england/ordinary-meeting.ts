import type { MeetingAnswer } from '../conclusion.js';
import type { Dispensation, MeetingFacts, MeetingInterest } from '../facts.js';
import { civilDate } from '../time/civil-date.js';

/** A registered disclosable pecuniary interest of the member's own: every fact known. */
const registeredDpi = {
  kind: 'dpi',
  heldBy: 'self',
  memberAwareOfPartners: true,
  inRegister: true,
  pending: false,
  sensitive: 'no',
} as const satisfies MeetingInterest;

/** A member at a committee that comes to an item in which they have that interest, and they know: every fact known. */
export const ordinaryMeeting = {
  person: 'member',
  meetingDate: civilDate('2017-10-24'),
  formalMeeting: true,
  present: true,
  interest: registeredDpi,
  interestIsInTheMatter: true,
  memberAwareItIs: true,
  matter: { planningOrRegulatory: false, educationFunction: false, decidesOnDispensation: false },
  affectsPecuniaryInterests: false,
  likelyToPrejudice: false,
  dispensations: [],
} as const satisfies MeetingFacts;

/** The ordinary meeting with another interest. */
export function withInterest(interest: MeetingInterest): MeetingFacts {
  return { ...ordinaryMeeting, interest: { ...registeredDpi, ...interest } };
}

/** A dispensation for both restrictions that covers the ordinary meeting. */
export const goodDispensation: Dispensation = {
  id: 'd1',
  requestedInWriting: true,
  grantedOn: civilDate('2017-05-20'),
  from: civilDate('2017-06-01'),
  to: civilDate('2021-05-31'),
  coversThisMatter: true,
  relieves: ['discussion', 'vote'],
};

/** The ordinary meeting with a dispensation, changed as given. */
export function withDispensation(changes: Partial<Dispensation> = {}): MeetingFacts {
  return { ...ordinaryMeeting, dispensations: [{ ...goodDispensation, ...changes }] };
}

/** What each text of {@link inShort} is about. */
export const MEETING_COLUMNS: readonly string[] = [
  'Must declare',
  'May speak',
  'May vote',
  'Must leave',
  'Must notify by',
];

/** An answer in one line: disclose, discuss, vote, leave, notify. 'excused: ' marks relief, '?' what cannot be told. */
export function inShort({ disclose, discuss, vote, leave, notify }: MeetingAnswer): readonly string[] {
  return [disclose, discuss, vote, leave, notify].map((finding) => {
    if (finding.kind === 'cannot-tell') return `? ${finding.question}`;
    return `${finding.kind === 'excused' ? 'excused: ' : ''}${String(finding.value)}`;
  });
}

/** What {@link inShort} gives where nothing is asked and nothing barred. */
export const FREE: readonly string[] = ['none', 'true', 'true', 'false', 'null'];
