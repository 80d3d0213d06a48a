import { isInterviewFact } from '../disclosures/index.js';
import type { FactName, MeetingFacts, Rulebook } from '../law/index.js';
import type { OpenQuestions } from './briefing.js';

/**
 * What is still to be asked about an item and an interest. A fact that the clerk or the officer gives does not keep a
 * question from the member: it is tried both ways, and whatever either way needs of the member is asked.
 */
export function openQuestions(rulebook: Rulebook, facts: MeetingFacts): OpenQuestions {
  const others: FactName[] = [];
  const forMember = nextForMember(rulebook, facts, others);
  return { forMember, forOthers: [...new Set(others)] };
}

function nextForMember(
  rulebook: Rulebook,
  facts: MeetingFacts,
  others: FactName[],
): OpenQuestions['forMember'] {
  const next = rulebook.nextQuestion(facts);
  if (next === null || others.includes(next)) return null;
  if (isInterviewFact(next)) return next;
  others.push(next);
  for (const settled of settledBothWays(next, facts)) {
    const found = nextForMember(rulebook, settled, others);
    if (found !== null) return found;
  }
  return null;
}

/** The facts with an answer of somebody else's supposed, each way; none where it is not about the matter. */
function settledBothWays(fact: FactName, facts: MeetingFacts): MeetingFacts[] {
  if (fact.startsWith('dispensations')) return [{ ...facts, dispensations: [] }];
  if (!fact.startsWith('matter.')) return [];
  const name = fact.slice('matter.'.length);
  return [true, false].map((value) => ({ ...facts, matter: { ...facts.matter, [name]: value } }));
}
