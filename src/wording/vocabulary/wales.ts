import type { WalesFact, WalesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Wales: a sentence for each point, and a question for each fact. */
export const WALES_SENTENCES: Record<WalesPoint, Sentence> = {
  'wales-personal-interest': 'You have a personal interest in this item.',
  'wales-no-personal-interest': 'You have no personal interest in this item.',
  'wales-disclose-orally':
    'You must tell the meeting that you have an interest and what it is. If you have not declared it before, also give written notice of it before the meeting or straight after it.',
  'wales-prejudicial':
    'Your interest is prejudicial: a member of the public who knew the facts would think it likely to prejudice your judgement.',
  'wales-not-prejudicial': 'Your interest is not prejudicial, so you may stay, speak and vote.',
  'wales-not-significant':
    'A member of the public who knew the facts would not think your interest likely to prejudice your judgement.',
  'wales-exempt-business':
    'The code exempts business of this sort, so your interest in it is not prejudicial.',
  'wales-not-exempt-business': 'The code does not exempt business of this sort.',
  'wales-approval-or-licence':
    'The exemption does not help here, because this item decides on an approval, a licence or the like.',
  'wales-not-a-tenant': 'The exemption for council housing is for those who rent or lease from the council.',
  'wales-rent-arrears':
    'You are more than two months behind with your rent to the council, so the exemption for council housing is lost.',
  'wales-own-tenancy':
    'This item is particularly about your own tenancy, so the exemption for council housing does not help.',
  'wales-no-pupil':
    'The exemption for school meals and travel is for the parents, grandparents and guardians of children in full-time education.',
  'wales-own-school':
    'This item is particularly about the school that you govern or that your child attends, so no exemption helps.',
  'wales-no-sick-pay':
    'The exemption for statutory sick pay is for those who receive it from the council or have a right to it.',
  'wales-not-a-community-council': 'The exemption for small grants is for community councils.',
  'wales-grant-over-limit': 'The exemption for small grants ends at £500.',
  'wales-own-decision':
    'This item scrutinises a decision that you were present for as one of those who took it, so your interest is prejudicial.',
  'wales-not-before-scrutiny': 'This item is not before an overview and scrutiny committee.',
  'wales-not-own-decision': 'This item does not scrutinise a decision of your own.',
  'wales-say-own-decision':
    'To be safe, tell the meeting that this item scrutinises a decision of a body that you sat on.',
  'wales-no-part': 'You must not take part in the discussion or try to influence the decision.',
  'wales-no-vote': 'You must not vote.',
  'wales-withdraw': 'You must leave the room while you may not take part.',
  'wales-public-may-not-speak': 'Members of the public may not speak on this item.',
  'wales-speak-then-leave':
    'You may speak only as a member of the public may, and you must leave before the item is considered further.',
  'wales-may-write':
    'You may send the meeting written representations, because the public may speak on the item.',
  'wales-may-not-write': 'You must not send the meeting written representations.',
  'wales-dispensed':
    'Your dispensation from the standards committee relieves you. Say at the meeting that you rely on it.',
  'wales-register-on-election': (lastDay) =>
    `You must register your personal interests within 28 days of your election. To be safe, do it by ${lastDay}.`,
  'wales-register-change': (lastDay) =>
    `You must register it within 28 days of becoming aware of it. To be safe, do it by ${lastDay}.`,
  'wales-community-not-on-election':
    'As a community councillor you do not have to register interests when you are elected, but when you first declare them.',
  'wales-community-not-for-new-interests':
    'As a community councillor you do not have to register a new interest before you first declare it.',
  'wales-register-held-on-election': 'You must register it, because you held it when you were elected.',
  'wales-register-new-interest': 'You must register it, because it is new.',
  'wales-register-at-first-disclosure': 'You must register it when you first declare it at a meeting.',
  'wales-no-interest-to-register': 'You have no personal interest that has still to be registered.',
  'wales-register-gift': (lastDay) =>
    `You must give written notice of it within 28 days of receiving it. To be safe, do it by ${lastDay}.`,
  'wales-gift-within-figure':
    'It is not worth more than the figure that your council has set, so it need not be registered.',
};

export const WALES_QUESTIONS: Record<WalesFact, Question> = {
  personalInterest: {
    question: 'Do you have a personal interest in this item?',
    help: 'Think of your work, land, contracts and bodies, and of whom you live with or are close to.',
  },
  prejudicial: { question: 'Is your interest prejudicial?' },
  'business.sort': {
    question: 'Is this item of a sort that the model code exempts?',
    help: 'Such as council housing, school meals or travel, sick pay, allowances, another authority that you belong to, or a body that your council appointed you to.',
  },
  determinesApproval: {
    question: 'Does this item decide on an approval, consent, licence, permission or registration?',
  },
  isCouncilTenant: { question: 'Do you hold a tenancy or a lease from the council?' },
  rentArrearsOverTwoMonths: {
    question: 'Are you more than two months behind with your rent to the council?',
  },
  relatesParticularlyToOwnTenancy: { question: 'Is this item particularly about your own tenancy or lease?' },
  isPupilsParentOrGuardian: {
    question: 'Are you a parent, grandparent or guardian of a child in full-time education?',
  },
  relatesParticularlyToTheSchool: {
    question: 'Is this item particularly about the school that you govern, or that the child attends?',
  },
  entitledToSickPay: {
    question: 'Do you receive statutory sick pay from the council, or have a right to it?',
  },
  welshAuthorityKind: { question: 'Is this a community council, or another authority?' },
  grantPence: { question: 'How much is the grant, loan or other help?' },
  aboutOwnDecision: {
    question:
      'Is this item about a decision or action of a body that you were then a member of, and present?',
  },
  electedOn: { question: 'On which day were you elected or appointed?' },
  change: { question: 'Is it a new interest, or a change to one that is registered?' },
  justElected: { question: 'Were you just elected?' },
  hasPersonalInterest: { question: 'Do you have a personal interest that the register does not show?' },
  disclosedAtMeeting: { question: 'Have you declared it at a meeting?' },
};
