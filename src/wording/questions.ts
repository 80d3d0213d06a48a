import type { FactName } from '../law/index.js';

/** A question to the person who can give a fact, with help where the words need it. */
export interface Question {
  readonly question: string;
  readonly help?: string;
}

/** A question for every fact that an answer can be waiting for. A fact without one does not compile. */
const QUESTIONS: Record<FactName, Question> = {
  person: { question: 'Are you a member, or co-opted, and what may you vote on?' },
  becameMemberOn: {
    question: 'On which day did you become a member?',
    help: 'For an ordinary election, the fourth day after polling day.',
  },
  returning: { question: 'Were you re-elected or re-appointed?' },
  answers: {
    question: 'Do you or your partner have anything to notify, category by category?',
    help: 'Answer every category. “Nothing” is an answer.',
  },
  'answers.inRegister': { question: 'Is each of your interests in this council’s register?' },
  'answers.receivedOn': { question: 'When did the monitoring officer receive your notification?' },
  leftOfficeOn: { question: 'Have you left office, and on which day?' },
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
  'matter.educationFunction': { question: 'Is this item about an education function?' },
  'matter.decidesOnDispensation': { question: 'Is this item the decision whether to grant a dispensation?' },
  affectsPecuniaryInterests: {
    question: 'Does this item affect your pecuniary interests?',
    help: 'If it affects those of your family or of a body you belong to, answer yes as well, to be safe.',
  },
  likelyToPrejudice: {
    question: 'Would it be seen as likely to prejudice your judgement of the public interest?',
    help: 'Think of what a reasonable member of the public who knew the facts would say.',
  },
  dispensations: { question: 'Do you have a dispensation for this item?' },
  'dispensations.requestedInWriting': { question: 'Did you ask for the dispensation in writing?' },
  'dispensations.grantedOn': { question: 'On which day was the dispensation granted?' },
  'dispensations.period': { question: 'From which day to which day does the dispensation run?' },
  'dispensations.coversThisMatter': { question: 'Does the dispensation cover this item?' },
  'dispensations.relieves': { question: 'Does the dispensation cover discussion, voting or both?' },
  code: { question: 'What does your council’s own code say?', help: 'Ask the monitoring officer.' },
  heldBy: { question: 'Whose interest is it?' },
  memberAware: { question: 'Do you know that your partner has this interest?' },
  relationship: { question: 'Are you married, in a civil partnership, or living together as a couple?' },
  forProfitOrGain: { question: 'Is the work carried on for profit or gain?' },
  fromTheAuthority: { question: 'Did the payment come from the council itself?' },
  towards: { question: 'Was it towards your expenses as a member or your election expenses?' },
  madeOn: { question: 'On which day was the payment made?' },
  notificationGivenOn: { question: 'On which day was the notification given?' },
  withTheAuthority: { question: 'Is the contract with this council?' },
  contractor: { question: 'Who has the contract with the council: the person, or a firm or body?' },
  connections: {
    question: 'What ties the person to the firm or body?',
    help: 'One share is enough to count.',
  },
  forGoodsServicesOrWorks: { question: 'Is the contract for goods, services or works?' },
  fullyDischarged: { question: 'Has everything under the contract been done and paid?' },
  beneficialInterest: { question: 'Is it a beneficial interest in the land?' },
  inArea: { question: 'Is the land in the council’s area?' },
  rightToOccupy: { question: 'Does it give a right to occupy the land, alone or with others?' },
  rightToIncome: { question: 'Does it give a right to receive income from the land?' },
  licenceToOccupy: { question: 'Is it a licence to occupy land?' },
  from: { question: 'From which day?' },
  to: { question: 'Until which day?' },
  landlordIsTheAuthority: { question: 'Is the council the landlord?' },
  knownToMember: { question: 'Do you know of it?' },
  areSecurities: { question: 'Are these securities?', help: 'Money in a building society is not.' },
  bodyInArea: { question: 'Has the body a place of business or land in the council’s area?' },
  nominalHeldPence: {
    question: 'What is the total nominal value of the securities?',
    help: 'The value printed on them, not what they would sell for.',
  },
  sharesHeldPence: { question: 'What is the total nominal value of the shares among them?' },
  issuedShareCapitalPence: { question: 'What is the nominal value of all the shares the body has issued?' },
  classes: { question: 'Is there more than one class of shares, and how much of each is held?' },
};

/** The question that asks for a fact. */
export function questionFor(fact: FactName): Question {
  return QUESTIONS[fact];
}
