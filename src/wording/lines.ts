import type { Citation, Finding, MeetingAnswer, Reason } from '../law/index.js';
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

/** True of a point that would only say that there is nothing to say. */
const LEFT_UNSAID: readonly Reason['point'][] = ['code-adds-no-clock', 'vote-not-limited-to-education'];

/** One layer's answer as sentences: what is settled, each point once, and then what cannot be told yet. */
export function linesOf(answer: MeetingAnswer): readonly Line[] {
  const settled = ASPECTS.map((aspect): Finding<unknown> => answer[aspect]).flatMap((finding) =>
    finding.kind === 'cannot-tell' ? [] : finding.reasons,
  );
  return [...reasonLines(settled), ...openLines(answer)];
}

/** Reasons as lines, each point once; points that share a source stand in one line. */
export function reasonLines(reasons: readonly Reason[]): readonly Line[] {
  const bySource = new Map<string, { citation: Citation; sentences: Set<string> }>();
  for (const one of reasons) {
    if (LEFT_UNSAID.includes(one.point)) continue;
    const group = bySource.get(one.citation.text) ?? { citation: one.citation, sentences: new Set<string>() };
    bySource.set(one.citation.text, group);
    group.sentences.add(reasonInWords(one));
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
