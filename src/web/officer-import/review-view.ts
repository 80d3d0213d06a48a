import { CATEGORIES, FIELDS, memberNamed, type Field, type ModernGovRegister } from '../../exchange/index.js';
import type { RegisterCategory } from '../../law/index.js';
import type { Member } from '../../members/index.js';
import { categoryInWords } from '../../wording/index.js';
import { wordsOfDate, type FormState, type Words } from '../form/index.js';
import {
  addedIn,
  fateOf,
  formRows,
  heldByOf,
  inputOf,
  meaningOf,
  tableInput,
  textOf,
  wordsOfReading,
  type FormRow,
} from './review-rows.js';

/** The form before the officer has touched it. */
export function wordsBefore(register: ModernGovRegister, members: readonly Member[]): Words {
  return {
    ...wordsOfReading(register),
    member: memberNamed(register.memberName ?? '', members)?.id ?? '',
    ...wordsOfDate('receivedOn', register.publishedOn ?? undefined),
  };
}

/** The page on which an officer checks one member's register before it is taken over. */
export function reviewView(
  id: string,
  register: ModernGovRegister,
  form: FormState,
  members: readonly Member[],
): object {
  const { words } = form;
  const rows = formRows(register, words);
  return {
    title: 'Check the register',
    backHref: '/officer/register/import',
    id,
    form,
    printedName: register.memberName,
    warnings: register.warnings,
    members: [
      { value: '', text: 'Choose a member' },
      ...members.map((one) => ({ value: one.id, text: one.name })),
    ],
    added: addedIn(register, words).join(','),
    tables: register.categories.map(({ caption, category }, table) => {
      const meaning = meaningOf(register, table, words);
      const entered = meaning === '' || meaning === 'leave-out' ? undefined : meaning;
      return {
        number: table,
        caption: caption === '' ? 'A table without a caption' : caption,
        enteredAs: entered && categoryInWords(entered).name,
        asks: category === null ? askForMeaning(table) : undefined,
        shown: { name: tableInput(table, 'shown'), value: category === null ? meaning : '' },
        mayAdd: entered !== undefined,
        rows: rows.filter((row) => row.table === table).map((row) => rowView(row, entered, words)),
      };
    }),
  };
}

function askForMeaning(table: number): object {
  return {
    name: tableInput(table, 'category'),
    items: [
      { value: '', text: 'Choose what this is' },
      ...CATEGORIES.map((category) => ({ value: category, text: categoryInWords(category).name })),
      { value: 'leave-out', text: 'Leave this table out' },
    ],
  };
}

function rowView(row: FormRow, category: RegisterCategory | undefined, words: Words): object {
  const { index, read } = row;
  const fate = fateOf(row, words);
  const asksFate = read !== undefined && read.filler !== null;
  const fields = category === undefined || read?.filler === 'says-nothing' ? [] : FIELDS[category];
  const shown = fields.map((field) => fieldView(index, field, words));
  return {
    number: index + 1,
    text: read?.text,
    dateText: read?.dateText,
    filler: read?.filler,
    mayMean: read?.mayMean ?? [],
    entered: category !== undefined,
    heldBy: {
      name: inputOf(index, 'heldBy'),
      items: [
        ...(heldByOf(row, words) === undefined ? [{ value: '', text: 'Choose' }] : []),
        { value: 'self', text: 'The member’s' },
        { value: 'partner', text: 'The partner’s' },
      ],
    },
    fate: inputOf(index, 'fate'),
    asksFate,
    isLeftOut: fate === 'leave-out',
    fates: asksFate ? fatesOf(read.filler === 'refers-elsewhere', fate) : [],
    fields: shown.filter(({ required }) => required),
    more: shown.filter(({ required }) => !required),
    // What was read or written into an optional field must be seen.
    openMore: shown.some(({ required, name }) => !required && textOf(words, name) !== ''),
  };
}

function fatesOf(mayBeEntered: boolean, fate: string): object[] {
  const items = [
    ...(mayBeEntered ? [{ value: 'enter', text: 'It is an interest: enter it as written below' }] : []),
    { value: 'nothing', text: 'Yes, I confirm: there is nothing to register here' },
    { value: 'leave-out', text: 'Leave it out: it answers nothing' },
  ];
  return items.map((item) => ({ ...item, checked: item.value === fate }));
}

interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly kind: 'text' | 'long' | 'money' | 'date' | 'select';
  readonly hint: string;
  readonly items?: readonly { value: string; text: string }[];
}

function fieldView(index: number, { name, label, required, reads, write }: Field, words: Words): FieldView {
  const field = { name: inputOf(index, name), label, required: required === true, hint: '' };
  switch (reads.kind) {
    case 'text':
      return { ...field, kind: reads.most > 200 || textOf(words, field.name).length > 60 ? 'long' : 'text' };
    case 'money':
      return { ...field, kind: 'money' };
    case 'date':
      return { ...field, kind: 'date', hint: 'For example, 10/3/2026' };
    case 'yes-no':
      return {
        ...field,
        kind: 'select',
        items: [NOT_SAID, { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }],
      };
    case 'choice': {
      const choices = Object.entries(reads.choices).map(([value, text]) => ({ value, text }));
      return { ...field, kind: 'select', items: [required === true ? CHOOSE : NOT_SAID, ...choices] };
    }
    case 'postcode':
    case 'company-number':
    case 'body-number':
    case 'title-number':
    case 'uprn':
      return { ...field, kind: 'text', hint: `${write.charAt(0).toUpperCase()}${write.slice(1)}` };
  }
}

const NOT_SAID = { value: '', text: 'Not said' };
const CHOOSE = { value: '', text: 'Choose' };
