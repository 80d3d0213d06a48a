import { matterOf } from '../../briefings/index.js';
import {
  relevanceKey,
  type Interviewed,
  type OpenedDisclosure,
  type Relevance,
} from '../../disclosures/index.js';
import {
  ask,
  england,
  IF_THE_ITEM_IS_ABOUT_IT,
  type CivilDate,
  type Dispensation,
  type Finding,
  type MeetingFacts,
  type MeetingResult,
  type NotEncoded,
  type Rulebook,
} from '../../law/index.js';
import { matchPrepared, prepareInterest, prepareItem, type MatchAnswer } from '../../matching/index.js';
import type { AgendaItem, MeetingObserved } from '../../meetings/index.js';
import type { TermOfOffice } from '../../members/index.js';
import { describeInterest, meetingInterest, namesAndAddresses, personOf } from '../../register/index.js';
import type { InterestOnDay } from './interests-on-day.js';

/** What the law of the day says of one interest and the item, and why the two stand side by side. */
export interface InterestAtItem {
  readonly interest: InterestOnDay;
  readonly match: MatchAnswer;
  readonly said: Relevance | undefined;
  /** What it asked of the member if the item was about the interest. */
  readonly supposed: MeetingResult;
  /**
   * Whether s.34(1) could apply to what was recorded. A reasonable excuse is never among the facts, so this is "no" or "cannot
   * tell" and never a finding against anybody; undefined where that rule is not encoded for the day.
   */
  readonly offence: Finding<boolean> | undefined;
}

/** The law's answer on the day of an allegation. */
export type LawOnTheDay =
  | { readonly kind: 'no-item' }
  | { readonly kind: 'not-in-office' }
  | NotEncoded
  | {
      readonly kind: 'asked';
      /** The interests that the item may have been about. */
      readonly atItem: readonly InterestAtItem[];
      /** How many interests were known on the day. */
      readonly compared: number;
      /** Whether one of them is withheld from the reader. */
      readonly anyWithheld: boolean;
    };

export interface LawQuestion {
  readonly day: CivilDate;
  readonly authorityName: string;
  readonly rulebook: Rulebook | NotEncoded;
  readonly memberId: string;
  readonly term: TermOfOffice | undefined;
  readonly item: AgendaItem | undefined;
  readonly ofTheExecutive: boolean;
  readonly interests: readonly InterestOnDay[];
  /** The member's own answers, by `relevanceKey`. */
  readonly said: ReadonlyMap<string, Relevance>;
  readonly interviewed: ReadonlyMap<string, Interviewed>;
  /** Every dispensation of the member as it stands to the item. */
  readonly dispensations: readonly Dispensation[];
  readonly observed: MeetingObserved;
  /** What stands of what the member declared at the meeting. */
  readonly declared: readonly OpenedDisclosure[];
}

/** As in a briefing: what is longer would take too much memory to compare. */
const MOST_COMPARED = 1_000_000;

/** Asks the rulebook of the day about each interest that the item may have been about. */
export function lawOnTheDay(question: LawQuestion): LawOnTheDay {
  const { day, item, term, rulebook } = question;
  if (item === undefined) return { kind: 'no-item' };
  if (term === undefined) return { kind: 'not-in-office' };
  if (rulebook.kind === 'not-encoded') return rulebook;
  const words = prepareItem({ title: item.title, text: item.text.slice(0, MOST_COMPARED) });
  // A gift is an event, which no meeting asks after.
  const held = question.interests.filter(({ category }) => category !== 'gifts');
  const shared: MeetingFacts = {
    ...{ person: personOf(term), meetingDate: day, formalMeeting: true },
    ofTheExecutive: question.ofTheExecutive,
    ...{ matter: matterOf(item), dispensations: question.dispensations },
  };
  const atItem = held.flatMap((interest): InterestAtItem[] => {
    const text = describeInterest(interest.details);
    const { category } = interest;
    const prepared = prepareInterest(
      { text, category, ...namesAndAddresses(interest.details) },
      { authority: question.authorityName },
    );
    const match = matchPrepared(prepared, words);
    const said = firstOf(interest, item, question.said);
    if (match.level === 'none' && (said === undefined || said === 'not-about-it')) return [];
    const interviewed = firstOf(interest, item, question.interviewed) ?? {};
    const facts = { ...shared, ...settled(interviewed), interest: meetingInterest(interest, interest.state) };
    return [
      {
        ...{ interest, match, said },
        supposed: rulebook.meeting(facts, IF_THE_ITEM_IS_ABOUT_IT),
        offence: offenceOf(facts, said, question, item),
      },
    ];
  });
  return {
    ...{ kind: 'asked', atItem, compared: held.length },
    anyWithheld: held.some(({ isWithheld }) => isWithheld),
  };
}

/** Under whichever of its ids the member spoke of it, while the item had the title that it has now. */
function firstOf<T>(
  { knownAs }: InterestOnDay,
  { id, title }: AgendaItem,
  found: ReadonlyMap<string, T>,
): T | undefined {
  const keys = knownAs.map((interestId) => relevanceKey({ agendaItemId: id, itemTitle: title, interestId }));
  return keys.map((key) => found.get(key)).find((one) => one !== undefined);
}

/** "I am not sure" leaves a fact unknown. */
function settled(interviewed: Interviewed): Partial<MeetingFacts> {
  const known = Object.entries(interviewed).filter(([, answer]) => answer !== 'not-sure');
  return Object.fromEntries(known.map(([fact, answer]) => [fact, answer === 'yes']));
}

/** Only what was recorded is a fact. What nobody recorded is not known, and is never taken for its opposite. */
function offenceOf(
  facts: MeetingFacts,
  said: Relevance | undefined,
  { day, memberId, observed, declared }: LawQuestion,
  item: AgendaItem,
): Finding<boolean> | undefined {
  const attended = observed.attendance.get(memberId)?.as;
  const isAbout = said === 'about-it' || said === 'affects-it';
  // Whoever abstained is on the record of a vote and cast none.
  const voted = observed.votes.some(
    ({ itemId, result }) =>
      itemId === item.id &&
      'named' in result &&
      result.named.some((vote) => vote.memberId === memberId && vote.vote !== 'abstained'),
  );
  const left = observed.absences.some(
    ({ memberId: id, left: { itemId } }) => id === memberId && itemId === item.id,
  );
  const hasDeclared = declared.some(
    ({ kind, stage, agendaItemId }) =>
      kind === 'interest' && stage === 'at-meeting' && agendaItemId === item.id,
  );
  const answer = ask(
    england.s34_1AtMeeting,
    {
      ...facts,
      ...(isAbout && { interestIsInTheMatter: true, memberAwareItIs: true }),
      ...(isAbout && {
        relation: said === 'about-it' ? ('directly-relates' as const) : ('affects' as const),
      }),
      ...(attended !== undefined && attended !== 'remote' && { present: attended === 'present' }),
      ...(voted && { voted }),
      ...(left && { leftRoom: true }),
      ...(hasDeclared && { declared: true }),
    },
    day,
  );
  return 'kind' in answer ? undefined : answer.offence;
}
