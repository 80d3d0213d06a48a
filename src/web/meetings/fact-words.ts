import {
  ITEM_FACT_NAMES,
  type AgendaItemFacts,
  type FactValue,
  type ItemFact,
} from '../../meetings/index.js';

type FactName = (typeof ITEM_FACT_NAMES)[number];

/** What the law asks about an item, as a question to the clerk. */
export const FACT_QUESTIONS: Record<FactName, string> = {
  planningOrRegulatory: 'Is it a planning or regulatory matter?',
  educationFunction: 'Is it about an education function of the council?',
  scrutiny: 'Is it overview or scrutiny business?',
  councilTaxCalculation: 'Does it calculate or set the council tax?',
  publicMaySpeak: 'May members of the public speak on it?',
};

export const FACT_ANSWERS: Record<FactValue, string> = { yes: 'Yes', no: 'No', unknown: 'Not known' };

/** One fact of an item, with who says so. */
export interface FactView {
  readonly question: string;
  readonly answer: string;
  readonly source: string;
}

/**
 * The facts of an item that are known, and how many are not. What follows from the body is the same for every item,
 * so it is said once of the meeting and not here.
 */
export function factsInWords(facts: AgendaItemFacts): { known: FactView[]; unknown: number } {
  const known = ITEM_FACT_NAMES.filter((name) => facts[name].value !== 'unknown');
  return {
    known: known
      .filter((name) => facts[name].source !== 'body')
      .map((name) => ({
        question: FACT_QUESTIONS[name],
        answer: FACT_ANSWERS[facts[name].value],
        source: sourceInWords(facts[name]),
      })),
    unknown: ITEM_FACT_NAMES.length - known.length,
  };
}

/** 'suggested by the words “school”'; '' for a fact that nobody has spoken of. */
export function sourceInWords({ value, source, words }: ItemFact): string {
  if (source === 'clerk') return 'confirmed by the clerk';
  if (source === 'body') return 'because of the body that meets';
  if (value === 'unknown') return '';
  return words === undefined ? 'suggested by the agenda' : `suggested by the words “${words}”`;
}
