import { CommandFailure } from '../command-failure.js';
import { answerLines, type Fields, textField } from '../json-lines.js';
import type { Streams } from '../streams.js';
import { isEmpty, nothingButMissing } from './missing.js';
import { TYPES } from './types.js';

/** The names under which the cases know codes and bodies of law. */
const CODES = [
  'ENG/statute-only',
  'ENG/statute-faithful',
  'ENG/WCC-2012',
  'ENG/LGA-2020',
  'ENG/s106',
  'ENG/exec-regs-2012',
  'ENG/LGA1972',
  'WAL/MCC-2008',
  'WAL/measure-2011',
  'SCO/2000-Act',
  'NI/1972-2014',
];

/** `probity law answer`: a case on each line in, what the law says of it on each line out. */
export function runLawAnswer(streams: Streams): Promise<number> {
  return answerLines(streams, answerCase);
}

function answerCase(fields: Fields): object {
  const code = known(fields, 'code', CODES);
  const type = known(fields, 'type', Object.keys(TYPES));
  const { facts, strict = false } = fields;
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    throw new CommandFailure(`"facts" ${facts === undefined ? 'is missing' : 'must be an object'}.`);
  }
  if (typeof strict !== 'boolean') throw new CommandFailure('"strict" must be true or false.');
  const caseType = TYPES[type];
  if (caseType === undefined) throw new TypeError(`There is nothing that answers ${type}.`);
  const answer = answered(() => caseType.answer(facts, { code, strict })) ?? { notEncoded: true };
  return { answer: isEmpty(answer) ? nothingButMissing(...caseType.beginsWith) : answer };
}

function known(fields: Fields, field: string, values: readonly string[]): string {
  const value = textField(fields, field);
  if (values.includes(value)) return value;
  throw new CommandFailure(
    `"${field}" is not known: ${value.slice(0, 100)}. Known are ${values.join(', ')}.`,
  );
}

/** What the law itself refuses, such as days before which it was not made, is refused here in its own sentence. */
function answered(answer: () => object | undefined): object | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFailure(`The facts cannot be used: ${error.message}`);
    throw error;
  }
}
