import type { TakingOfficeFact, TakingOfficePoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Who is covered (s.27(4)) and taking office (s.30): a sentence for each point, and a question for each fact. */
export const TAKING_OFFICE_SENTENCES: Record<TakingOfficePoint, Sentence> = {
  'covered-by-the-act': 'The law on interests applies to everybody who has a vote on any question.',
  'held-when-notified': 'You had the interest when you gave the notification, so it had to be in it.',
  'has-no-vote-at-all': 'These rules do not apply to somebody who has no vote at all.',
  'holds-and-has-not-notified': (lastDay) =>
    `You have interests that must be notified to the monitoring officer by ${lastDay}.`,
  'pending-at-re-election': (lastDay) =>
    `What you notified before you were elected again is not in the register yet. Confirm it by ${lastDay}.`,
  'has-not-answered': (lastDay) =>
    lastDay === ''
      ? 'You have not answered every question about your interests yet.'
      : `You have not answered every question about your interests yet. Whatever you have must be notified by ${lastDay}.`,
  'holds-nothing': 'You have told us that you have nothing to notify.',
  'only-this-register-counts': 'Only an entry in this council’s own register counts, and there is none.',
  'all-entered-already':
    'Everything you have is already in the register, so there is nothing more to notify.',
  'notified-in-time': (lastDay) => `Your notification was received in time. You had until ${lastDay}.`,
  'notified-late': (lastDay) => `Your notification was received after the last day, ${lastDay}.`,
  'days-end-at-midnight-in-london': 'A day ends at midnight by the clocks in London.',
  'left-office': 'You have left office, so nothing more has to be notified.',
  'not-yet-in-office': 'You have not taken office yet.',
  'not-held-when-notified':
    'You did not have the interest when you gave the notification, so it need not be in it.',
};

export const TAKING_OFFICE_QUESTIONS: Record<TakingOfficeFact, Question> = {
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
  receivedAt: { question: 'At what time did the monitoring officer receive it?' },
  leftOfficeOn: { question: 'Have you left office, and on which day?' },
};
