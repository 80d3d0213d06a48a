import { lastDayOfMonthsAfter, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import { restsOnSensitive, type CheckRule, type InterestEvidence } from './finding.js';

/** Auditors ask for a register that was looked at within the year; the Act asks for nothing of the kind. */
const MONTHS = 12;

/** A member in office, and what the register holds of them. Gifts are events, which nobody confirms. */
export interface EntriesOfMember {
  readonly memberId: string;
  /** With the day on which each was entered; a change is an entry of its own. */
  readonly entries: readonly { readonly evidence: InterestEvidence; readonly enteredOn: CivilDate }[];
  /** The last day on which the member confirmed all of it, or notified all that they hold; undefined for never. */
  readonly confirmedOn: CivilDate | undefined;
}

export const entryUnconfirmed: CheckRule<EntriesOfMember> = {
  id: 'entry-unconfirmed',
  asks: askedBy('entry-unconfirmed'),
  sources: [{ text: 'Council practice: the yearly confirmation' }],
  decide({ memberId, entries, confirmedOn }, asAt) {
    const old = entries.filter(({ enteredOn }) => {
      const since = confirmedOn !== undefined && confirmedOn > enteredOn ? confirmedOn : enteredOn;
      return lastDayOfMonthsAfter(since, MONTHS) < asAt;
    });
    const [oldest] = old.map(({ enteredOn }) => enteredOn).sort();
    if (oldest === undefined) return [];
    const evidence = old.map((one) => one.evidence);
    return [
      {
        ...{ key: memberId, memberIds: [memberId], on: oldest, tags: [] },
        evidence: [
          ...(confirmedOn === undefined
            ? []
            : [{ kind: 'day' as const, of: 'last-confirmed' as const, on: confirmedOn }]),
          ...evidence,
        ],
        sensitive: restsOnSensitive(evidence),
      },
    ];
  },
};
