import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { GrantedDispensation } from './dispensation-without-interest.js';
import type { CheckRule, FindingTag, Found } from './finding.js';

/** An item that a dispensation was asked for, or is said to reach. */
export interface ReachedItem {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly meetingId: string;
  readonly meetsOn: CivilDate;
}

export interface EndedDispensation extends Pick<GrantedDispensation, 'requestId' | 'memberId' | 'to'> {
  /** Asked for in the request, or said to be reached by whoever may say so. */
  readonly reached: readonly ReachedItem[];
  /** Of later meetings, at which the member was or may have been: they name the interest that it was granted for. */
  readonly metAgain: readonly ReachedItem[];
  /** Another dispensation of the member was in force on a day. */
  readonly anotherOn: (day: CivilDate) => boolean;
}

/**
 * A dispensation ends at the end of its last day, and nothing says so aloud. The member still relied on it where an item
 * that it reached, or one that names the same interest, came before a meeting afterwards, and no other one took its place.
 * That the interest is held still is no question by itself.
 */
export const dispensationLapsed: CheckRule<EndedDispensation> = {
  id: 'dispensation-lapsed',
  asks: askedBy('dispensation-lapsed'),
  sources: [england.notRetrospective.citation],
  decide({ requestId, memberId, to, reached, metAgain, anotherOn }, asAt) {
    if (to === undefined || to >= asAt) return [];
    const isAfter = ({ meetsOn }: ReachedItem): boolean =>
      meetsOn > to && meetsOn <= asAt && !anotherOn(meetsOn);
    const itsOwn = reached.filter(isAfter);
    const again = metAgain.filter((item) => isAfter(item) && !itsOwn.some(({ id }) => id === item.id));
    const after = [...itsOwn, ...again].sort((a, b) => a.meetsOn.localeCompare(b.meetsOn));
    const [first] = after;
    if (first === undefined) return [];
    const tags: FindingTag[] = [
      ...(itsOwn.length > 0 ? (['item-after-its-end'] as const) : []),
      ...(again.length > 0 ? (['interest-met-again'] as const) : []),
    ];
    const found: Found = {
      ...{ key: requestId, memberIds: [memberId], on: to, tags, sensitive: false },
      ...{ meetingId: first.meetingId, agendaItemId: first.id },
      evidence: [
        { kind: 'day', of: 'ended', on: to },
        ...after.map(({ id, number, title }) => ({ kind: 'item' as const, id, number, title })),
      ],
    };
    return [found];
  },
};
