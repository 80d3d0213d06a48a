import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { uncited } from '../law/support/provisions.js';
import { probity } from './probity.js';

/** The worked cases of the specification, where it is at hand, and the project's own, by the command. */
const SPECIFICATION = new URL('../../../shared/law/cases.jsonl', import.meta.url);
const OWN = new URL('../fixtures/law/cases.jsonl', import.meta.url);

interface WorkedCase {
  readonly id: string;
  readonly title: string;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly citation: string;
}
interface Answered {
  readonly id: string;
  readonly error?: string;
  readonly answer?: Readonly<Record<string, unknown>> & { readonly reasons: readonly { citation: string }[] };
}

/** Free sentences, which are not compared word for word. */
const SENTENCES = [
  'why',
  'note',
  'dispensationEffect',
  'clockStoppedBy',
  'notifyTo',
  'appliesTo',
  'who',
  'voteIfCast',
  'inspectionPlace',
  'recordMustInclude',
  'publishOn',
  'maximumFine',
  'recordInMinutes',
];

const casesOf = (input: string): readonly (WorkedCase & { readonly index: number })[] =>
  input
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => ({ ...(JSON.parse(line) as WorkedCase), index }));

const answersTo = (input: string): Promise<readonly Answered[]> =>
  probity(['law', 'answer'], input).then(({ out }) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answered),
  );

function answersAsExpected(input: string, answers: Promise<readonly Answered[]>): void {
  it.each(casesOf(input))('$id: $title', async ({ id, index, expected }) => {
    expect((await answers)[index]).toMatchObject({ id, answer: expectedAnswer(expected) });
  });
}

describe('Our own cases, by probity law answer', () => {
  const input = readFileSync(OWN, 'utf8');
  answersAsExpected(input, answersTo(input));
});

if (!existsSync(SPECIFICATION)) {
  it.skip('the worked cases of the specification: skipped, ../shared is not here', () => undefined);
} else {
  describe('The worked cases of the specification, by probity law answer', () => {
    const input = readFileSync(SPECIFICATION, 'utf8');
    const answers = answersTo(input);
    answersAsExpected(input, answers);

    it.each(casesOf(input))('$id gives reasons that cite $citation', async ({ index, citation }) => {
      const reasons = (await answers)[index]?.answer?.reasons ?? [];
      expect(
        uncited(
          citation,
          reasons.map((reason) => reason.citation),
        ),
      ).toEqual([]);
    });
  });
}

function expectedAnswer(expected: WorkedCase['expected']): object {
  const entries = Object.entries(expected).map(([key, value]) => [
    key,
    SENTENCES.includes(key) ? (expect.anything() as unknown) : value,
  ]);
  return Object.fromEntries(entries) as object;
}
