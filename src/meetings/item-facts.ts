import type { ItemFactName, ItemFacts } from '../agenda/index.js';
import type { BodyKind } from '../authorities/index.js';

/** What the law asks about an item of business, in the order in which a clerk is asked. */
export const ITEM_FACT_NAMES = [
  'planningOrRegulatory',
  'educationFunction',
  'scrutiny',
  'councilTaxCalculation',
  'publicMaySpeak',
] as const satisfies readonly ItemFactName[];

export const FACT_VALUES = ['yes', 'no', 'unknown'] as const;
export type FactValue = (typeof FACT_VALUES)[number];

/** One fact of an item, who says so, and the words of the agenda that led the reader to it. */
export interface ItemFact {
  readonly value: FactValue;
  /** The reader suggests, the kind of body decides some, the clerk confirms. */
  readonly source: 'reader' | 'clerk' | 'body';
  readonly words?: string;
}

export type AgendaItemFacts = Readonly<Record<ItemFactName, ItemFact>>;

/** What a clerk says of an item; a fact that they did not speak of is absent. */
export type ConfirmedFacts = Readonly<Partial<Record<ItemFactName, FactValue>>>;

/**
 * The facts with which an item is put before the clerk: what the reader found words for, what follows from the kind
 * of body, and 'unknown' for the rest. Silence of the agenda is never taken for a no.
 */
export function proposedFacts(read: ItemFacts | undefined, bodyKind?: BodyKind): AgendaItemFacts {
  const propose = (name: ItemFactName): ItemFact => {
    // All the business of a scrutiny body is scrutiny, whatever the words on its agenda.
    if (name === 'scrutiny' && bodyKind === 'overview-and-scrutiny') return { value: 'yes', source: 'body' };
    return read?.[name] ?? { value: 'unknown', source: 'reader' };
  };
  return eachFact(propose);
}

/** The facts that a clerk confirmed, in the form in which an item keeps them. */
export function asConfirmed(confirmed: ConfirmedFacts): Partial<AgendaItemFacts> {
  const said = ITEM_FACT_NAMES.flatMap((name) => {
    const value = confirmed[name];
    return value === undefined ? [] : [[name, { value, source: 'clerk' }]];
  });
  return Object.fromEntries(said) as Partial<AgendaItemFacts>;
}

/**
 * The facts of an item that comes again in a revised agenda: what the clerk said of it before stands against what a
 * reader suggests now, and gives way only to what a clerk says now.
 */
export function keepConfirmed(before: AgendaItemFacts, now: AgendaItemFacts): AgendaItemFacts {
  return eachFact((name) =>
    before[name].source === 'clerk' && now[name].source !== 'clerk' ? before[name] : now[name],
  );
}

function eachFact(fact: (name: ItemFactName) => ItemFact): AgendaItemFacts {
  return {
    planningOrRegulatory: fact('planningOrRegulatory'),
    educationFunction: fact('educationFunction'),
    scrutiny: fact('scrutiny'),
    councilTaxCalculation: fact('councilTaxCalculation'),
    publicMaySpeak: fact('publicMaySpeak'),
  };
}
