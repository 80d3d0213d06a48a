/**
 * Facts of an item that the law asks about, suggested only where the agenda's own words support them. What no word
 * supports stays unknown: the clerk is asked, and nothing is assumed.
 */
import type { ItemFacts, ReadItem, SuggestedFact } from './reading.js';

const PLANNING_OR_REGULATORY =
  /\b(?:planning applications?|planning permission|(?:full|outline|householder|reserved matters) application|listed building consent|tree preservation order|enforcement notice|certificate of lawfulness|(?:premises|personal|taxi|street trading|sex establishment) licen[cs]es?|licen[cs]ing|hackney carriage|rights? of way order)\b|\b\d{2,4}\/\d{3,6}\/[A-Z]{1,5}\b/i;
const EDUCATION_FUNCTION =
  /\b(?:education(?:al)?|schools?|academ(?:y|ies)|pupils?|school admissions?|sixth[- ]form|special educational needs)\b/i;
const COUNCIL_TAX_CALCULATION =
  /\b(?:(?:setting|calculat\w{1,6}|level|amount)s? (?:of )?(?:the )?council tax|council tax (?:base|requirement|setting|calculation|resolution)s?|(?:set|setting|approve|agree) (?:of )?(?:the |a )?(?:parish )?precept|precept (?:request|requirement|for))\b/i;
const SCRUTINY = /\b(?:overview (?:and|&) scrutiny|scrutiny)\b[^\n,]{0,40}/i;
const PUBLIC_MAY_SPEAK =
  /\b(?:public (?:participation|speaking|question time|questions|forum)|open forum|members of the public (?:wishing|who wish|may|are invited) [^\n.]{0,80})/i;

/** How much of an item's own text is looked through: its instructions stand at its beginning. */
const INSTRUCTIONS_LENGTH = 1_000;

/** Suggests the facts of one item. `body` is the body that meets: all business of a scrutiny body is scrutiny. */
export function suggestFacts(item: ReadItem, body: string | null): ItemFacts {
  const instructions = `${item.title}\n${(item.text ?? '').slice(0, INSTRUCTIONS_LENGTH)}`;
  const found: Record<keyof ItemFacts, SuggestedFact | undefined> = {
    planningOrRegulatory: supported(PLANNING_OR_REGULATORY, item.title),
    educationFunction: supported(EDUCATION_FUNCTION, item.title),
    scrutiny: supported(SCRUTINY, body ?? ''),
    councilTaxCalculation: supported(COUNCIL_TAX_CALCULATION, item.title),
    publicMaySpeak: supported(PUBLIC_MAY_SPEAK, instructions),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fact]) => fact !== undefined));
}

function supported(pattern: RegExp, words: string): SuggestedFact | undefined {
  const match = pattern.exec(words);
  return match === null ? undefined : { value: 'yes', source: 'reader', words: match[0].trim() };
}
