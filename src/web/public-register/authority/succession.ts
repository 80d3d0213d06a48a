import type { HandOver } from '../../../exchange/index.js';
import { addDays, type CivilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** What an authority's page says of councils that it continues, or that continue it. */
export interface SuccessionView {
  readonly lastDay: string;
  readonly vestingOn: string;
  /** Empty where it is this authority that continues others. */
  readonly continuedBy: readonly Link[];
  readonly continues: readonly Link[];
  /** Has it ended? */
  readonly isOver: boolean;
}

export function successionViews(
  authorityId: string,
  handOvers: readonly HandOver[],
  today: CivilDate,
): SuccessionView[] {
  return handOvers.map(({ vestingOn, predecessors, successors }) => {
    const ends = predecessors.some(({ id }) => id === authorityId);
    return {
      lastDay: dateInWords(addDays(vestingOn, -1)),
      vestingOn: dateInWords(vestingOn),
      continuedBy: ends ? successors.map(link) : [],
      continues: ends ? [] : predecessors.map(link),
      isOver: ends && vestingOn <= today,
    };
  });
}

const link = ({ slug, name }: HandOver['predecessors'][number]): Link => ({
  text: name,
  href: `/register/${slug}`,
});
