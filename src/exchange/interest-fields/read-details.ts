import type { CivilDate, RegisterCategory } from '../../law/index.js';
import type { InterestDetails } from '../../register/index.js';
import type { Field, FieldProblem } from './field.js';
import { FIELDS } from './fields.js';
import { readField } from './read-field.js';

/** What a person wrote, by the names of the fields. */
export type FieldWords = Readonly<Record<string, string | undefined>>;

export type DetailsReading =
  | { readonly ok: true; readonly details: InterestDetails }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** The details of one interest from what was written of it, or everything that is wrong with it at once. */
export function readDetails(category: RegisterCategory, words: FieldWords, today: CivilDate): DetailsReading {
  const values: Record<string, string | number | boolean> = {};
  const problems: FieldProblem[] = [];
  for (const field of FIELDS[category]) {
    const reading = readField(field, words[field.name] ?? '', today);
    if (reading === undefined) {
      if (field.required === true) problems.push(missing(field));
    } else if ('value' in reading) {
      values[field.property] = reading.value;
    } else {
      const wrong = `${field.label} ${reading.wrong}`;
      problems.push({ field: field.name, wrong, write: reading.write ?? `Write ${field.write}` });
    }
  }
  if (problems.length === 0) problems.push(...disagreements(values));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, details: { category, ...withShareClass(values) } as unknown as InterestDetails };
}

const missing = (field: Field): FieldProblem => ({
  ...{ field: field.name, wrong: `${field.label} is empty` },
  write: field.reads.kind === 'choice' ? oneOf(field.reads.choices) : `Write ${field.write}`,
});

const oneOf = (choices: Readonly<Record<string, string>>): string =>
  `Write one of: ${Object.keys(choices).join(', ')}`;

type Values = Readonly<Record<string, string | number | boolean>>;

/** What cannot hold together, though each field is right by itself. */
function disagreements(values: Values): FieldProblem[] {
  const { from, to, nominalHeldPence: nominal, sharesHeldPence: shares } = values;
  const problems: FieldProblem[] = [];
  if (from !== undefined && to !== undefined && to < from) {
    problems.push({
      ...{ field: 'to', wrong: 'Last day of the licence is before its first day' },
      write: 'Check both days',
    });
  }
  if (nominal !== undefined && shares !== undefined && shares > nominal) {
    problems.push({
      ...{ field: 'shares-held', wrong: 'Nominal value of shares held is more than of all that is held' },
      write: 'Check both amounts',
    });
  }
  return [...problems, ...shareClassProblems(values)];
}

function shareClassProblems({
  shareClassName: name,
  shareClassHeldPence: held,
  shareClassIssuedPence: issued,
}: Values): FieldProblem[] {
  const given = [name, held, issued].filter((value) => value !== undefined).length;
  if (given > 0 && given < 3) {
    return [
      {
        ...{ field: 'share-class', wrong: 'Class of shares is told in part' },
        write: 'Write its name, what is held of it and what is issued of it, or none of the three',
      },
    ];
  }
  if (held !== undefined && issued !== undefined && held > issued) {
    return [
      {
        ...{ field: 'share-class-held', wrong: 'Held of the class is more than what is issued' },
        write: 'Check both amounts',
      },
    ];
  }
  return [];
}

/** The three values of a class of shares as the one thing that they are. */
function withShareClass(values: Values): Record<string, unknown> {
  const { shareClassName, shareClassHeldPence, shareClassIssuedPence, ...others } = values;
  if (shareClassName === undefined) return others;
  return {
    ...others,
    shareClass: { name: shareClassName, heldPence: shareClassHeldPence, issuedPence: shareClassIssuedPence },
  };
}
