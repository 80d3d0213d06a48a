import { londonInstant } from '../platform/clock/index.js';
import type { Meeting } from './meeting.entity.js';
import type { Seen } from './observation-content.js';

/** A chair may begin before the hour, and a clerk takes the roll before that. Our choice: nobody is there an hour before. */
const EARLIEST_MS = 60 * 60_000;

/** More than an hour before the time for which a meeting was called: nothing can have been seen in its room yet. */
export function isEarly({ meetsOn, startsAt }: Pick<Meeting, 'meetsOn' | 'startsAt'>, at: Date): boolean {
  return at.getTime() < londonInstant(meetsOn, startsAt).getTime() - EARLIEST_MS;
}

/** Who sent apologies or stands in for somebody is known before a meeting; a mistake in that is taken back before, too. */
export function isKnownBefore(seen: Seen): boolean {
  if (seen.kind === 'attendance') return seen.as === 'apologies' || seen.as === 'absent';
  return seen.kind === 'substitution' || seen.kind === 'taken-back';
}
