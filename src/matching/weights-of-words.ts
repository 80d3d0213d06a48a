/** How much a word says about whom or what a text is about: nothing, little, its subject, or a proper name. */
import { isCouncilWord, isKind, isRoutine, isSaint, JOINING, stemsOf, WEIGHTLESS } from './common-words.js';
import type { MatchContext } from './matching.js';
import { ORDINARY_WORDS } from './ordinary-words.js';
import { type Word, wordsOf } from './words.js';

export const WEIGHT = {
  none: 0,
  routine: 0.2,
  weak: 0.4,
  kind: 0.6,
  local: 0.8,
  telling: 1,
  subject: 1.2,
  name: 3,
} as const;

const ORDINARY = stemsOf(ORDINARY_WORDS);
/** Kinds of body that say what the body is for. */
const TELLING_KINDS = stemsOf(
  'fire rescue waste water energy environmental museum library theatre hotel church chapel taxi rail railway bus highways police national royal british english',
);
/** Endings that make an ordinary word of almost anything. */
const ORDINARY_ENDING =
  /(?:tion|sion|ment|ness|bility|ology|graphy|ship|ised|ising|ality|ivity|ously|ally|ional|ative)$/;
const SHORTEST_WITH_ENDING = 7;

const known = new Map<string, number>();

/** The weight of a word in any council, without regard to its letters' size. */
export function weightOfStem(stem: string): number {
  return known.get(stem) ?? weigh(stem);
}

for (const stem of ORDINARY) known.set(stem, weigh(stem));

function weigh(stem: string): number {
  if (JOINING.has(stem)) return WEIGHT.none;
  if (WEIGHTLESS.has(stem)) return WEIGHT.weak;
  if (isCouncilWord(stem)) return WEIGHT.routine;
  if (TELLING_KINDS.has(stem)) return WEIGHT.telling;
  if (isKind(stem)) return WEIGHT.kind;
  if (isRoutine(stem)) return WEIGHT.weak;
  if (stem.length < 2 || /^\d+$/.test(stem)) return WEIGHT.weak;
  if (ORDINARY.has(stem) || isSaint(stem)) return WEIGHT.subject;
  return stem.length >= SHORTEST_WITH_ENDING && ORDINARY_ENDING.test(stem) ? WEIGHT.subject : WEIGHT.name;
}

/** An unknown word in small letters is an ordinary word that the list lacks; with a capital it is a name. */
export function weightOf(word: Word): number {
  const weight = weightOfStem(word.stem);
  return weight === WEIGHT.name && !word.isCapital ? WEIGHT.subject : weight;
}

/** The council's own name and the towns of its area are in every agenda, so they are as ordinary as "committee". */
export function localWords(context: MatchContext): ReadonlySet<string> {
  const known = localOf.get(context);
  if (known !== undefined) return known;
  const names = [context.authority ?? '', ...(context.places ?? [])];
  const local = new Set(names.flatMap(wordsOf).map((word) => word.stem));
  localOf.set(context, local);
  return local;
}
/** One context serves all interests of a council. */
const localOf = new WeakMap<MatchContext, ReadonlySet<string>>();

/** What a title can be about. */
export function isSubject(word: Word): boolean {
  const weight = weightOf(word);
  const tells = weight === WEIGHT.subject || weight === WEIGHT.telling;
  return tells && !isRoutine(word.stem) && !isSaint(word.stem);
}
