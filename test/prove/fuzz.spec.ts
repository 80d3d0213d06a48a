/**
 * Whatever text arrives, the agenda reader and the matcher answer: they never throw, their answers keep their shape,
 * and the time they take grows with the text and not with its square.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgendaReading, readAgenda } from '../../src/agenda/index.js';
import { match, type MatchAnswer } from '../../src/matching/index.js';
import { PROOF_TIMEOUT, sized } from './size.js';

jest.setTimeout(PROOF_TIMEOUT);

const fixture = readFileSync('test/fixtures/agendas/wyrefordshire-agenda-2017-10-24.txt', 'utf8');

/** Pieces of which agendas are made; in any order they come close to what the reader looks for. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...['\n', '\n\n', '\t', ' ', '|', '**', '---\n', '\f', '\u00a0', '(', ')', ', ', ' and ', '- 1. '],
    ...[
      'Agenda',
      'Membership',
      'Councillors:',
      'Vacancy',
      'Pier Committee',
      'Item No\tSubject\tPage No',
      '(Chairman)',
    ],
    ...[
      '24 October 2017',
      '31 June 2017',
      '10.00 am',
      '25:61',
      'Monday 23 October',
      'Date of Issue: ',
      'no later than ',
    ],
    ...[
      '1. Welcome',
      '2\tTolls\t3',
      '6A. Lamps',
      '8.1 Reports',
      '183/18 Tolls',
      '7.',
      'Public Participation',
    ],
    ...[
      'Hartlebrook Family Support Ltd',
      '4 Tallow Lane, Severn Marsh',
      'WV99 4QX',
      "St. Oda's & Brine",
      '&',
      "''",
    ],
  ),
);
const madeUp = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
/** The fixture with a part cut out, moved or doubled. */
const damaged = fc
  .tuple(fc.nat(fixture.length), fc.nat(fixture.length), fc.nat(fixture.length))
  .map(([a, b, c]) => fixture.slice(0, a) + fixture.slice(Math.min(b, c), Math.max(b, c)) + fixture.slice(a));
const anyText = fc.oneof(madeUp, damaged);

function expectShape(reading: AgendaReading): void {
  const date = /^\d{4}-\d{2}-\d{2}$/;
  if (reading.date !== null) expect(reading.date).toMatch(date);
  if (reading.time !== null) expect(reading.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
  if (reading.issuedOn !== undefined) expect(reading.issuedOn).toMatch(date);
  if (reading.participationBy !== undefined) expect(reading.participationBy).toMatch(/^[\d-]{10}T\d\d:\d\d$/);
  for (const item of reading.items) {
    expect(item.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
    expect(item.title).not.toMatch(/\n/);
  }
  for (const member of reading.membership ?? []) expect(member.name).not.toBe('');
  if (reading.items.length === 0) expect(reading.warnings.join()).toMatch(/No numbered items/);
}
const LONGEST_TITLE = 400;

function expectEvidenceOnBothSides(answer: MatchAnswer, interest: string, item: string): void {
  expect(answer.evidence.length > 0).toBe(answer.level !== 'none');
  expect(answer.score).toBeGreaterThanOrEqual(0);
  expect(answer.score).toBeLessThanOrEqual(1);
  for (const evidence of answer.evidence) {
    expect(interest).toContain(evidence.interest);
    expect(item).toContain(evidence.item);
  }
}

describe('any text', () => {
  test('is read as an agenda without an exception, and the reading keeps its shape', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectShape(readAgenda(text));
      }),
      { numRuns: sized(500, 50_000) },
    );
  });

  test('is matched without an exception, with evidence that stands on both sides', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (interest, title, text) => {
        const answer = match(
          { text: interest, category: 'land', names: [title.slice(0, 30)] },
          { title, text },
        );
        expectEvidenceOnBothSides(answer, `${interest}\n${title.slice(0, 30)}`, `${title}\n${text}`);
      }),
      { numRuns: sized(500, 50_000) },
    );
  });
});

/** Texts that make careless patterns go back and forth: one piece, over and over, on one line. */
const REPEATED = [
  ' ',
  '\t',
  'a',
  'a ',
  'A',
  'COUNCIL ',
  '1',
  '1. A ',
  '(',
  '**',
  '** ** ',
  'A, ',
  ' and ',
  '|',
  '. ',
  '.',
]
  .concat([
    'Abcd. ',
    '-',
    '10.00 am ',
    '24 October 2017 ',
    '\\',
    '<a ',
    "a'",
    'A & ',
    '4 Tallow Lane, Brine ',
    'WV99 4QX ',
  ])
  .concat(['\n', '1\tA\n', '1.\n2.\nA\n', '1. A\n2. B\n', 'Membership\n']);
const BEFORE = ['', 'Pier Committee\n1. Public questions\n2. Lamps on the pier\nLamps on the pier\n'];
const LENGTH = sized(200_000, 20_000_000);
/** Generous for a busy machine: what is linear takes a hundredth of it, what is quadratic many times as long. */
const SECONDS_FOR_ONE = sized(5, 60);

describe(`a text of ${LENGTH} characters`, () => {
  test.each(REPEATED.map((repeated) => [JSON.stringify(repeated), repeated]))(
    'of %s is read in time',
    (_name, repeated) => {
      for (const before of BEFORE) {
        const text = before + repeated.repeat(Math.ceil(LENGTH / repeated.length));
        const start = performance.now();
        readAgenda(text);
        expect((performance.now() - start) / 1000).toBeLessThan(SECONDS_FOR_ONE);
      }
    },
  );

  // Interests and reports are shorter than files: a tenth of the length is still more than any report.
  test.each(REPEATED.map((repeated) => [JSON.stringify(repeated), repeated]))(
    'of %s is matched in time',
    (_name, repeated) => {
      const text = repeated.repeat(Math.ceil(LENGTH / 10 / repeated.length));
      const start = performance.now();
      match(
        { text: `Hartlebrook Family Support Ltd ${text}`, category: 'employment' },
        { title: 'Tolls', text },
      );
      match({ text, category: 'land' }, { title: text, text: 'Hartlebrook Family Support Ltd' });
      expect((performance.now() - start) / 1000).toBeLessThan(SECONDS_FOR_ONE);
    },
  );
});
