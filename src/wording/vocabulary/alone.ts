import type { AloneFact, AlonePoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** A member acting alone, and the records beside it: a sentence for each point, and a question for each fact. */
export const ALONE_SENTENCES: Record<AlonePoint, Sentence> = {
  'acting-alone-rules-apply': 'You are to deal with this on your own, and your interest is in it.',
  'not-for-a-member-alone': 'This is not for you to deal with on your own.',
  'notify-after-awareness': (lastDay) =>
    lastDay === ''
      ? 'You must notify the monitoring officer of it within 28 days. The day on which you came to know counts as the first.'
      : `You must notify the monitoring officer of it by ${lastDay}.`,
  'no-steps-alone': 'You must not deal with the matter, or go on dealing with it.',
  'may-hand-over': 'You may do what lets somebody else deal with it.',
  'step-hands-over': 'That step is allowed, because it lets somebody else deal with the matter.',
  'step-does-more-than-hand-over':
    'That step is not allowed, because it does more than let somebody else deal with the matter.',
  'dispensation-does-not-reach-acting-alone':
    'A dispensation is no help here: it is for speaking and voting at meetings only.',
  'officer-is-told-in-full': 'Tell the monitoring officer everything about the interest.',
  'sensitive-only-in-public-copies':
    'What is sensitive is kept out of the public register, and not from the monitoring officer.',
  'sensitive-only-at-meetings': 'Saying only that you have an interest is for meetings.',
  'record-states-the-conflict': 'The record of the decision must state the conflict of interest declared.',
  'no-conflict-to-record': 'No conflict of interest was declared, so the record has none to state.',
  'record-notes-the-dispensation':
    'The record must note the dispensation from the head of paid service. It lets nobody speak or vote at a meeting.',
  'no-dispensation-to-note': 'The head of paid service gave no dispensation, so there is none to note.',
  'not-aware-when-speaking':
    'What you said before you knew was not against the law. From then on you must take no further part.',
  'did-not-speak-before-knowing': 'You had said nothing before you knew.',
};

export const ALONE_QUESTIONS: Record<AloneFact, Question> = {
  mayBeDischargedAlone: {
    question: 'Is this for you to deal with on your own?',
    help: 'A decision that was given to you as a cabinet member, for example, and not to a meeting.',
  },
  becameAwareOn: { question: 'On which day did you come to know that the matter concerns your interest?' },
  step: { question: 'Does the step do no more than let somebody else deal with the matter?' },
  conflictDeclared: {
    question: 'Was a conflict of interest declared?',
    help: 'At a meeting, by one of those deciding. Otherwise, by an executive member who was consulted.',
  },
  dispensedByHeadOfPaidService: {
    question: 'Has the head of paid service given a dispensation for the conflict?',
    help: 'This is not the dispensation that lets a member speak or vote.',
  },
  awareFrom: { question: 'When did you come to know that the item concerns your interest?' },
  spokeBeforeAwareness: { question: 'Had you spoken on the item before you knew?' },
};
