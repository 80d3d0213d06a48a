import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule } from './finding.js';

/** An entry that both consider sensitive, and the day on which it is to be looked at again. */
export interface AgreedEntry {
  readonly entryId: string;
  readonly memberId: string;
  readonly reviewOn: CivilDate;
}

export const reviewOverdue: CheckRule<AgreedEntry> = {
  id: 'review-overdue',
  asks: askedBy('review-overdue'),
  sources: [england.s32_1.citation],
  decide: ({ entryId, memberId, reviewOn }, asAt) =>
    reviewOn < asAt
      ? [
          {
            ...{ key: entryId, memberIds: [memberId], on: reviewOn, lastDay: reviewOn },
            ...{ tags: [], evidence: [], sensitive: true },
          },
        ]
      : [],
};
