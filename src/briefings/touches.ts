import { relevanceKey, rememberedKey, type Interviewed, type Relevance } from '../disclosures/index.js';
import {
  IF_THE_ITEM_IS_ABOUT_IT,
  type Dispensation,
  type Finding,
  type MatterFacts,
  type MeetingFacts,
  type MeetingInterest,
  type Rulebook,
} from '../law/index.js';
import {
  matchPrepared,
  prepareInterest,
  type InterestToMatch,
  type MatchContext,
  type PreparedItem,
} from '../matching/index.js';
import type { AgendaItem } from '../meetings/index.js';
import type { BriefedInterest, BriefedItem, Touch } from './briefing.js';
import { MOST_COMPARED } from './prepared-items.js';
import { openQuestions } from './open-questions.js';

/** An interest of the member with what the matcher and the law need of it. */
export interface HeldInterest {
  readonly briefed: BriefedInterest;
  readonly words: InterestToMatch;
  readonly asLaw: MeetingInterest;
}

/** What all items of one briefing share. */
export interface BriefingQuestion {
  readonly rulebook: Rulebook;
  /** Person, date and kind of meeting; the same for every item. */
  readonly facts: MeetingFacts;
  readonly context: MatchContext;
  /** An item in the form in which the matcher looks at it. */
  readonly prepared: (item: AgendaItem) => PreparedItem;
  readonly interests: readonly HeldInterest[];
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
export function briefItems(items: readonly AgendaItem[], question: BriefingQuestion): BriefedItem[] {
  const prepared = question.interests.map((held) => ({
    held,
    words: prepareInterest(held.words, question.context),
  }));
  return items.map((item) => {
    const itemWords = question.prepared(item);
    const facts = factsOfItem(item, question);
    const touches = prepared.flatMap(({ held, words }) => {
      const pair = pairOf(item, held, matchPrepared(words, itemWords), question);
      const isFound = pair.match.level !== 'none' || pair.remembered;
      return isFound || isConfirmed(pair.said) ? [touch(pair, facts, question.rulebook)] : [];
    });
    return {
      item,
      facts,
      comparedInPart: item.text.length > MOST_COMPARED,
      touches: touches.sort((a, b) => b.match.score - a.match.score),
      withoutInterest: question.rulebook.meeting({ ...facts, interest: null, present: true }),
    };
  });
}

function factsOfItem(item: AgendaItem, { facts, dispensations }: BriefingQuestion): MeetingFacts {
  return { ...facts, matter: matterOf(item), dispensations: dispensations.get(item.id) ?? [] };
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

/**
 * Only what the clerk confirmed, or the kind of body decides, is a fact. A reader's suggestion is not. Business that
 * decides on a dispensation says so on the agenda: where the word is printed nobody knows until they are asked.
 */
function matterOf(item: AgendaItem): MatterFacts {
  const known = (fact: AgendaItem['facts'][keyof AgendaItem['facts']]): boolean | undefined =>
    fact.source === 'reader' || fact.value === 'unknown' ? undefined : fact.value === 'yes';
  return {
    planningOrRegulatory: known(item.facts.planningOrRegulatory),
    educationFunction: known(item.facts.educationFunction),
    publicMaySpeak: known(item.facts.publicMaySpeak),
    decidesOnDispensation: /dispensation/i.test(`${item.title} ${item.text}`) ? undefined : false,
  };
}
