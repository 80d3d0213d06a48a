import type { Citation, Ground, Reason, Restriction } from '../law/index.js';
import { reasonLines, type Line } from './lines.js';
import { reasonInWords } from './points.js';

/** What a member is relieved from, as the end of "to be relieved from the bar on …". */
export function reliefInWords(relieves: readonly Restriction[]): string {
  if (relieves.length === 2) return 'speaking and voting';
  if (relieves[0] === 'discussion') return 'speaking, not voting';
  return relieves[0] === 'vote' ? 'voting, not speaking' : 'neither';
}

/** A ground of s.33(2) to choose: its letter, the law's sentence and where it stands. */
export interface GroundWords {
  readonly ground: Ground;
  readonly text: string;
  readonly citation: Citation;
}

export function groundInWords(ground: Ground, reason: Reason): GroundWords {
  return { ground, text: reasonInWords(reason), citation: reason.citation };
}

/** Why the law does not allow a dispensation, each source once. */
export const notAllowedInWords = (reasons: readonly Reason[]): readonly Line[] => reasonLines(reasons);
