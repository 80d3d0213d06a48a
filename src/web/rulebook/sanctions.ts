import type { Sanction, SomeCaseTable } from '../../law/index.js';

/** The sanctions that a rule’s own reasons carry, wherever they stand in the answers to its worked cases. */
export function sanctionsOf(id: string, tables: readonly SomeCaseTable[]): readonly Sanction[] {
  const answers = tables.flatMap(({ decide, cases }) =>
    // A list of tables has lost what each is about; a table’s own cases are facts that it takes.
    cases.map(({ facts }) => (decide as (facts: object) => unknown)(facts)),
  );
  return [...new Set(answers.flatMap((answer) => sanctionsIn(answer, id)))];
}

function sanctionsIn(value: unknown, id: string): readonly Sanction[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isReasonOf(value, id) ? [value.sanction] : [];
  return [...own, ...Object.values(value).flatMap((inner) => sanctionsIn(inner, id))];
}

function isReasonOf(value: object, id: string): value is { readonly sanction: Sanction } {
  return 'sanction' in value && 'rule' in value && value.rule === id;
}
