import type { CodesFact, CodesPoint } from '../../law/index.js';
import type { Question, Sentence } from '../entries.js';

/** What every code of conduct says, and common law: a sentence for each point, and a question for each fact. */
export const CODES_SENTENCES: Record<CodesPoint, Sentence> = {
  'code-declare-dpi': 'You must declare it, whether or not it is in the register.',
  'code-no-part-in-dpi': 'You must not take part.',
  'code-withdraw-for-dpi': 'You must leave the room.',
  'code-declare-other': 'You must declare it.',
  'code-membership-not-declared':
    'You do not have to declare membership of another public body, unless the conflict would be seen as likely to prejudice your judgement of the public interest.',
  'code-other-may-stay': 'You may stay, speak and vote.',
  'code-no-part-in-other':
    'You must not take part, because it would be seen as likely to prejudice your judgement of the public interest.',
  'code-withdraw-for-other': 'You must leave the room.',
  'code-dispensed': 'Your dispensation relieves you.',
  'code-adds-nothing': 'The code adds nothing.',
  'code-adds-no-clock': 'The code sets no day of its own.',
  'code-not-encoded': 'We do not hold the code that applied on that day, and it may ask for more.',
  'bias-warning':
    'No rule keeps you out, but taking part could look biased and put the decision at risk. Ask the monitoring officer.',
};

export const CODES_QUESTIONS: Record<CodesFact, Question> = {
  affectsPecuniaryInterests: {
    question: 'Does this item affect your pecuniary interests?',
    help: 'If it affects those of your family or of a body you belong to, answer yes as well, to be safe.',
  },
  likelyToPrejudice: {
    question: 'Would it be seen as likely to prejudice your judgement of the public interest?',
    help: 'Think of what a reasonable member of the public who knew the facts would say.',
  },
  code: { question: 'What does your council’s own code say?', help: 'Ask the monitoring officer.' },
};
