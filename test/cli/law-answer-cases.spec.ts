import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { uncited } from '../law/support/provisions.js';
import { probity } from './probity.js';

/** The worked cases of the specification, where it is at hand, by the command. */
const PATH = new URL('../../../shared/law/cases.jsonl', import.meta.url);

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

if (!existsSync(PATH)) {
  it.skip('skipped: ../shared is not here', () => undefined);
} else {
  const input = readFileSync(PATH, 'utf8');
  const cases = input
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as WorkedCase);

  describe('The worked cases, by probity law answer', () => {
    const answers = probity(['law', 'answer'], input).then(({ out }) =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Answered),
    );

    it.each(cases.map((one, index) => ({ ...one, index })))('$id: $title', async ({ index, ...one }) => {
      const answered = (await answers)[index];
      expect(answered).toMatchObject({ id: one.id, answer: expectedAnswer(one.expected) });
    });

    it.each(cases.map((one, index) => ({ ...one, index })))(
      '$id gives reasons that cite $citation',
      async ({ index, citation }) => {
        const reasons = (await answers)[index]?.answer?.reasons ?? [];
        expect(
          uncited(
            citation,
            reasons.map((reason) => reason.citation),
          ),
        ).toEqual([]);
      },
    );
  });
}

function expectedAnswer(expected: WorkedCase['expected']): object {
  const entries = Object.entries(expected).map(([key, value]) => [
    key,
    SENTENCES.includes(key) ? (expect.anything() as unknown) : value,
  ]);
  return Object.fromEntries(entries) as object;
}
