import { IsIn } from 'class-validator';
import {
  FACT_VALUES,
  ITEM_FACT_NAMES,
  type AgendaItem,
  type ConfirmedFacts,
  type FactValue,
} from '../../meetings/index.js';
import type { FormState, Words } from '../form/index.js';
import { FACT_ANSWERS, FACT_QUESTIONS, sourceInWords } from './fact-words.js';
import { headingOf } from './heading.js';

const answered = IsIn(FACT_VALUES, { message: 'Choose yes, no or not known' });

/** What the law asks about one item. Each is answered: 'not known' is an answer too. */
export class FactsForm {
  @answered planningOrRegulatory: FactValue;
  @answered educationFunction: FactValue;
  @answered scrutiny: FactValue;
  @answered councilTaxCalculation: FactValue;
  @answered publicMaySpeak: FactValue;
}

/** The form as it stands before the clerk answers: with what is known of the item. */
export function wordsOfFacts({ facts }: AgendaItem): Words {
  return Object.fromEntries(ITEM_FACT_NAMES.map((name) => [name, facts[name].value]));
}

/** Only what the clerk said differently counts as said by the clerk, or what they confirmed as yes or no. */
export function confirmedIn(form: FactsForm, { facts }: AgendaItem): ConfirmedFacts {
  const said = ITEM_FACT_NAMES.filter((name) => form[name] !== 'unknown' || facts[name].value !== 'unknown');
  return Object.fromEntries(said.map((name) => [name, form[name]]));
}

export function factsView(item: AgendaItem, form: FormState): object {
  return {
    title: 'What is this item about?',
    backHref: `/meetings/${item.meetingId}`,
    button: 'Save',
    item: headingOf(item),
    form,
    questions: ITEM_FACT_NAMES.map((name) => ({
      name,
      label: FACT_QUESTIONS[name],
      hint: sourceInWords(item.facts[name]),
      inline: true,
      items: FACT_VALUES.map((value) => ({ value, text: FACT_ANSWERS[value] })),
    })),
  };
}
