import type { BodyKind, QuorumRule } from '../../authorities/index.js';
import type { CivilDate } from '../../law/index.js';

/**
 * What a person makes of one entry: leave it, take over what is new of it (a name, a day), make it new here, or say which
 * one of those here it is.
 */
export type What = 'leave' | 'take' | 'new' | { readonly sameAs: string };

export interface BodyChoice {
  readonly index: number;
  readonly what: What;
  readonly kind: BodyKind;
  readonly quorum: QuorumRule;
}

export interface MeetingChoice {
  readonly index: number;
  readonly what: 'leave' | 'take';
}

export interface MemberChoice {
  readonly index: number;
  readonly what: What;
  /** The day from which the group that is told there counts; undefined to leave the group as it is here. */
  readonly groupFrom: CivilDate | undefined;
  /** Whether the term that is told there begins here: the statutory clock begins with it. */
  readonly beginsTerm: boolean;
}

export type Choices =
  | { readonly kind: 'bodies'; readonly choices: readonly BodyChoice[] }
  | { readonly kind: 'meetings'; readonly choices: readonly MeetingChoice[] }
  | { readonly kind: 'members'; readonly choices: readonly MemberChoice[] };

/** Why something that was chosen cannot be. `index` is the place of the entry in what was read. */
export interface ChoiceProblem {
  readonly index: number;
  readonly why: 'name-taken' | 'not-to-choose' | 'in-office' | 'joined-later';
}

/** Leaves the taking over, so that everything in it is undone. */
export class CannotBe extends Error {
  constructor(readonly problem: ChoiceProblem) {
    super('What was chosen cannot be.');
  }
}

/** How many were made, changed or recognised: all that the page and the audit tell afterwards. */
export type Counts = Readonly<Record<string, number>>;
