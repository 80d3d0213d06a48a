import type { ModelCodeFact, ModelCodePoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** The model code of 2020, and what codes have in common beside meetings: a sentence for each point, and a question for each fact. */
export const MODEL_CODE_SENTENCES: Record<ModelCodePoint, Sentence> = {
  'not-related': 'This item is not about your interest and does not affect it.',
  'declare-what-is-affected': 'You must declare it, because the item affects it.',
  'speak-as-the-public-may':
    'You may speak only as a member of the public may, and you must leave before the debate.',
  'affects-no-more-than-most':
    'It affects your interest no more than it affects most people in the ward, so you may stay, speak and vote.',
  'view-not-affected':
    'A reasonable member of the public would not believe that it affects your view, so you may stay, speak and vote.',
  'affects-a-dpi-so-ask':
    'It affects a disclosable pecuniary interest: ask the monitoring officer whether the law keeps you out of the item.',
  'details-could-endanger': 'Giving its details could lead to violence or intimidation.',
  'officer-agreed-sensitive': 'The monitoring officer has agreed that it is sensitive.',
  'not-registered-by-the-code': 'The code does not ask you to register it.',
  'register-on-taking-office': (lastDay) =>
    `The code asks you to register it within 28 days of taking office. To be safe, do it by ${lastDay}.`,
  'register-a-change': (lastDay) =>
    `The code asks you to notify the monitoring officer within 28 days of knowing of the change. To be safe, do it by ${lastDay}.`,
  'not-a-cabinet-decision': 'You do not take this decision alone as a cabinet member.',
  'notify-and-hand-over': 'You must notify the monitoring officer of it, and have somebody else decide.',
  'body-is-registered': 'You must register your place in this body.',
  'no-tie-to-the-body': 'You are neither a member of this body nor in control or management of it.',
  'body-of-another-sort': 'The code does not ask you to register a place in a body of this sort.',
  'not-exempt-business': 'This is not business that the exemptions are about.',
  'exemption-not-adopted': 'Your council’s code does not exempt this business.',
  'particularly-your-own': 'It is about your own tenancy or your child’s own school, so no exemption helps.',
  'exempt-business': 'Your council’s code exempts this business, so you may stay, speak and vote.',
  'dpi-is-never-exempt':
    'A code cannot exempt a disclosable pecuniary interest: only a dispensation can help.',
  'guidance-says-not-a-dpi-in-the-matter':
    'Government guidance says that such business does not involve a disclosable pecuniary interest. To be safe, you may ask for a dispensation.',
};

export const MODEL_CODE_QUESTIONS: Record<ModelCodeFact, Question> = {
  relation: {
    question: 'Is this item about your interest itself, or does it only affect it?',
    help: 'Your own planning application is about your interest. Your neighbour’s may affect it: it has clear implications for it and is not about it.',
  },
  'matter.publicMaySpeak': { question: 'May members of the public speak on this item at the meeting?' },
  affectsMoreThanMajorityOfWard: {
    question: 'Does it affect your interest more than it affects most people in the ward?',
    help: 'In a county, think of your division; if the item affects all the area, of the whole area. Compare like with like: money with money, quality of life with quality of life.',
  },
  reasonablePublicWouldThinkViewAffected: {
    question:
      'Would a reasonable member of the public who knew all the facts believe that it affects your view of the public interest?',
  },
  becameAwareOfChangeOn: {
    question: 'On which day did you become aware of the new interest, or of the change?',
  },
  asCabinetMember: { question: 'Are you to take this decision alone, as a cabinet member?' },
  unpaidDirector: { question: 'Are you an unpaid director of the body?' },
  memberOrInControl: {
    question: 'Are you a member of the body, or in general control or management of it?',
  },
  nominatedByAuthority: { question: 'Did your council nominate or appoint you to the body?' },
  functionsOfPublicNature: {
    question: 'Does the body exercise functions of a public nature?',
    help: 'Another council does.',
  },
  charitablePurposes: { question: 'Is the body directed to charitable purposes?' },
  influencesOpinion: {
    question: 'Is one of the body’s principal purposes to influence public opinion or policy?',
    help: 'Political parties and trade unions count.',
  },
  'exemption.business': {
    question:
      'Is this business about council housing, school meals or transport, statutory sick pay, members’ allowances, ceremonial honours or setting the council tax?',
  },
  'exemption.adopted': { question: 'Which kinds of business does your council’s code exempt?' },
  'exemption.particularlyOwn': {
    question: 'Is it about your own tenancy, or about the school that your child attends or you govern?',
  },
};
