import type { HeldBy, RegisterCategory } from '../../../law/index.js';
import type { Act, InterestDetails, OpenedEntry } from '../../../register/index.js';
import { kindOf } from '../../notify-interests/interest/kinds.js';
import type { DeclaredBefore } from './declared.js';

/** What can be told of one interest. */
export type ToldAct = Exclude<Act, 'hold'>;

/** An entry of the register that something is told of. */
export interface About extends OpenedEntry {
  /** What was told of it last and is not entered yet; undefined where nothing is waiting. */
  readonly toldSince: InterestDetails | undefined;
}

/** What somebody is about to tell: a new interest, or something of one that is in the register. */
export type Subject = { readonly category: RegisterCategory; readonly heldBy: HeldBy } & (
  | { readonly act: 'add'; readonly about?: undefined; readonly declared?: DeclaredBefore | undefined }
  | { readonly act: 'change' | 'end' | 'correct'; readonly about: About }
);

/** The pages of telling, in their order; the second page of details is there for categories that ask more. */
export type Step = 'details' | 'more' | 'days' | 'check';

export function stepsOf({ act, category }: Subject): readonly Step[] {
  if (act === 'end') return ['days', 'check'];
  const details: Step[] = kindOf(category).more === undefined ? ['details'] : ['details', 'more'];
  // A mistake was one from the beginning, and a gift tells its own day.
  const days: Step[] = act === 'correct' || category === 'gifts' ? [] : ['days'];
  return [...details, ...days, 'check'];
}

/** Where it is told; every step has this one address. */
export function pathOf({ act, about, category, heldBy }: Subject): string {
  if (about !== undefined) return `/my/interests/${about.entry.id}/${act}`;
  return category === 'gifts' ? '/my/interests/gifts/new' : `/my/interests/new/${category}/${heldBy}`;
}

/** The day on which the interest began, as far as the register or the details say. */
export function beganOn({ about }: Subject): string | undefined {
  if (about === undefined) return undefined;
  return about.entry.beganOn ?? beginningIn(about.details);
}

function beginningIn(details: InterestDetails): string | undefined {
  return details.category === 'licences' ? details.from : undefined;
}
