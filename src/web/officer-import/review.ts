import {
  readDetails,
  FIELDS,
  type FieldWords,
  type MemberToTakeOver,
  type ModernGovRegister,
} from '../../exchange/index.js';
import type { CivilDate, HeldBy, RegisterCategory } from '../../law/index.js';
import type { Member } from '../../members/index.js';
import type { DraftAnswer, InterestDetails, Question } from '../../register/index.js';
import { DateField, validateForm, type FormError, type Words } from '../form/index.js';
import { IsIn } from 'class-validator';
import {
  fateOf,
  formRows,
  heldByOf,
  inputOf,
  meaningOf,
  tableInput,
  textOf,
  type FormRow,
} from './review-rows.js';

/** What an officer says of the register as a whole. */
export class ReviewForm {
  @IsIn(['yes', 'no', 'not-said'], { message: 'Select whether the member has a partner' })
  partner: string;

  @DateField({
    ...{
      enter: 'Enter the day on which the register was received',
      name: 'The day on which it was received',
    },
    mustBe: 'today or in the past',
  })
  receivedOn: CivilDate;
}

export type Checked =
  | { readonly ok: true; readonly part: MemberToTakeOver; readonly receivedOn: CivilDate }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** Reads the checked register, or tells everything that is still to be put right, in the order of the page. */
export function checkedRegister(
  register: ModernGovRegister,
  words: Words,
  known: { readonly members: readonly Member[]; readonly today: CivilDate },
): Checked {
  const member = known.members.find(({ id }) => id === textOf(words, 'member'));
  const errors: FormError[] = [];
  if (member === undefined) errors.push(at('member', 'Choose whose register this is'));
  const form = validateForm(ReviewForm, ofWhole(words), { today: known.today });
  if (!form.ok) errors.push(...form.errors);
  const partner = textOf(words, 'partner');
  const { answers, problems, rows } = answersIn(register, words, partner, known.today);
  errors.push(...problems);
  if (rows === 0 && errors.length === 0)
    errors.push(at('member', 'There is nothing to take over: every row is left out'));
  if (!form.ok || member === undefined || errors.length > 0) return { ok: false, errors };
  const hasPartner = partner === 'not-said' ? null : partner === 'yes';
  const part = { memberId: member.id, name: member.name, hasPartner, answers, rows };
  return { ok: true, part, receivedOn: form.value.receivedOn };
}

/** The answers that are about no single row. */
const ofWhole = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).filter(([name]) => /^(partner$|receivedOn-)/.test(name)));

const at = (field: string, text: string): FormError => ({ field, href: `#${field}`, text });

/** A row that counts: what is to be entered under which heading for whom, or that there is nothing. */
interface Kept {
  readonly row: FormRow;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly details: InterestDetails | null;
}

function answersIn(
  register: ModernGovRegister,
  words: Words,
  partner: string,
  today: CivilDate,
): { answers: MemberToTakeOver['answers']; problems: FormError[]; rows: number } {
  const problems: FormError[] = [...tableProblems(register, words)];
  const kept: Kept[] = [];
  for (const row of formRows(register, words)) {
    const category = meaningOf(register, row.table, words);
    if (category === '' || category === 'leave-out' || fateOf(row, words) === 'leave-out') continue;
    const read = keptOf(row, category, words, partner, today);
    if (Array.isArray(read)) problems.push(...read);
    else if (read !== undefined) kept.push(read);
  }
  problems.push(...contradictions(kept));
  const answers: Partial<Record<Question, DraftAnswer>> = {};
  for (const { category, heldBy, details } of kept) {
    const interests = [
      ...(answers[`${category}/${heldBy}`]?.interests ?? []),
      ...(details === null ? [] : [details]),
    ];
    answers[`${category}/${heldBy}`] = { answer: interests.length === 0 ? 'nothing' : 'entries', interests };
  }
  return { answers, problems, rows: kept.length };
}

/** A table with rows must be given its heading, or be left out. */
function tableProblems(register: ModernGovRegister, words: Words): FormError[] {
  return register.categories.flatMap(({ rows, caption }, table) =>
    rows.length > 0 && meaningOf(register, table, words) === ''
      ? [at(tableInput(table, 'category'), `Choose what “${caption}” is, or leave it out`)]
      : [],
  );
}

function keptOf(
  row: FormRow,
  category: RegisterCategory,
  words: Words,
  partner: string,
  today: CivilDate,
): Kept | FormError[] | undefined {
  const fate = fateOf(row, words);
  const named = `Row ${row.index + 1}`;
  if (fate === '')
    return [at(inputOf(row.index, 'fate'), `${named}: say what “${row.read?.text ?? ''}” means`)];
  const heldBy = heldByOf(row, words);
  if (heldBy === undefined)
    return [at(inputOf(row.index, 'heldBy'), `${named}: choose whose interest it is`)];
  if (fate === 'nothing') return keptNothing(row, category, heldBy, partner);
  if (heldBy === 'partner' && partner === 'no') {
    return [
      at(
        inputOf(row.index, 'heldBy'),
        `${named} is of a partner, and you say that there is none. Leave it out, or correct the one or the other`,
      ),
    ];
  }
  const reading = readDetails(category, fieldWords(row, category, words), today);
  if (reading.ok) return { row, category, heldBy, details: reading.details };
  return reading.problems.map(({ field, wrong, write }) =>
    at(inputOf(row.index, field), `${named}: ${lowered(wrong)}. ${write}`),
  );
}

/** "Nothing" counts where the register tells all: then each answer of it is kept. */
function keptNothing(
  row: FormRow,
  category: RegisterCategory,
  heldBy: HeldBy,
  partner: string,
): Kept | FormError[] | undefined {
  if (partner === 'not-said') {
    return [
      at(
        inputOf(row.index, 'fate'),
        `Row ${row.index + 1}: “nothing” can be kept only where you say whether there is a partner. Say it, or leave this row out`,
      ),
    ];
  }
  // Nobody is asked for a partner whom there is not.
  if (heldBy === 'partner' && partner === 'no') return undefined;
  return { row, category, heldBy, details: null };
}

function contradictions(kept: readonly Kept[]): FormError[] {
  return kept
    .filter(({ details }) => details === null)
    .filter((nothing) =>
      kept.some(
        (other) =>
          other.details !== null && other.category === nothing.category && other.heldBy === nothing.heldBy,
      ),
    )
    .map(({ row }) =>
      at(
        inputOf(row.index, 'fate'),
        `Row ${row.index + 1} says that there is nothing, and another row under the same heading says what there is. Leave one of them out`,
      ),
    );
}

function fieldWords({ index }: FormRow, category: RegisterCategory, words: Words): FieldWords {
  return Object.fromEntries(FIELDS[category].map(({ name }) => [name, textOf(words, inputOf(index, name))]));
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
