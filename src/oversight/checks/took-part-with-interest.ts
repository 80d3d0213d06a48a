import { england } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import { restsOnSensitive, type CheckRule, type FindingTag, type Found } from './finding.js';
import { isConfirmed, mayBeInIt, type ItemOfMember, type MatchedInterest } from './matched-not-declared.js';

/** Whether s.31(4) bars it, if the item is about the interest: a dispensation lifts the bar, or may. */
export type Bar = 'barred' | 'free' | 'cannot-tell' | 'dispensation-may-reach';

export interface Bars {
  readonly discuss: Bar;
  readonly vote: Bar;
}

/** One member and one item on which they were seen to take part. */
export interface PartInItem extends Pick<ItemOfMember, 'memberId' | 'meetingId' | 'item' | 'meetsOn'> {
  /** Recorded by name: once for each question that was put. */
  readonly votes: readonly ('for' | 'against' | 'abstained')[];
  /** A vote was recorded in numbers alone while the member was recorded as in the room. */
  readonly thereAtCount: boolean;
  /** What the member is recorded as saying that they would do. */
  readonly intends: 'takes-part' | 'speaks-and-leaves' | undefined;
  /** Of what they declared in this item. */
  readonly declared: readonly Bars[];
  /** Of what matched. */
  readonly matched: readonly (Bars & Pick<MatchedInterest, 'evidence' | 'level' | 'said' | 'toldByThen'>)[];
}

export const tookPartWithInterest: CheckRule<PartInItem> = {
  id: 'took-part-with-interest',
  asks: askedBy('took-part-with-interest'),
  sources: [england.s31_1.citation, { text: 'Localism Act 2011 s.31(4)' }],
  decide(facts) {
    const { memberId, meetingId, item, meetsOn } = facts;
    const did = doneIn(facts);
    if (did.length === 0) return [];
    const matched = facts.matched.filter(mayBeInIt).filter((bars) => concerns(bars, did));
    const declared = facts.declared.filter((bars) => concerns(bars, did));
    if (matched.length + declared.length === 0) return [];
    const evidence = matched.map((one) => one.evidence);
    const tags = [...did, ...certainty([...declared, ...matched], did), ...knownBy(declared, matched)];
    const found: Found = {
      ...{ key: `${memberId}/${item.id}`, memberIds: [memberId], meetingId, agendaItemId: item.id },
      ...{ on: meetsOn, tags, sensitive: declared.length === 0 && restsOnSensitive(evidence) },
      evidence: [{ kind: 'item', ...item }, ...evidence],
    };
    return [found];
  },
};

type Did = Extract<
  FindingTag,
  'voted' | 'abstained' | 'there-at-a-vote' | 'said-would-take-part' | 'said-would-speak'
>;

function doneIn({ votes, thereAtCount, intends }: PartInItem): Did[] {
  const cast = votes.some((vote) => vote !== 'abstained');
  return [
    ...(cast ? (['voted'] as const) : []),
    ...(!cast && votes.length > 0 ? (['abstained'] as const) : []),
    // In numbers alone nobody is named: the member may have sat still.
    ...(votes.length === 0 && thereAtCount ? (['there-at-a-vote'] as const) : []),
    ...(intends === 'takes-part' ? (['said-would-take-part'] as const) : []),
    ...(intends === 'speaks-and-leaves' ? (['said-would-speak'] as const) : []),
  ];
}

/** Which of the two bars each kind of taking part meets. */
const MEETS: Readonly<Record<Did, readonly (keyof Bars)[]>> = {
  voted: ['vote'],
  abstained: ['vote'],
  'there-at-a-vote': ['vote'],
  'said-would-take-part': ['discuss', 'vote'],
  'said-would-speak': ['discuss'],
};

const met = (bars: Bars, did: readonly Did[]): Bar[] =>
  did.flatMap((one) => MEETS[one].map((which) => bars[which]));

const concerns = (bars: Bars, did: readonly Did[]): boolean => met(bars, did).some((bar) => bar !== 'free');

function certainty(all: readonly Bars[], did: readonly Did[]): FindingTag[] {
  const bars = all.flatMap((one) => met(one, did));
  const unsure = did.every((one) => one === 'there-at-a-vote') || !bars.includes('barred');
  return [
    ...(unsure ? (['cannot-tell'] as const) : []),
    ...(bars.includes('dispensation-may-reach') ? (['dispensation-may-reach'] as const) : []),
  ];
}

function knownBy(declared: readonly Bars[], matched: PartInItem['matched']): FindingTag[] {
  if (declared.length > 0) return ['declared'];
  return [matched.some(({ said }) => isConfirmed(said)) ? 'member-said-so' : 'words-match'];
}
