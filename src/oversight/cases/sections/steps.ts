import { fact, facts, heading, paragraph, type Part, type Section } from '../case-document.js';
import type { KnownCase, KnownQuestion, KnownStep } from '../known.js';
import { dayInWords, momentInWords } from '../moments.js';
import { WORDS_WITHHELD } from '../reader.js';

export const STEPS = {
  reminder: 'The officer reminded the member',
  letter: 'A letter to the member',
  report: 'A report to a committee',
  refused: 'The member said that they will not answer',
} as const;

const CHANNELS = {
  mail: 'By e-mail',
  post: 'By post',
  'in-writing': 'In writing',
  telephone: 'By telephone',
  'in-person': 'In person',
  committee: 'To the committee',
} as const;

/** What officers did about a duty of the member that stayed open, and what they advised the member about the item. */
export function escalationAndAdvice({ steps, questions, nameOf }: KnownCase): Section {
  return {
    ...{ id: 'steps', title: 'Escalation and advice' },
    parts: [
      ...(steps.length === 0
        ? [paragraph('No step was taken about a duty of the member that bears on this file.')]
        : steps.flatMap((step) => stepParts(step, nameOf))),
      ...(questions.length === 0
        ? [paragraph('The member asked the monitoring officer nothing about the item.')]
        : questions.flatMap((question) => questionParts(question, nameOf))),
    ],
  };
}

function stepParts({ row, words, event }: KnownStep, nameOf: KnownCase['nameOf']): Part[] {
  return [
    heading(STEPS[row.step]),
    facts(
      fact('On', dayInWords(row.happenedOn)),
      fact('How', CHANNELS[row.channel]),
      event === undefined
        ? undefined
        : fact('What became of it', `${EVENTS[event.kind]}, ${momentInWords(event.happenedAt)}`),
      fact('Recorded', `${momentInWords(row.recordedAt)}, by ${nameOf(row.recordedBy)}`),
    ),
    words === undefined
      ? { kind: 'quote', lines: [WORDS_WITHHELD] }
      : { kind: 'words', title: words.subject || 'What was said', lines: linesOf(words.text) },
  ];
}

const EVENTS = {
  'handed-on': 'Being sent',
  sent: 'Sent',
  failed: 'Could not be delivered',
  withdrawn: 'Taken back before it left',
} as const;

function questionParts({ known, opened }: KnownQuestion, nameOf: KnownCase['nameOf']): Part[] {
  const { question, answers } = known;
  const asked = fact('Asked', momentInWords(question.askedAt));
  const answered = answers.map(({ answeredAt, answeredBy }) =>
    fact('Answered', `${momentInWords(answeredAt)}, by ${nameOf(answeredBy)}`),
  );
  if (opened === undefined)
    return [
      heading('The member asked the monitoring officer about an item of this meeting'),
      facts(asked, ...answered, fact('Words', 'Not for you to read, and for which item neither')),
    ];
  return [
    heading('The member asked the monitoring officer about the item'),
    facts(asked, ...answered),
    { kind: 'words', title: 'What was asked', lines: linesOf(opened.asked) },
    ...opened.answered.map(({ text, lawSays }): Part => ({
      ...{ kind: 'words', title: 'What was answered', lines: [...linesOf(text), ...lawSays] },
    })),
  ];
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
