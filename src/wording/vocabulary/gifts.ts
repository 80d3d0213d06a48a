import type { GiftsFact, GiftsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Gifts and hospitality: a sentence for each point, and a question for each fact. */
export const GIFTS_SENTENCES: Record<GiftsPoint, Sentence> = {
  'register-gift': (lastDay) =>
    lastDay === ''
      ? 'You must register it with the monitoring officer.'
      : `You must register it with the monitoring officer. To be safe, do it by ${lastDay}.`,
  'gift-below-threshold': 'It is worth less than what has to be registered.',
  'gifts-from-one-donor-add-up':
    'Together with the rest that you had from the same source, it is worth enough to be registered.',
  'gift-not-in-the-role': 'You did not receive it as a councillor, so it does not have to be registered.',
  'register-refused-gift': 'You must register it although you refused it, because it was significant.',
  'refused-gift-not-significant': 'You refused it, and it was not significant, so it need not be registered.',
  'refused-gift-not-registered': 'You refused it, and this code asks only for what was received.',
  'refused-gift-has-no-day': 'The code sets no day for registering what you refused.',
};

export const GIFTS_QUESTIONS: Record<GiftsFact, Question> = {
  giftThreshold: {
    question: 'From what value does your council register gifts and hospitality?',
    help: 'Ask the monitoring officer.',
  },
  'gift.valuePence': { question: 'What is the gift or hospitality worth?', help: 'An estimate will do.' },
  'gift.fromSameDonorPence': {
    question:
      'What were the other gifts from the same source worth together, those registered already left out?',
  },
  'gift.receivedAsCouncillor': {
    question: 'Did you receive it because you are a councillor?',
    help: 'A present from family or friends is not received as a councillor.',
  },
  'gift.accepted': { question: 'Did you accept it?' },
  'gift.significant': { question: 'Was what you refused significant?' },
  'gift.receivedOn': { question: 'On which day did you receive it?' },
};
