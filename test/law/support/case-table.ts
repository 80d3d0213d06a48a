import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../../src/law/case-table.js';

interface Table<F, R, S> {
  readonly title: string;
  readonly decide: (facts: F) => R;
  /** What of the answer the cases state. */
  readonly summary: (answer: R) => S;
  readonly cases: readonly Case<F, S>[];
  /** Facts that are part of the question and cannot be left out. */
  readonly always?: readonly string[];
}

/**
 * Runs a table of cases, and checks on each what must hold of every rule: the facts are left as they were, every
 * reason cites, and taking one fact away never turns "cannot tell" into an answer.
 */
export function caseTable<F extends object, R, S>(table: Table<F, R, S>): void {
  describe(table.title, () => {
    it.each(table.cases)('$name', ({ facts, expected }) => {
      const answer = table.decide(deepFreeze(structuredClone(facts)));
      expect(table.summary(answer)).toEqual(expected);
      expectEveryReasonToCite(answer);
      expectFewerFactsNeverToSettleMore(table.decide, facts, table.always ?? []);
    });
  });
}

/** Freezes a value and all within it, so that a rule that changed its facts would throw. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

const SAYS_SOMETHING = expect.stringMatching(/\S/) as unknown;
const LAYERS = /^(statute|code|standing-orders|guidance|common-law)$/;

/**
 * Every reason anywhere in an answer names its rule, its point and its layer and cites its source; and whatever names
 * facts, names them.
 */
export function expectEveryReasonToCite(answer: unknown): void {
  for (const value of everyObjectIn(answer)) {
    if ('point' in value) {
      expect(value).toMatchObject({
        rule: expect.stringMatching(/^(england|wales|scotland|northern-ireland)\/.+/),
        point: SAYS_SOMETHING,
        citation: { text: SAYS_SOMETHING },
        layer: expect.stringMatching(LAYERS),
      });
    }
    if ('otherwise' in value) expect(value).toMatchObject({ otherwise: SAYS_SOMETHING });
    for (const name of ['facts', 'missing'] as const) {
      const facts: unknown = (value as Record<string, unknown>)[name];
      if (!Array.isArray(facts)) continue;
      expect(facts.filter((fact) => typeof fact !== 'string' || fact.trim() === '')).toEqual([]);
    }
  }
}

/** Without each fact in turn, whatever was open stays open. */
export function expectFewerFactsNeverToSettleMore<F extends object>(
  decide: (facts: F) => unknown,
  facts: F,
  always: readonly string[] = [],
): void {
  const open = openPathsOf(decide(facts));
  for (const { without, fewer } of eachWithoutOneFact(facts, always)) {
    const stillOpen = openPathsOf(decide(fewer));
    const settled = open.filter((path) => !stillOpen.includes(path));
    expect({ without, settled }).toEqual({ without, settled: [] });
  }
}

/** The facts without each fact in turn: at the top, within a group, and within each member of a list. */
function eachWithoutOneFact<F extends object>(
  facts: F,
  always: readonly string[],
): readonly { readonly without: string; readonly fewer: F }[] {
  return Object.entries(facts).flatMap(([key, value]: [string, unknown]) => {
    if (always.includes(key)) return [];
    const whole = { without: key, fewer: { ...facts, [key]: undefined } };
    if (typeof value !== 'object' || value === null) return [whole];
    const parts = eachWithoutOneFact(value, ['id', 'category', 'heldBy', 'answer', 'name', 'length']).map(
      ({ without, fewer }) => ({
        without: `${key}.${without}`,
        fewer: { ...facts, [key]: Array.isArray(value) ? Object.values(fewer) : fewer },
      }),
    );
    // A list is one fact: "all there are". Only what its members say is taken away, never a member.
    return Array.isArray(value)
      ? [whole, ...parts.filter(({ without }) => /\.\d+\./.test(without))]
      : [whole, ...parts];
  });
}

/** Where in the answer something is open, as paths. */
function openPathsOf(value: unknown, path = '$'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const open = ('kind' in value && value.kind === 'cannot-tell') || ('is' in value && value.is === 'unknown');
  return [
    ...(open ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => openPathsOf(inner, `${path}.${key}`)),
  ];
}

function everyObjectIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(everyObjectIn)];
}
