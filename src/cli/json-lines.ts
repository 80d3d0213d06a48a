/** JSON Lines in, JSON Lines out: one answer for each line, in the same order, whatever the line is. */
import { createInterface } from 'node:readline';
import { CommandFailure } from './command-failure.js';
import { type Streams, write } from './streams.js';

/** One line of input after parsing: an object whose fields are still unchecked. */
export type Fields = Record<string, unknown>;

/** Longer lines are refused: 10 million characters is more than any report. */
const LONGEST_LINE = 10_000_000;
const PROGRESS_EVERY = 10_000;

/**
 * Answers each line with `answer`, which may throw a CommandFailure for a line that it cannot accept. A bad line gets
 * `{"id", "error"}` in its place, the others are still answered, and the exit status at the end is 1.
 */
export async function answerLines(streams: Streams, answer: (fields: Fields) => object): Promise<number> {
  let answered = 0;
  let refused = 0;
  for await (const line of createInterface({ input: streams.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const result = answerLine(line, answer);
    if ('error' in result) refused += 1;
    answered += 1;
    await write(streams.stdout, `${JSON.stringify(result)}\n`);
    if (answered % PROGRESS_EVERY === 0) streams.stderr.write(`${answered} lines answered\n`);
  }
  streams.stderr.write(`${answered} lines answered, ${refused} of them refused\n`);
  return refused === 0 ? 0 : 1;
}

function answerLine(line: string, answer: (fields: Fields) => object): object {
  let id: unknown = null;
  try {
    const fields = fieldsOf(line);
    id = fields.id ?? null;
    return { id, ...answer(fields) };
  } catch (error) {
    if (error instanceof CommandFailure) return { id, error: error.message };
    // A bug on one line must not lose the answers to the others, and a stack is nothing for the caller.
    return {
      id,
      error: 'This line could not be answered because of a fault in the program. Please report it.',
    };
  }
}

function fieldsOf(line: string): Fields {
  if (line.length > LONGEST_LINE)
    throw new CommandFailure(`The line is longer than ${LONGEST_LINE} characters.`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CommandFailure('The line is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CommandFailure('The line is not a JSON object.');
  }
  return value as Fields;
}

/** The text in a field. */
export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new CommandFailure(value === undefined ? `"${name}" is missing.` : `"${name}" must be text.`);
}

/** The text in a field that may be left out. */
export function optionalTextField(fields: Fields, name: string): string | undefined {
  return isAbsent(fields[name]) ? undefined : textField(fields, name);
}

/** The list of texts in a field that may be left out. */
export function optionalListField(fields: Fields, name: string): string[] | undefined {
  const value = fields[name];
  if (isAbsent(value)) return undefined;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new CommandFailure(`"${name}" must be a list of texts.`);
}

/** Programs write null for what they do not know. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
