import { BODY_KINDS, type AuthorityKind, type BodyKind } from '../../authorities/index.js';
import {
  proposedKind,
  proposedQuorum,
  type BodyChoice,
  type BodyDifferences,
  type BodyRow,
} from '../../exchange/index.js';
import type { FormError, FormState, Words } from '../form/index.js';
import type { Chosen } from './chosen.js';
import { sameOption, whatIn, wordIn, type Option } from './what-field.js';

const KINDS: Record<BodyKind, string> = {
  council: 'The council itself',
  executive: 'Executive (cabinet)',
  committee: 'Committee',
  'sub-committee': 'Sub-committee',
  'overview-and-scrutiny': 'Overview and scrutiny committee or panel',
  'joint-committee': 'Joint committee',
};
const WHOLE = /^[1-9]\d?$/;
/** So many entries are chosen about at a time: a form has room for no more. */
const MOST_ROWS = 200;

const ofFate = ({ rows }: BodyDifferences, fate: BodyRow['fate']): BodyRow[] =>
  rows.filter((row) => row.fate === fate);
const unmatched = (differences: BodyDifferences): BodyRow[] =>
  ofFate(differences, 'unmatched').slice(0, MOST_ROWS);

export function wordsForBodies(differences: BodyDifferences, authority: AuthorityKind): Words {
  const { oneIn, atLeast } = proposedQuorum(authority);
  const words: Record<string, string> = {};
  for (const { index, read, proposal } of unmatched(differences)) {
    words[`what-${index}`] = proposal === undefined ? 'new' : sameOption(proposal).value;
    words[`kind-${index}`] = proposedKind(read.name, read.category);
    words[`oneIn-${index}`] = String(oneIn);
    words[`atLeast-${index}`] = String(atLeast);
  }
  for (const { index } of ofFate(differences, 'renamed')) words[`what-${index}`] = 'take';
  return words;
}

function optionsOf({ fate }: BodyRow, { toChoose }: BodyDifferences): Option[] {
  if (fate === 'renamed') return [{ value: 'take', text: '' }, LEAVE];
  return [{ value: 'new', text: 'It is new: add it' }, ...toChoose.map(sameOption), LEAVE];
}
const LEAVE: Option = { value: 'leave', text: 'Leave it out' };

export function bodyChoices(differences: BodyDifferences, words: Words): Chosen {
  const errors: FormError[] = [];
  const choices: BodyChoice[] = [];
  for (const row of [...unmatched(differences), ...ofFate(differences, 'renamed')]) {
    const { index, read } = row;
    const at = (input: string, text: string): void => {
      errors.push({ field: `${input}-${index}`, href: `#${input}-${index}`, text: `${read.name}: ${text}` });
    };
    const what = whatIn(words, index, optionsOf(row, differences));
    const kind = BODY_KINDS.find((one) => one === wordIn(words, `kind-${index}`));
    const [oneIn, atLeast] = [wordIn(words, `oneIn-${index}`), wordIn(words, `atLeast-${index}`)];
    if (what === undefined) at('what', 'choose what it is here');
    if (what === 'new' && kind === undefined) at('kind', 'choose what kind of body it is');
    if (what === 'new' && oneIn !== '' && !WHOLE.test(oneIn))
      at('oneIn', 'enter the fraction as a whole number, like 4 for a quarter, or leave it empty');
    if (what === 'new' && !WHOLE.test(atLeast))
      at('atLeast', 'enter the fewest members who must be there, as a whole number from 1 to 99');
    choices.push({
      ...{ index, what: what ?? 'leave', kind: kind ?? 'committee' },
      quorum:
        oneIn === ''
          ? { kind: 'number', members: Number(atLeast) }
          : { kind: 'fraction', oneIn: Number(oneIn), atLeast: Number(atLeast) },
    });
  }
  return errors.length > 0 ? { errors } : { choices: { kind: 'bodies', choices } };
}

export function bodiesView(differences: BodyDifferences, form: FormState): object {
  const names = (rows: readonly BodyRow[]): string[] => rows.map(({ here, read }) => here?.name ?? read.name);
  const rowErrors = (index: number): boolean =>
    ['kind', 'oneIn', 'atLeast'].some((input) => form.errors[`${input}-${index}`] !== undefined);
  const renamed = ofFate(differences, 'renamed');
  return {
    title: 'Committees from ModernGov',
    form,
    toDecide: unmatched(differences).length + renamed.length,
    unmatched: unmatched(differences).map((row) => ({
      index: row.index,
      name: row.read.name,
      category: row.read.category,
      options: optionsOf(row, differences),
      kinds: BODY_KINDS.map((value) => ({ value, text: KINDS[value] })),
      proposed: proposedInWords(form.words, row.index),
      isOpen: rowErrors(row.index),
    })),
    more: ofFate(differences, 'unmatched').length - unmatched(differences).length,
    renamed: renamed.map(({ index, read, here }) => ({
      index,
      name: here?.name ?? '',
      options: [
        { value: 'take', text: `Call it ${read.name} here too` },
        { value: 'leave', text: 'Keep its name' },
      ],
    })),
    gone: names(ofFate(differences, 'gone')),
    missing: differences.missing.map(({ name }) => name),
    same: names(ofFate(differences, 'same')),
    over: ofFate(differences, 'over').length,
  };
}

/** What stands in the closed part of the form: 'committee, one in 4 and at least 3'. */
function proposedInWords(words: Words, index: number): string {
  const kind = BODY_KINDS.find((one) => one === wordIn(words, `kind-${index}`)) ?? 'committee';
  const [oneIn, atLeast] = [wordIn(words, `oneIn-${index}`), wordIn(words, `atLeast-${index}`)];
  const fraction = oneIn === '' ? '' : `one in ${oneIn} and `;
  return `${KINDS[kind].toLowerCase()}, ${fraction}at least ${atLeast}`;
}
