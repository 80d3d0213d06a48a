import type { AuthorityKind } from '../../authorities/index.js';
import type { CivilDate } from '../../law/index.js';
import type { Standing, VotesOn } from '../../members/index.js';

/** A council that a file may name. */
export interface CouncilOfIntake {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: AuthorityKind;
}

/** One row that is in order by itself: somebody who becomes a member of a council on a day. */
export interface IntakeRow {
  /** As a spreadsheet numbers it; the first line of the file is row 1. */
  readonly row: number;
  readonly authorityId: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string | null;
  readonly standing: Standing;
  readonly votesOn: VotesOn;
  readonly pollingDay: CivilDate | null;
  readonly becameMemberOn: CivilDate;
  readonly group: string | null;
  readonly externalId: string | null;
  /** Their ids as members of councils that this one continues. */
  readonly continues: readonly string[];
}

/** What is wrong with one row, and what to write instead. Sentences without their full stop, which name nobody. */
export interface IntakeProblem {
  readonly row: number;
  readonly column: string;
  readonly wrong: string;
  readonly write: string;
  /** What the cell holds, as far as it is short. */
  readonly value: string;
}
