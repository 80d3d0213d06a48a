import { onceEach } from '../platform/database/index.js';
import type { MatterFacts, MeetingFacts, MeetingResult, Rulebook } from '../law/index.js';
import type { PreparedItem } from '../matching/index.js';
import type { AgendaItem } from '../meetings/index.js';

/** The items of one agenda, with what the briefing of every member asks of them: worked out once, for all of them. */
export class Business {
  readonly matter: (item: AgendaItem) => MatterFacts = onceEach(matterOf);
  readonly #withoutInterest = new Map<AgendaItem, Map<MeetingFacts['person'], MeetingResult>>();

  /** @param prepared an item in the form in which the matcher looks at it */
  constructor(
    readonly items: readonly AgendaItem[],
    readonly prepared: (item: AgendaItem) => PreparedItem,
  ) {}

  /**
   * What the law says of an item to whoever has no interest in it: the same to all who sit alike, but for dispensations.
   * @param facts of the item and the person; the day and the kind of meeting are the same for all
   */
  withoutInterest(item: AgendaItem, facts: MeetingFacts, rulebook: Rulebook): MeetingResult {
    const answer = (): MeetingResult => rulebook.meeting({ ...facts, interest: null, present: true });
    if ((facts.dispensations ?? []).length > 0) return answer();
    const known = this.#withoutInterest.get(item) ?? new Map<MeetingFacts['person'], MeetingResult>();
    this.#withoutInterest.set(item, known);
    const result = known.get(facts.person) ?? answer();
    known.set(facts.person, result);
    return result;
  }
}

/**
 * Only what the clerk confirmed, or the kind of body decides, is a fact. A reader's suggestion is not. Business that
 * decides on a dispensation says so on the agenda: where the word is printed nobody knows until they are asked.
 */
export function matterOf(item: AgendaItem): MatterFacts {
  const known = (fact: AgendaItem['facts'][keyof AgendaItem['facts']]): boolean | undefined =>
    fact.source === 'reader' || fact.value === 'unknown' ? undefined : fact.value === 'yes';
  return {
    planningOrRegulatory: known(item.facts.planningOrRegulatory),
    educationFunction: known(item.facts.educationFunction),
    publicMaySpeak: known(item.facts.publicMaySpeak),
    decidesOnDispensation: /dispensation/i.test(`${item.title} ${item.text}`) ? undefined : false,
  };
}
