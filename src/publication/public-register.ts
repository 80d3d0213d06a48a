import type { AuthorityKind } from '../authorities/index.js';
import type { CivilDate, RegisterCategory } from '../law/index.js';
import type { InterestDetails } from '../register/index.js';
import type { CategorySource } from '../wording/index.js';

/** One interest, as the public may read it. Nothing tells whose it is: the member's or their partner's. */
export interface PublicEntry {
  /** Stays the same when the entry is changed or corrected. */
  readonly id: string;
  readonly words: string;
  readonly details: InterestDetails;
  readonly publishedOn: CivilDate;
}

/** A sentence in the place of details that are kept back. */
export interface WithheldNotice {
  readonly id: string;
  readonly words: string;
  readonly publishedOn: CivilDate;
}

/** The member said that there is nothing to register here. */
export interface NilReturn {
  readonly id: string;
  readonly publishedOn: CivilDate;
}

/** One heading of a member's register. Where it has no entry, no notice and no nil return, no details are shown. */
export interface PublicCategory {
  readonly category: RegisterCategory;
  readonly name: string;
  /** By what it stands in the register. */
  readonly source: CategorySource;
  readonly entries: readonly PublicEntry[];
  readonly withheld: readonly WithheldNotice[];
  readonly nothing: NilReturn | undefined;
}

/** What the public may read of one member. */
export interface PublicMember {
  readonly id: string;
  readonly name: string;
  /** What is withheld without saying under which heading (s.32). It never says how much. */
  readonly withheld: readonly WithheldNotice[];
  readonly categories: readonly PublicCategory[];
}

export interface PublicAuthority {
  readonly slug: string;
  readonly name: string;
  readonly kind: AuthorityKind;
}

/** The register of an authority as the public may read it: today, or as it stood at the end of a past London day. */
export interface PublicRegister {
  readonly authority: PublicAuthority;
  readonly asAt: CivilDate;
  readonly isToday: boolean;
  /** By name. Those who are members today, and were on the day asked about. */
  readonly members: readonly PublicMember[];
}
