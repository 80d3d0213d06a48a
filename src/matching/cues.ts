/** Finds the topics of a text by their cues. */
import { JOINING } from './common-words.js';
import { NEIGHBOUR_CUES, ONE_PLACE_CUES, TOPICS } from './topics.js';
import { stemOf, type Word } from './words.js';

/** A cue that stands in a text: the words from `first` to `last`. */
export interface CueFound {
  topic: string;
  first: number;
  last: number;
}

/** A cue's words after its first, and what it says. */
interface Cue {
  rest: string[];
  topic: string;
}
type Cues = ReadonlyMap<string, readonly Cue[]>;

/** An interest that points at a place, an item that is about one. */
export const NEIGHBOUR = 'neighbour';

const cuesOf = (lists: readonly (readonly [topic: string, cues: string])[]): Cues => {
  const byFirst = new Map<string, Cue[]>();
  for (const [topic, cues] of lists) {
    for (const cue of cues.split(',')) {
      const [first, ...rest] = cue
        .trim()
        .split(/\s+/)
        .filter((word) => !JOINING.has(word))
        .map(stemOf);
      if (first === undefined || first === '') continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, topic }]);
    }
  }
  return byFirst;
};

const MEMBER_CUES = cuesOf([
  ...TOPICS.map(({ id, member }) => [id, member] as const),
  [NEIGHBOUR, NEIGHBOUR_CUES],
]);
const ITEM_CUES = cuesOf([...TOPICS.map(({ id, item }) => [id, item] as const), [NEIGHBOUR, ONE_PLACE_CUES]]);

/** Each topic once, by its longest cue. */
export const topicsOfInterest = (words: readonly Word[]): CueFound[] => found(words, MEMBER_CUES);
export const topicsOfItem = (words: readonly Word[]): CueFound[] => found(words, ITEM_CUES);

function found(words: readonly Word[], cues: Cues): CueFound[] {
  const best = new Map<string, CueFound & { length: number }>();
  for (const [first, word] of words.entries()) {
    for (const { rest, topic } of cues.get(word.stem) ?? []) {
      const last = endOf(words, first, rest);
      const length = rest.length + 1;
      if (last === undefined || length <= (best.get(topic)?.length ?? 0)) continue;
      best.set(topic, { topic, first, last, length });
    }
  }
  return [...best.values()].map(({ topic, first, last }) => ({ topic, first, last }));
}

/** Where the words of a cue end that begins at `first`; joining words between them do not count. */
function endOf(words: readonly Word[], first: number, rest: readonly string[]): number | undefined {
  let at = first;
  let mayBeFar = false;
  for (const stem of rest) {
    if (stem === FAR) {
      mayBeFar = true;
      continue;
    }
    const next = nextOf(words, at + 1, stem, mayBeFar ? FURTHEST : 1);
    if (next === undefined) return undefined;
    [at, mayBeFar] = [next, false];
  }
  return at;
}

/** In a cue: the next word may stand a few words on, as in "employed by Brine Town Council". */
const FAR = '~';
const FURTHEST = 6;

function nextOf(words: readonly Word[], from: number, stem: string, within: number): number | undefined {
  let left = within;
  for (let at = from; left > 0 && at < words.length; at += 1) {
    if (words[at]?.stem === stem) return at;
    if (!JOINING.has(words[at]?.norm ?? '')) left -= 1;
  }
  return undefined;
}
