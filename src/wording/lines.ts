import type { Citation, Finding, MeetingAnswer, Point, Reason } from '../law/index.js';
import { listInWords } from './dates.js';
import { reasonInWords } from './points.js';
import { questionFor } from './questions.js';

/** A sentence and the sources it rests on. */
export interface Line {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** The five things that a meeting asks about, as the end of "We cannot tell yet whether …". */
const WHETHER: Record<keyof MeetingAnswer, string> = {
  disclose: 'you must declare it',
  discuss: 'you may speak',
  vote: 'you may vote',
  leave: 'you must leave the room',
  notify: 'you must notify it',
};

const ASPECTS = Object.keys(WHETHER) as readonly (keyof MeetingAnswer)[];

/** Points for the record and its citations: said to the member they would be about nothing, or be said twice. */
const LEFT_UNSAID: readonly Point[] = [
  'code-adds-no-clock',
  'vote-not-limited-to-education',
  'barred-but-for-the-dispensation',
  'dispensation-within-its-period',
];

/**
 * What is said of the discussion alone, or of the vote alone. A dispensation may cover one of them and not the other, and
 * "You must not take part" beside "Your dispensation relieves you" would tell nobody which is which.
 */
const OF_ONE: Partial<Record<keyof MeetingAnswer, Partial<Record<Point, string>>>> = {
  discuss: {
    'dispensation-for-another-restriction': 'Your dispensation does not cover the discussion.',
    'code-dispensed': 'Your dispensation lets you take part in the discussion.',
    'code-no-part-in-dpi': 'You must not take part in the discussion.',
    'code-no-part-in-other':
      'You must not take part in the discussion, because your interest would be seen as likely to prejudice your judgement of the public interest.',
  },
  vote: {
    'dispensation-for-another-restriction': 'Your dispensation does not cover the vote.',
    'code-dispensed': 'Your dispensation lets you vote.',
    'code-no-part-in-dpi': 'You must not vote.',
    'code-no-part-in-other':
      'You must not vote, because your interest would be seen as likely to prejudice your judgement of the public interest.',
  },
};

/** One layer's answer as sentences: what is settled, each point once, and then what cannot be told yet. */
export function linesOf(answer: MeetingAnswer): readonly Line[] {
  const said = ASPECTS.flatMap((aspect) =>
    reasonsOf(answer[aspect]).map((one) => ({ reason: one, text: textOf(one, aspect, answer) })),
  );
  return [...groupedLines(said), ...openLines(answer)];
}

function reasonsOf(finding: Finding<unknown>): readonly Reason[] {
  return finding.kind === 'cannot-tell' ? [] : finding.reasons;
}

/** The sentence of a reason; it names the discussion or the vote where it is not said of both. */
function textOf(one: Reason, aspect: keyof MeetingAnswer, { discuss, vote }: MeetingAnswer): string {
  const isOfBoth = [discuss, vote].every((finding) =>
    reasonsOf(finding).some(({ point }) => point === one.point),
  );
  return (isOfBoth ? undefined : OF_ONE[aspect]?.[one.point]) ?? reasonInWords(one);
}

/** Reasons as lines, each point once; points that share a source stand in one line. */
export function reasonLines(reasons: readonly Reason[]): readonly Line[] {
  return groupedLines(reasons.map((one) => ({ reason: one, text: reasonInWords(one) })));
}

function groupedLines(said: readonly { readonly reason: Reason; readonly text: string }[]): readonly Line[] {
  const bySource = new Map<string, { citation: Citation; sentences: Set<string> }>();
  for (const { reason, text } of said) {
    if (LEFT_UNSAID.includes(reason.point)) continue;
    const { citation } = reason;
    const group = bySource.get(citation.text) ?? { citation, sentences: new Set<string>() };
    bySource.set(citation.text, group);
    group.sentences.add(text);
  }
  return [...bySource.values()].map(({ citation, sentences }) => ({
    text: [...sentences].join(' '),
    citations: [citation],
  }));
}

/** What waits for facts, one line for each question. */
function openLines(answer: MeetingAnswer): readonly Line[] {
  const byQuestion = new Map<
    string,
    { aspects: (keyof MeetingAnswer)[]; citations: Map<string, Citation> }
  >();
  for (const aspect of ASPECTS) {
    const finding = answer[aspect];
    if (finding.kind !== 'cannot-tell') continue;
    const { question } = questionFor(finding.question);
    const group = byQuestion.get(question) ?? { aspects: [], citations: new Map<string, Citation>() };
    byQuestion.set(question, group);
    group.aspects.push(aspect);
    for (const { citation } of finding.reasons) group.citations.set(citation.text, citation);
  }
  return [...byQuestion].map(([question, { aspects, citations }]) => ({
    text: `We cannot tell yet whether ${listInWords(
      aspects.map((one) => WHETHER[one]),
      'or',
    )}. It depends on this: ${question}`,
    citations: [...citations.values()],
  }));
}

/** The sentence with its sources in brackets before the full stop, as one string. */
export function lineInWords({ text, citations }: Line): string {
  if (citations.length === 0) return text;
  const sources = `(${citations.map((one) => one.text).join('; ')})`;
  return text.endsWith('.') ? `${text.slice(0, -1)} ${sources}.` : `${text} ${sources}`;
}
