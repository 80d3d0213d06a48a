/** Dates that the agenda announces beside the meeting's own: when it was issued, and until when the public may ask. */
import type { Block } from './block.js';
import { findDates, findTimes } from './dates.js';
import type { ReadItem } from './reading.js';

const ISSUED =
  /^(?:date of (?:issue|publication|despatch)|date published|issued(?: on)?|published(?: on)?|agenda (?:issued|published))\b[: ]/i;

/** The day on which the agenda was issued, from a line that says so; the first such line counts. */
export function issuedOnIn(blocks: Block[]): string | undefined {
  for (const block of blocks) {
    const line = ISSUED.test(block.text) ? block.text.slice(0, 200) : '';
    const date = findDates(line)[0]?.date;
    if (date !== undefined) return date;
  }
  return undefined;
}

export interface Participation {
  /** Local 'YYYY-MM-DDTHH:MM'. */
  by?: string;
  warning?: string;
}

const PUBLIC = /\b(?:public (?:participation|questions?|speaking|question time)|members of the public)\b/i;
const DEADLINE = /\b(?:no later than|not later than|by|before) /gi;
/** How many characters after "no later than" its time and date are looked for in. */
const DEADLINE_LENGTH = 220;
const INSTRUCTIONS_LENGTH = 4_000;

/** The last moment for the public to ask to take part, from the item about it. A day that is only described is a warning. */
export function participationIn(items: ReadItem[], meetingDate: string | null): Participation {
  const year = meetingDate === null ? undefined : Number(meetingDate.slice(0, 4));
  for (const item of items) {
    const words = `${item.title} ${item.text ?? ''}`.slice(0, INSTRUCTIONS_LENGTH);
    if (!PUBLIC.test(words)) continue;
    for (const deadline of words.matchAll(DEADLINE)) {
      const promise = words.slice(deadline.index, deadline.index + DEADLINE_LENGTH);
      const time = findTimes(promise)[0];
      if (time === undefined) continue;
      const date = findDates(promise, year).find(
        (found) => meetingDate === null || found.date <= meetingDate,
      );
      if (date !== undefined) return { by: `${date.date}T${time.time}` };
      if (!/\bday/i.test(promise)) continue;
      return {
        warning: `Item ${item.number ?? ''} gives a deadline for the public without a date ("${promise.slice(0, 80).trim()}…"). Work out the day and enter it.`,
      };
    }
  }
  return {};
}
