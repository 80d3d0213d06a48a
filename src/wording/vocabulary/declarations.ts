import type { DeclarationsFact, DeclarationsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** The form of a declaration: a sentence for each point, and a question for each fact. */
export const DECLARATIONS_SENTENCES: Record<DeclarationsPoint, Sentence> = {
  'declaration-names-its-item': 'The declaration names the item on the agenda.',
  'declaration-names-no-item':
    'Name the item on the agenda: a declaration in case something comes up is none.',
  'declaration-states-existence': 'The declaration says that there is an interest.',
  'declaration-states-no-existence': 'Say that you have an interest.',
  'declaration-states-nature': 'The declaration says what the interest is.',
  'declaration-states-no-nature': 'Say what the interest is: “as noted in the register” is not enough.',
  'nature-may-be-withheld': 'The interest is agreed to be sensitive, so its nature need not be said.',
};

export const DECLARATIONS_QUESTIONS: Record<DeclarationsFact, Question> = {
  'declaration.itemNamed': { question: 'Which item on the agenda is the declaration about?' },
  'declaration.existenceStated': { question: 'Does the declaration say that there is an interest?' },
  'declaration.natureStated': {
    question: 'Does the declaration say what the interest is?',
    help: 'General terms will do where details are exempt information. The monitoring officer can help.',
  },
};
