import type { OverlaysFact, OverlaysPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Rules beside the interest rules: education representatives, council-tax arrears, party whip, predetermination: a sentence for each point, and a question for each fact. */
export const OVERLAYS_SENTENCES: Record<OverlaysPoint, Sentence> = {
  'votes-on-education': 'You may vote, because this is about an education function.',
  'no-vote-off-education':
    'You have no vote on this item: you vote only on education functions, and this is not one.',
  'vote-not-limited-to-education': 'Your vote is not limited to education functions.',
};

export const OVERLAYS_QUESTIONS: Record<OverlaysFact, Question> = {
  'matter.educationFunction': { question: 'Is this item about an education function?' },
};
