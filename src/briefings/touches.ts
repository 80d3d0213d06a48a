import { relevanceKey, rememberedKey, type Interviewed, type Relevance } from '../disclosures/index.js';
import {
  IF_THE_ITEM_IS_ABOUT_IT,
  type Dispensation,
  type Finding,
  type MeetingFacts,
  type MeetingInterest,
  type Rulebook,
} from '../law/index.js';
import {
  matchPrepared,
  prepareInterest,
  type InterestToMatch,
  type MatchContext,
  type PreparedInterest,
} from '../matching/index.js';
import type { AgendaItem } from '../meetings/index.js';
import type { BriefedInterest, BriefedItem, Touch } from './briefing.js';
import type { Business } from './business.js';
import { MOST_COMPARED } from './prepared-items.js';
import { openQuestions } from './open-questions.js';

/** An interest of the member with what the matcher and the law need of it. */
export interface HeldInterest {
  readonly briefed: BriefedInterest;
  readonly words: InterestToMatch;
  readonly asLaw: MeetingInterest;
}

/** One of them with its words made ready for the matcher, once for all meetings of its member. */
export interface ReadyInterest {
  readonly held: HeldInterest;
  readonly words: PreparedInterest;
}

export const readied = (interests: readonly HeldInterest[], context: MatchContext): ReadyInterest[] =>
  interests.map((held) => ({ held, words: prepareInterest(held.words, context) }));

/** What all items of one briefing share. */
export interface BriefingQuestion {
  readonly rulebook: Rulebook;
  /** Person, date and kind of meeting; the same for every item. */
  readonly facts: MeetingFacts;
  readonly interests: readonly ReadyInterest[];
  /** What the member said before, by `relevanceKey`. */
  readonly said: ReadonlyMap<string, Relevance>;
  /** What they confirmed of items of the same name, by `rememberedKey`. */
  readonly confirmed: ReadonlySet<string>;
  /** Their answers to the law's questions, by `relevanceKey`. */
  readonly interviewed: ReadonlyMap<string, Interviewed>;
  /** Every dispensation that the member has, by item: whether it reaches the item is one of its facts. */
  readonly dispensations: ReadonlyMap<string, readonly Dispensation[]>;
}

/** What is known of one pair of an item and an interest. */
interface Pair {
  readonly held: HeldInterest;
  readonly match: Touch['match'];
  readonly said: Relevance | undefined;
  readonly remembered: boolean;
  readonly interviewed: Interviewed;
}

/** Holds every interest of a member against every item, and asks the law about each pair that may touch. */
export function briefItems(business: Business, question: BriefingQuestion): BriefedItem[] {
  // Most members have said nothing of anything; then what does not match touches nothing, and most pairs do not match.
  const saidNothing = question.said.size === 0 && question.confirmed.size === 0;
  return business.items.map((item) => {
    const itemWords = business.prepared(item);
    const dispensations = question.dispensations.get(item.id) ?? [];
    const facts = { ...question.facts, matter: business.matter(item), dispensations };
    const touches = question.interests.flatMap(({ held, words }) => {
      const match = matchPrepared(words, itemWords);
      if (saidNothing && match.level === 'none') return [];
      const pair = pairOf(item, held, match, question);
      const isFound = pair.match.level !== 'none' || pair.remembered;
      return isFound || isConfirmed(pair.said) ? [touch(pair, facts, question.rulebook)] : [];
    });
    return {
      item,
      facts,
      comparedInPart: item.text.length > MOST_COMPARED,
      touches: touches.sort((a, b) => b.match.score - a.match.score),
      withoutInterest: business.withoutInterest(item, facts, question.rulebook),
    };
  });
}

function pairOf(
  item: AgendaItem,
  held: HeldInterest,
  match: Touch['match'],
  question: BriefingQuestion,
): Pair {
  const { knownAs } = held.briefed;
  const keys = knownAs.map((interestId) =>
    relevanceKey({ agendaItemId: item.id, itemTitle: item.title, interestId }),
  );
  const remembered = knownAs.some((interestId) =>
    question.confirmed.has(rememberedKey({ itemTitle: item.title, interestId })),
  );
  const said = firstOf(keys, question.said);
  return {
    ...{ held, match, said, remembered: remembered && said === undefined },
    interviewed: firstOf(keys, question.interviewed) ?? {},
  };
}

/** Of several names of one interest, the first under which something was said. */
function firstOf<T>(keys: readonly string[], found: ReadonlyMap<string, T>): T | undefined {
  return keys.map((key) => found.get(key)).find((one) => one !== undefined);
}

const isConfirmed = (said: Relevance | undefined): boolean => said === 'about-it' || said === 'affects-it';

/**
 * Where only the words match, the duty is conditional: the law is asked with "if the item is about it" supposed.
 * Once the member has said so, it is a fact, and so is that they are aware of it.
 */
function touch(pair: Pair, shared: MeetingFacts, rulebook: Rulebook): Touch {
  const { held, match, said, remembered, interviewed } = pair;
  const known: MeetingFacts = { ...shared, ...factsOfInterview(interviewed), interest: held.asLaw };
  const supposed = rulebook.meeting(known, IF_THE_ITEM_IS_ABOUT_IT);
  const shown = { interest: held.briefed, match, said, remembered, interviewed, supposed };
  const ifItConcerns = { ...known, ...IF_THE_ITEM_IS_ABOUT_IT, relation: undefined };
  const tellsAffecting = waitsForRelation(rulebook, ifItConcerns);
  if (said === undefined || said === 'not-sure') {
    const open = { forMember: null, forOthers: [] };
    return { ...shown, tellsAffecting, open, relief: [], facts: known, result: supposed };
  }
  const facts: MeetingFacts = { ...known, ...factsOfAnswer(said) };
  const present = { ...facts, present: true };
  return {
    ...{ ...shown, tellsAffecting, facts },
    open: openQuestions(rulebook, present),
    relief: rulebook.relief(present),
    result: rulebook.meeting(facts, { present: true }),
  };
}

/** What the member's answer makes a fact. */
function factsOfAnswer(said: Exclude<Relevance, 'not-sure'>): Partial<MeetingFacts> {
  const concerns = said !== 'not-about-it';
  return {
    interestIsInTheMatter: concerns,
    memberAwareItIs: concerns,
    // An item that is about the interest directly relates to it, in the words of codes that tell that from affecting it.
    relation: concerns ? (said === 'about-it' ? 'directly-relates' : 'affects') : undefined,
  };
}

function waitsForRelation(rulebook: Rulebook, facts: MeetingFacts): boolean {
  const findings: readonly Finding<unknown>[] = Object.values(rulebook.meeting(facts).effective);
  return findings.some((finding) => finding.kind === 'cannot-tell' && finding.missing.includes('relation'));
}

/** "I am not sure" leaves a fact unknown. */
function factsOfInterview(interviewed: Interviewed): Partial<MeetingFacts> {
  const settled = Object.entries(interviewed).filter(([, answer]) => answer !== 'not-sure');
  return Object.fromEntries(settled.map(([fact, answer]) => [fact, answer === 'yes']));
}
