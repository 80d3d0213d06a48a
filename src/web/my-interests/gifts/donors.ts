import type { GiftDetails } from '../../../register/index.js';

/** What one donor gave, all that was accepted together. */
export interface DonorTotal {
  /** As the member wrote it last. */
  readonly donor: string;
  readonly accepted: number;
  readonly acceptedPence: number;
  /** Whether any of the values is an estimate, so that the sum is one too. */
  readonly estimated: boolean;
  readonly refused: number;
}

/** Gifts by their donors, the greatest sum first. Capitals and spaces make no other donor of a name. */
export function donorTotals(gifts: readonly GiftDetails[]): DonorTotal[] {
  const donors = new Map<string, DonorTotal>();
  for (const gift of gifts) {
    const key = nameOf(gift);
    const before = donors.get(key) ?? NOTHING;
    donors.set(key, {
      donor: gift.donor,
      accepted: before.accepted + (gift.accepted ? 1 : 0),
      acceptedPence: before.acceptedPence + (gift.accepted ? gift.valuePence : 0),
      estimated: before.estimated || (gift.accepted && gift.valueIs === 'an-estimate'),
      refused: before.refused + (gift.accepted ? 0 : 1),
    });
  }
  return [...donors.values()].sort(
    (a, b) => b.acceptedPence - a.acceptedPence || a.donor.localeCompare(b.donor),
  );
}

const NOTHING = { accepted: 0, acceptedPence: 0, estimated: false, refused: 0 };

const nameOf = ({ donor }: GiftDetails): string =>
  donor.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
