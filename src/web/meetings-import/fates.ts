import { ITEM_FACT_NAMES, type ItemInRevision } from '../../meetings/index.js';
import { FACT_ANSWERS, FACT_QUESTIONS } from '../meetings/fact-words.js';

/** What becomes of an item when the agenda is saved as a revision, and what the clerk has confirmed of it already. */
interface Fate {
  readonly text: string;
  /** 'Is it about an education function of the council? Yes'. */
  readonly confirmed: readonly string[];
}

/** @returns undefined for an item that is left out, or where there is no earlier agenda. */
export function fateInWords(item: ItemInRevision<unknown> | undefined): Fate | undefined {
  if (item === undefined) return undefined;
  const { former, keepsFacts, retitled } = item;
  if (former === undefined) return { text: 'New in this agenda.', confirmed: [] };
  const { facts } = former;
  const confirmed = ITEM_FACT_NAMES.filter((name) => facts[name].source === 'clerk').map(
    (name) => `${FACT_QUESTIONS[name]} ${FACT_ANSWERS[facts[name].value]}`,
  );
  const title = retitled ? `Retitled from “${former.title}”.` : 'Kept from the agenda before.';
  if (confirmed.length === 0) return { text: title, confirmed };
  const words = keepsFacts
    ? 'What is confirmed already stays, unless you answer differently here:'
    : 'Under this title it may be another matter, so what was confirmed is dropped and must be answered again:';
  return { text: `${title} ${words}`, confirmed };
}
