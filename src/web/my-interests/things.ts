import { parseCivilDate } from '../../law/index.js';
import type { EndedBecause, OpenedEntry } from '../../register/index.js';
import { dateInWords } from '../../wording/index.js';
import { inFull } from '../notify-interests/interest/kinds.js';

/** One interest through its changes and corrections. */
export interface Thing {
  /** As the register holds it; undefined once it has ended. */
  readonly current: OpenedEntry | undefined;
  /** What the register held of it before, newest first. */
  readonly earlier: readonly OpenedEntry[];
}

/** Entries in the order in which they were entered, gathered by the interest that they are about. */
export function thingsIn(entries: readonly OpenedEntry[]): Thing[] {
  const things = new Map<string, OpenedEntry[]>();
  for (const opened of entries) {
    const { thingId } = opened.entry;
    things.set(thingId, [opened, ...(things.get(thingId) ?? [])]);
  }
  return [...things.values()].map((all) => ({
    current: all.find(({ entry }) => entry.endedOn === null),
    earlier: all.filter(({ entry }) => entry.endedOn !== null),
  }));
}

/** One wording that the register holds no longer. */
export interface PastWording {
  readonly text: string;
  /** 'In the register from 3 June 2017 to 9 May 2018. It changed on 1 May 2018, as you said.' */
  readonly note: string;
}

export function pastWording({ entry, details }: OpenedEntry): PastWording {
  const span = `In the register from ${words(entry.enteredOn)} to ${words(entry.endedOn)}.`;
  const began = entry.beganOn === null ? '' : ` It began on ${words(entry.beganOn)}, as you said.`;
  const why = entry.endedBecause === null ? '' : ` ${WHY_ENDED[entry.endedBecause](words(entry.ceasedOn))}`;
  return { text: inFull(details), note: `${span}${began}${why}` };
}

const WHY_ENDED: Readonly<Record<EndedBecause, (ceasedOn: string) => string>> = {
  ended: (day) => (day === '' ? 'It has ended.' : `It ended on ${day}, as you said.`),
  changed: (day) => (day === '' ? 'It has changed.' : `It changed on ${day}, as you said.`),
  corrected: () => 'It was a mistake, and you corrected it.',
  'not-repeated': () => 'Your next notification of everything left it out.',
};

function words(day: string | null): string {
  const date = parseCivilDate(day ?? '');
  return date === undefined ? '' : dateInWords(date);
}
