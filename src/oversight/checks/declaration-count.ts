import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule, FindingTag } from './finding.js';

/** How many declarations another system and this one have of the items of one meeting. */
export interface CountedMeeting {
  readonly meetingId: string;
  readonly meetsOn: CivilDate;
  /** When the other system was read. */
  readonly readOn: CivilDate;
  readonly items: readonly {
    /** Undefined for an item that is not known here. */
    readonly item:
      { readonly id: string; readonly number: string | null; readonly title: string } | undefined;
    readonly there: number;
    readonly here: number;
  }[];
}

export const declarationCount: CheckRule<CountedMeeting> = {
  id: 'declaration-count',
  asks: askedBy('declaration-count'),
  sources: [england.s31_2.citation],
  decide({ meetingId, meetsOn, readOn, items }, asAt) {
    if (readOn > asAt || meetsOn > asAt) return [];
    // Read before the meeting, the other system could not know yet what was said there.
    const differ = items.filter(({ there, here }) => there > here || (there < here && readOn > meetsOn));
    if (differ.length === 0) return [];
    const sum = (of: 'there' | 'here'): number => items.reduce((total, one) => total + one[of], 0);
    const tags: FindingTag[] = [
      ...(differ.some(({ there, here }) => there > here) ? (['more-there'] as const) : []),
      ...(differ.some(({ there, here }) => there < here) ? (['more-here'] as const) : []),
    ];
    return [
      {
        ...{ key: meetingId, memberIds: [], meetingId, on: meetsOn, tags, sensitive: false },
        evidence: [
          { kind: 'number', of: 'there', count: sum('there') },
          { kind: 'number', of: 'here', count: sum('here') },
          { kind: 'day', of: 'read', on: readOn },
          ...differ.flatMap(({ item }) => (item === undefined ? [] : [{ kind: 'item' as const, ...item }])),
        ],
      },
    ];
  },
};
