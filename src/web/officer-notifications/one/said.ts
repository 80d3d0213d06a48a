import type { RegisterCategory } from '../../../law/index.js';
import type { OpenedInterest, OpenedNotification } from '../../../register/index.js';
import { categoryInWords } from '../../../wording/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import { DETAILS_WITHHELD, type Withheld } from '../withholding.js';

/** What was said of one category, for the member and for the partner. */
export interface SaidOfCategory {
  readonly category: string;
  readonly holders: readonly {
    readonly whose: string;
    /** 'Nothing', or one line for each interest. */
    readonly lines: readonly string[];
  }[];
}

/** Everything that a notification says, by category in the order given, "nothing" included. */
export function saidIn(
  { answers, interests }: OpenedNotification,
  order: readonly RegisterCategory[],
  withheld: Withheld,
): SaidOfCategory[] {
  // A category that the order does not know is shown at the end: nothing that was said may be missing.
  const said = answers.map(({ category }) => category);
  const categories = [...new Set([...order.filter((category) => said.includes(category)), ...said])];
  return categories.map((category) => ({
    category: categoryInWords(category).name,
    holders: (['self', 'partner'] as const).flatMap((heldBy) => {
      const answer = answers.find((one) => one.category === category && one.heldBy === heldBy);
      if (answer === undefined) return [];
      const own = interests.filter((one) => one.category === category && one.heldBy === heldBy);
      const lines = own.map((one) => detailsFor(one, withheld));
      return [{ whose: whoseInWords({ heldBy }), lines: answer.answer === 'nothing' ? ['Nothing'] : lines }];
    }),
  }));
}

export const whoseInWords = ({ heldBy }: Pick<OpenedInterest, 'heldBy'>): string =>
  heldBy === 'self' ? 'Member' : 'Spouse, civil partner or partner';

/** An interest in a line or two, or that it is withheld from this reader. */
export const detailsFor = (interest: OpenedInterest, withheld: Withheld): string =>
  withheld.interest(interest) ? DETAILS_WITHHELD : inFull(interest.details);
