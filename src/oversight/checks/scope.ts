import type { CivilDate } from '../../law/index.js';
import { CHECK_IDS, type CheckId } from './finding.js';

/** Days of meetings, both included; without one, from the first or until the last there is. */
export interface Period {
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** What is asked: all of it, unless less is. */
export interface Scope extends Period {
  readonly only?: readonly CheckId[];
}

/** Those that ask about a meeting, and so about the days of a period. */
export const CHECKS_OF_MEETINGS: readonly CheckId[] = [
  'matched-not-declared',
  'took-part-with-interest',
  'incomplete-declaration',
  'late-agenda',
  'declaration-count',
];

export const wanted = ({ only = CHECK_IDS }: Scope, ...checks: readonly CheckId[]): boolean =>
  checks.some((check) => only.includes(check));
