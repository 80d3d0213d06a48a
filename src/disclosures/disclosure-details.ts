import type { RegisterCategory } from '../law/index.js';
import type { Disclosure } from './disclosure.entity.js';

/** What is sealed of a disclosure. */
export interface DisclosureDetails {
  /** The interest that the member pointed to: an entry, or what waited to be one. */
  readonly interestId?: string;
  /** Where it stood when it was declared; 'nowhere' is neither entered nor notified. Absent where nobody said. */
  readonly stood?: 'entered' | 'pending' | 'nowhere';
  /** Under which heading it belongs, where that is known. */
  readonly category?: RegisterCategory;
  /** What the interest is, in the member’s words; absent where it is withheld. For a whip: what it asks. */
  readonly nature?: string;
  /** Why the nature is withheld: agreed by both (s.32), or asked for and not decided. */
  readonly withheld?: 'agreed' | 'claimed';
  /** Recorded by a clerk, as it was heard in the room. Absent where the member recorded it. */
  readonly heard?: true;
  /** The political group that gives the whip. */
  readonly group?: string;
}

/** A disclosure with its details opened, for whoever may read it. */
export type OpenedDisclosure = Omit<Disclosure, 'details'> & { readonly details: DisclosureDetails };
