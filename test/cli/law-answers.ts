import { probity } from './probity.js';

/** One line of output. */
export interface Line {
  readonly id: string;
  readonly error?: string;
  readonly answer?: Readonly<Record<string, unknown>>;
}

/** Asks `probity law answer` about each line; its exit status and its lines, in order. */
export async function answers(
  ...lines: readonly object[]
): Promise<{ status: number; lines: readonly Line[] }> {
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const { status, out } = await probity(['law', 'answer'], input);
  return {
    status,
    lines: out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  };
}

/** The answer to one line. */
export const one = async (line: object): Promise<Line | undefined> => (await answers(line)).lines[0];
