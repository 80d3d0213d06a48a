import type { DispensationsFact, DispensationsPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** Granting a dispensation: s.33(1)-(3): a sentence for each point, and a question for each fact. */
export const DISPENSATIONS_SENTENCES: Record<DispensationsPoint, Sentence> = {
  'asked-in-writing': 'It was asked for in writing.',
  'asked-but-not-in-writing': 'It must be asked for in writing, to the proper officer of the council.',
  'each-member-must-ask-in-writing': 'Each member who would have it must ask for it in writing.',
  'a-ground-is-considered-met': 'One of the grounds in the law is considered to be met.',
  'no-ground-is-considered-met': 'At least one of the five grounds in the law must be considered to be met.',
  'ground-d-needs-an-executive': 'That ground is only for councils with a cabinet or other executive.',
  'ground-a-business-impeded':
    'So many of those deciding could not take part that the business could not well be done.',
  'ground-b-political-balance':
    'The balance between the political groups would be so upset that a vote would likely turn out otherwise.',
  'ground-c-people-of-the-area': 'It is in the interests of people who live in the area.',
  'ground-d-every-executive-member': 'No member of the executive could take part in its own business.',
  'ground-e-otherwise-appropriate': 'It is appropriate for another reason, which the decision should give.',
  'grant-states-no-period': 'It must state the period for which it lasts.',
  'grant-within-four-years': 'Its period is less than four years.',
  'grant-of-exactly-four-years': 'Its period is exactly four years, which is the most that it can be.',
  'grant-over-four-years': 'Its period must not be more than four years.',
  'grant-looks-forward': 'It does not begin before the day on which it is granted.',
  'grant-may-not-look-back': 'It must not begin before the day on which it is granted.',
  'authority-grants-its-own': 'The authority itself grants dispensations to its members.',
  'parish-grants-its-own':
    'The parish council itself grants dispensations to its members, not the council that keeps its register.',
  'granting-may-be-delegated': 'It may leave that to a committee or an officer.',
};

export const DISPENSATIONS_QUESTIONS: Record<DispensationsFact, Question> = {
  request: { question: 'How was the dispensation asked for: in writing, by word of mouth, or not at all?' },
  ground: { question: 'Which of the five grounds is considered to be met?' },
  executiveArrangements: { question: 'Has the council a cabinet or other executive?' },
  periodMonths: { question: 'For how many months is the dispensation to last?' },
};
