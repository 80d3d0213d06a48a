import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import {
  restsOnSensitive,
  type CheckRule,
  type FindingTag,
  type Found,
  type InterestEvidence,
} from './finding.js';

/** How a member was at a meeting, as far as it was recorded. */
export type Presence = 'there' | 'not-there' | 'not-recorded';

/** Whether the law has the interest disclosed, if the item is about it. */
export type Owing = 'owed' | 'not-owed' | 'cannot-tell';

/** One interest of the member that may be in the item. */
export interface MatchedInterest {
  readonly evidence: InterestEvidence;
  readonly level: 'probable' | 'possible' | 'none';
  /** What the member answered; undefined where they were not asked or did not answer. */
  readonly said: 'about-it' | 'affects-it' | 'not-about-it' | 'not-sure' | undefined;
  readonly disclose: Owing;
  /** The officer was told of it by the day of the meeting. */
  readonly toldByThen: boolean;
}

/** One member and one item of a meeting that took place. */
export interface ItemOfMember {
  readonly memberId: string;
  readonly meetingId: string;
  readonly item: { readonly id: string; readonly number: string | null; readonly title: string };
  readonly meetsOn: CivilDate;
  readonly presence: Presence;
  /** A declaration of an interest in this item stands. */
  readonly declared: boolean;
  readonly interests: readonly MatchedInterest[];
}

export const matchedNotDeclared: CheckRule<ItemOfMember> = {
  id: 'matched-not-declared',
  asks: askedBy('matched-not-declared'),
  sources: [england.s31_2.citation],
  decide(facts) {
    const { memberId, meetingId, item, presence, declared, meetsOn } = facts;
    if (declared || presence === 'not-there') return [];
    const asked = facts.interests.filter(isAsked);
    if (asked.length === 0) return [];
    const evidence = asked.map((one) => one.evidence);
    const found: Found = {
      ...{ key: `${memberId}/${item.id}`, memberIds: [memberId], meetingId, agendaItemId: item.id },
      ...{ on: meetsOn, tags: tagsOf(asked, presence), sensitive: restsOnSensitive(evidence) },
      evidence: [{ kind: 'item', ...item }, ...evidence],
    };
    return [found];
  },
};

/**
 * Words that match by chance are many, so only a probable match is asked about; and whatever the member said that the
 * item is about. What the officer was told of after the meeting may not have been held on its day.
 */
const isAsked = (one: MatchedInterest): boolean => one.disclose !== 'not-owed' && mayBeInIt(one);

export const mayBeInIt = ({
  level,
  said,
  toldByThen,
}: Pick<MatchedInterest, 'level' | 'said' | 'toldByThen'>): boolean =>
  said !== 'not-about-it' && toldByThen && (level === 'probable' || isConfirmed(said));

export const isConfirmed = (said: MatchedInterest['said']): boolean =>
  said === 'about-it' || said === 'affects-it';

function tagsOf(asked: readonly MatchedInterest[], presence: Presence): FindingTag[] {
  const said = asked.some((one) => isConfirmed(one.said));
  const unsure = !asked.some(({ disclose }) => disclose === 'owed');
  return [
    said ? 'member-said-so' : 'words-match',
    ...(presence === 'not-recorded' ? (['cannot-tell', 'attendance-not-recorded'] as const) : []),
    ...(unsure ? (['cannot-tell', 'disclosure-cannot-be-told'] as const) : []),
  ].filter((tag, index, all) => all.indexOf(tag) === index) as FindingTag[];
}
