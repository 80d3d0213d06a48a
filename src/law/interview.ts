import type { Finding, MeetingAnswer } from './conclusion.js';
import type { FactName } from './fact-name.js';
import type { MeetingFacts } from './facts.js';
import { possible } from './finding.js';
import { MEETING_QUESTIONS } from './meeting-questions.js';
import type { Askable } from './meeting-questions.js';

type Decide = (facts: MeetingFacts) => MeetingAnswer;

/**
 * The next fact to ask for, in the order in which a person would be asked: the first unknown fact whose answer could
 * change what they must do, whatever the other unknown facts turn out to be. Null when no answer could.
 *
 * An open answer lists every fact that it waits for; some of those turn out to be harmless once the others are known.
 * So each candidate is tried: a fact is worth asking for only if, with the same answers to everything else, two of its
 * own answers lead to different outcomes.
 */
export function nextQuestion(facts: MeetingFacts, decide: Decide): FactName | null {
  const missing = missingIn(decide(facts));
  const candidates = MEETING_QUESTIONS.filter(({ fact }) => missing.includes(fact));
  const worthAsking = candidates.find((one) => couldDiffer(branchesOf(one, facts), decide, [one.fact]));
  return worthAsking?.fact ?? null;
}

function branchesOf({ answers }: Askable, facts: MeetingFacts): readonly MeetingFacts[] {
  return answers.map((give) => give(facts));
}

/** Do the branches, given the same answers to whatever is still open in them, ever come to different outcomes? */
function couldDiffer(branches: readonly MeetingFacts[], decide: Decide, asked: readonly FactName[]): boolean {
  const answers = branches.map(decide);
  if (settledApart(answers)) return true;
  const missing = answers.flatMap(missingIn);
  const next = MEETING_QUESTIONS.find(({ fact }) => missing.includes(fact) && !asked.includes(fact));
  // What is left open is not for a person to answer, such as a code that is not known here.
  if (next === undefined) return false;
  return next.answers.some((give) => couldDiffer(branches.map(give), decide, [...asked, next.fact]));
}

/** Two answers that have settled one point differently: no further fact can bring them together again. */
function settledApart(answers: readonly MeetingAnswer[]): boolean {
  const [first] = answers;
  if (first === undefined) return false;
  return (Object.keys(first) as (keyof MeetingAnswer)[]).some((point) => {
    const findings: readonly Finding<unknown>[] = answers.map((answer) => answer[point]);
    const values = findings.flatMap((finding) => (finding.kind === 'cannot-tell' ? [] : possible(finding)));
    return new Set(values).size > 1;
  });
}

function missingIn(answer: MeetingAnswer): readonly FactName[] {
  return Object.values(answer).flatMap((finding: Finding<unknown>) =>
    finding.kind === 'cannot-tell' ? finding.missing : [],
  );
}
