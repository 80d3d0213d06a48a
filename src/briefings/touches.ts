import { relevanceKey, type Relevance } from '../disclosures/index.js';
import {
  IF_THE_ITEM_IS_ABOUT_IT,
  type MatterFacts,
  type MeetingFacts,
  type MeetingInterest,
  type Rulebook,
} from '../law/index.js';
import { matchPrepared, prepareInterest, prepareItem, type MatchContext } from '../matching/index.js';
import type { AgendaItem } from '../meetings/index.js';
import { namesAndAddresses, type InterestDetails } from '../register/index.js';
import type { BriefedInterest, BriefedItem, Touch } from './briefing.js';

/** An interest of the member with what the matcher and the law need of it. */
export interface HeldInterest {
  readonly briefed: BriefedInterest;
  readonly details: InterestDetails;
  readonly asLaw: MeetingInterest;
}

/** What all items of one briefing share. */
export interface BriefingQuestion {
  readonly rulebook: Rulebook;
  /** Person, date and kind of meeting; the same for every item. */
  readonly facts: MeetingFacts;
  readonly context: MatchContext;
  readonly interests: readonly HeldInterest[];
  /** What the member said before, by `relevanceKey`. */
  readonly said: ReadonlyMap<string, Relevance>;
}

/** Holds every interest of a member against every item, and asks the law about each pair that may touch. */
export function briefItems(items: readonly AgendaItem[], question: BriefingQuestion): BriefedItem[] {
  const prepared = question.interests.map((held) => ({
    held,
    words: prepareInterest(
      { text: held.briefed.description, category: held.briefed.category, ...namesAndAddresses(held.details) },
      question.context,
    ),
  }));
  return items.map((item) => {
    const itemWords = prepareItem({ title: item.title, text: item.text });
    const facts: MeetingFacts = { ...question.facts, matter: matterOf(item) };
    const touches = prepared.flatMap(({ held, words }) => {
      const match = matchPrepared(words, itemWords);
      const said = question.said.get(
        relevanceKey({ agendaItemId: item.id, itemTitle: item.title, registerEntryId: held.briefed.id }),
      );
      return match.level === 'none' && said !== 'about-it'
        ? []
        : [touch(held, match, said, facts, question.rulebook)];
    });
    return {
      item,
      touches: touches.sort((a, b) => b.match.score - a.match.score),
      withoutInterest: question.rulebook.meeting({ ...facts, interest: null, present: true }),
    };
  });
}

/**
 * Where only the words match, the duty is conditional: the law is asked with "if the item is about it" supposed.
 * Once the member has said so, it is a fact, and so is that they are aware of it.
 */
function touch(
  held: HeldInterest,
  match: Touch['match'],
  said: Relevance | undefined,
  shared: MeetingFacts,
  rulebook: Rulebook,
): Touch {
  const known = { ...shared, interest: held.asLaw };
  const supposed = rulebook.meeting(known, IF_THE_ITEM_IS_ABOUT_IT);
  const settled = said === 'about-it' || said === 'not-about-it';
  if (!settled) return { interest: held.briefed, match, said, facts: known, supposed, result: supposed };
  const isAboutIt = said === 'about-it';
  const facts: MeetingFacts = {
    ...known,
    interestIsInTheMatter: isAboutIt,
    memberAwareItIs: isAboutIt,
    // An item that is about the interest directly relates to it, in the words of codes that tell that from affecting it.
    relation: isAboutIt ? 'directly-relates' : undefined,
  };
  const result = rulebook.meeting(facts, { present: true });
  return { interest: held.briefed, match, said, facts, supposed, result };
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
    decidesOnDispensation: /dispensation/i.test(`${item.title} ${item.text}`) ? undefined : false,
  };
}
