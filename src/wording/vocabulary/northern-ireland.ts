import type { NorthernIrelandFact, NorthernIrelandPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Northern Ireland: a sentence for each point, and a question for each fact. */
export const NORTHERN_IRELAND_SENTENCES: Record<NorthernIrelandPoint, Sentence> = {
  'ni-no-pecuniary-interest': 'You have no pecuniary interest in this item.',
  'ni-not-present': 'You are not at the meeting of the council.',
  'ni-disclose-nature':
    'You must tell the meeting openly what your interest is, as soon as you can after it starts.',
  'ni-not-preside': 'You must not chair the meeting for this item.',
  'ni-no-part': 'You must not take part in the discussion.',
  'ni-no-vote': 'You must not vote.',
  'ni-withdraw': 'You must leave the meeting while the item is considered.',
  'ni-only-part-of-a-report':
    'You may stay, because the item is only part of a committee’s report and is not debated separately.',
  'ni-small-shareholding':
    'Your interest is only a small shareholding, so you may take part once you have said what it is.',
  'ni-not-only-shares': 'Your interest is more than the owning of shares.',
  'ni-shares-over-the-limit':
    'Your shares are worth more than £500 or more than one hundredth of the share capital, at nominal value.',
  'ni-no-relative': 'No relative of yours is known to work for the council or to seek to.',
  'ni-tell-the-council':
    'You must tell the council in writing that your relative works for it or has applied to.',
  'ni-question-not-about-relative': 'This item is not about your relative’s appointment, pay or work.',
  'ni-withdraw-for-relative':
    'You must leave the meeting while the question about your relative is considered.',
  'ni-clerk-keeps-the-register': 'The clerk, who is the chief executive, keeps the register.',
  'ni-register-on-election': (lastDay) =>
    `You must register your interests within 28 days of your election. To be safe, do it by ${lastDay}.`,
  'ni-register-change': (lastDay) =>
    `You must register it within 28 days of becoming aware of it. To be safe, do it by ${lastDay}.`,
};

export const NORTHERN_IRELAND_QUESTIONS: Record<NorthernIrelandFact, Question> = {
  pecuniaryInterest: {
    question: 'Do you have a pecuniary interest in this item, direct or indirect?',
    help: 'Say so too if it is only a small shareholding.',
  },
  presentAtCouncilMeeting: { question: 'Will you be at the meeting of the council?' },
  partOfCommitteeReport: {
    question: 'Is the item before the council only as part of a report of a committee or sub-committee?',
  },
  separateDebate: { question: 'Is the item itself debated separately?' },
  onlyByOwningShares: { question: 'Is it an interest only because you own shares in the body?' },
  relativeHoldsOrSeeksOffice: {
    question: 'Do you know of a relative who works for the council, or has applied to?',
  },
  questionAffectsRelative: {
    question: 'Is this item about your relative’s appointment, pay, conditions, conduct or leaving?',
  },
};
