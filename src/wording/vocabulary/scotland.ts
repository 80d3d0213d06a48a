import type { ScotlandFact, ScotlandPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Scotland: a sentence for each point, and a question for each fact. */
export const SCOTLAND_SENTENCES: Record<ScotlandPoint, Sentence> = {
  'scotland-first-notice': (lastDay) =>
    lastDay === ''
      ? 'You must give your first notice of interests within one month after you accept office.'
      : `You must give your first notice of interests by ${lastDay}.`,
  'scotland-as-substituted': 'The rule has had its present words since 7 December 2021.',
  'scotland-corresponding-date':
    'A month ends on the same date in the next month, or on its last day where there is no such date.',
  'scotland-notice-of-change': (lastDay) =>
    lastDay === ''
      ? 'You must give notice of a change within one month.'
      : `You must give notice of the change by ${lastDay}.`,
  'scotland-only-own-interests':
    'Only your own interests are registered, not those of your spouse or of the person you live with.',
  'scotland-in-a-category': 'You must register it.',
  'scotland-in-no-category': 'It is not of a kind that the code asks you to register.',
  'scotland-connection': 'You have a connection to this item.',
  'scotland-no-link': 'Nothing links you, or those you are associated with, to this item.',
  'scotland-link-left-out':
    'What links you to this item is shared with the public or with every councillor, and the code does not count it as a connection.',
  'scotland-body-by-appointment':
    'The council appointed you to the body, and the item is neither quasi-judicial nor regulatory, so it is not a connection.',
  'scotland-interest':
    'A member of the public who knew the facts would think your connection likely to prejudice the decision, so it is an interest.',
  'scotland-objective-test-not-met':
    'A member of the public who knew the facts would not think your connection likely to prejudice the decision, so it is no interest.',
  'scotland-declare': 'You must declare it at the earliest stage, and say what it is.',
  'scotland-no-part': 'You must not take part in the item.',
  'scotland-leave': 'You must leave the meeting for the item, in the room or online.',
};

export const SCOTLAND_QUESTIONS: Record<ScotlandFact, Question> = {
  declarationOfAcceptanceOn: {
    question: 'On which day did you make your declaration of acceptance of office?',
  },
  interestsChangedOn: { question: 'On which day did your interests change?' },
  inARegistrableCategory: {
    question: 'Is it of a kind that section 4 of the code lists?',
    help: 'Such as work that is paid, contracts with the council, land, shares, gifts and election expenses.',
  },
  links: {
    question: 'What links you, or a person or body you are associated with, to this item?',
    help: 'Anything that you have registered counts. Name every link.',
  },
  quasiJudicialOrRegulatory: {
    question: 'Is this a quasi-judicial or regulatory matter?',
    help: 'Planning and licensing applications are.',
  },
  personalConflict: {
    question: 'Do your own actions, connections or legal duties at that body put you in conflict?',
  },
  objectiveTestMet: {
    question:
      'Would a member of the public who knew the facts think your connection likely to prejudice the discussion or the decision?',
  },
};
