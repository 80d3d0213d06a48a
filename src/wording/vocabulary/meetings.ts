import type { MeetingsFact, MeetingsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Meetings: ss.31, 32(3) and 33: a sentence for each point, and a question for each fact. */
export const MEETINGS_SENTENCES: Record<MeetingsPoint, Sentence> = {
  'section-31-applies': 'The law on disclosable pecuniary interests applies to this item.',
  'executive-is-a-committee':
    'A meeting of the executive or of its committees counts like any other committee.',
  'no-interest': 'You have no interest in this item.',
  'not-a-formal-meeting': 'This is not a meeting of the council or of one of its committees.',
  'not-present': 'You are not at the meeting.',
  'not-a-dpi': 'The law’s rules are about disclosable pecuniary interests, and this is not one.',
  'not-in-the-matter': 'This item does not concern your interest.',
  'member-not-aware-it-is': 'These rules apply once you know that the item concerns your interest.',
  'in-register-so-not-disclosed': 'You do not have to declare it, because it is in the register.',
  'not-in-register-so-disclosed': 'You must declare it, because it is not in the register.',
  'sensitive-so-existence-only':
    'It is agreed to be sensitive, so say only that you have an interest and not what it is.',
  'not-sensitive': 'It has not been agreed to be sensitive.',
  'in-register-so-not-notified': 'It is in the register, so you do not have to notify it again.',
  'pending-so-not-notified': 'You have notified it already, so you do not have to notify it again.',
  'notify-after-disclosure': (lastDay) => `You must notify the monitoring officer of it by ${lastDay}.`,
  'no-discussion': 'You must not take part in the discussion.',
  'no-vote': 'You must not vote.',
  'standing-order-excludes':
    'Your council’s standing orders make you leave the room while you may not take part.',
  'no-standing-order-excludes': 'The law does not make you leave the room, and no standing order does.',
  'not-barred-so-may-stay': 'You may stay in the room, because you may take part.',
  'dispensed-discussion': 'Your dispensation lets you take part in the discussion.',
  'dispensed-vote': 'Your dispensation lets you vote.',
  'deciding-on-dispensation': 'You may take part in deciding whether to grant a dispensation.',
  'barred-but-for-the-dispensation': 'Without it the law would keep you from taking part.',
  'dispensation-within-its-period': 'It is for four years or less, and the meeting is within its period.',
  'no-dispensation': 'No dispensation for it is recorded.',
  'dispensation-not-in-writing': 'Your dispensation does not count: you did not ask for it in writing.',
  'dispensation-without-period': 'Your dispensation does not count: it states no period.',
  'dispensation-over-four-years': 'Your dispensation does not count: it is for more than four years.',
  'dispensation-not-retrospective': 'Your dispensation does not help: it was granted after the meeting.',
  'dispensation-out-of-period': 'Your dispensation does not help: the meeting is outside its period.',
  'dispensation-for-another-matter': 'Your dispensation does not help: it is for another matter.',
  'dispensation-for-another-restriction': 'Your dispensation does not cover both speaking and voting.',
};

export const MEETINGS_QUESTIONS: Record<MeetingsFact, Question> = {
  meetingDate: { question: 'On which day is the meeting?' },
  formalMeeting: {
    question: 'Is this a meeting of the council, its executive or one of its committees?',
    help: 'A briefing or a site visit is not.',
  },
  present: { question: 'Will you be at any part of the meeting?', help: 'Joining from elsewhere counts.' },
  interest: { question: 'Do you have an interest in this item?' },
  'interest.kind': { question: 'Is it a disclosable pecuniary interest, or another kind?' },
  'interest.heldBy': { question: 'Is the interest yours or your partner’s?' },
  'interest.memberAwareOfPartners': { question: 'Do you know that your partner has this interest?' },
  'interest.inRegister': { question: 'Is the interest in the register?' },
  'interest.pending': { question: 'Have you notified the interest and is it waiting to be entered?' },
  'interest.sensitive': { question: 'Has the monitoring officer agreed that the interest is sensitive?' },
  interestIsInTheMatter: { question: 'Does this item concern your interest?' },
  memberAwareItIs: { question: 'Do you know that this item concerns your interest?' },
  'matter.planningOrRegulatory': { question: 'Is this a planning or regulatory matter?' },
  'matter.decidesOnDispensation': { question: 'Is this item the decision whether to grant a dispensation?' },
  dispensations: { question: 'Do you have a dispensation for this item?' },
  'dispensations.requestedInWriting': { question: 'Did you ask for the dispensation in writing?' },
  'dispensations.grantedOn': { question: 'On which day was the dispensation granted?' },
  'dispensations.period': { question: 'From which day to which day does the dispensation run?' },
  'dispensations.coversThisMatter': { question: 'Does the dispensation cover this item?' },
  ofTheExecutive: { question: 'Is this a meeting of the executive or of one of its committees?' },
  standingOrdersExclude: {
    question: 'Do your council’s standing orders make members with such an interest leave the room?',
    help: 'The clerk or the monitoring officer can tell you.',
  },
  'dispensations.relieves': { question: 'Does the dispensation cover discussion, voting or both?' },
};
