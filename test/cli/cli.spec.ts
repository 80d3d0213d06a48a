import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from '@jest/globals';
import { probity } from './probity.js';

const folder = mkdtempSync(join(tmpdir(), 'probity-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('probity agenda read', () => {
  it('prints what was understood as one JSON object', async () => {
    const { status, out, err } = await probity([
      'agenda',
      'read',
      'test/fixtures/agendas/wyrefordshire-agenda-2017-10-24.txt',
    ]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const reading = JSON.parse(out) as { date: string; items: unknown[] };
    expect(reading.date).toBe('2017-10-24');
    expect(reading.items).toHaveLength(5);
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none.txt'), /there is no such file/],
    ['a folder', () => folder, /this is not a file/],
    ['a PDF that is cut off', () => fileOf('agenda.pdf', '%PDF-1.7 1 0 obj'), /is damaged/],
    [
      'binary content',
      () => fileOf('binary.txt', Uint8Array.from([65, 0, 66])),
      /no format that can be read/,
    ],
    [
      'a text of more than 10 MB',
      () => fileOf('large.txt', 'a'.repeat(10 * 1024 * 1024 + 1)),
      /is too large/,
    ],
    ['a text without items', () => 'test/fixtures/agendas/no-items.txt', /no items of business/],
  ])('refuses %s with one sentence', async (_name, path, message) => {
    const { status, err } = await probity(['agenda', 'read', path()]);
    expect(status).toBe(1);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('reads a file of exactly 10 MB', async () => {
    const agenda = readFileSync('test/fixtures/agendas/parish.txt', 'utf8');
    const path = fileOf(
      'full.txt',
      agenda.padEnd(10 * 1024 * 1024 - (Buffer.byteLength(agenda) - agenda.length), '\n'),
    );
    expect((await probity(['agenda', 'read', path])).status).toBe(0);
  });
});

describe('probity match', () => {
  const good = {
    id: 'a',
    interest_text: 'Hartlebrook Family Support Ltd',
    category: 'employment',
    agenda_item_title: 'Contract with Hartlebrook Family Support Limited',
  };
  const answers = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('answers each line in order, a bad one in its place, and then gives status 1', async () => {
    const lines = [
      JSON.stringify(good),
      'not json',
      '[]',
      JSON.stringify({ id: 7 }),
      '',
      JSON.stringify({ ...good, id: 'z' }),
    ];
    const { status, out, err } = await probity(['match'], lines.join('\n'));
    expect(status).toBe(1);
    expect(answers(out)).toEqual([
      expect.objectContaining({ id: 'a', level: 'probable' }),
      { id: null, error: 'The line is not JSON.' },
      { id: null, error: 'The line is not a JSON object.' },
      { id: 7, error: '"interest_text" is missing.' },
      expect.objectContaining({ id: 'z', level: 'probable' }),
    ]);
    expect(err).toBe('5 lines answered, 3 of them refused\n');
  });

  it.each([
    ['interest_text', 5, '"interest_text" must be text.'],
    ['category', null, '"category" must be text.'],
    ['agenda_item_text', {}, '"agenda_item_text" must be text.'],
    ['names', 'Tallow', '"names" must be a list of texts.'],
    ['addresses', [1], '"addresses" must be a list of texts.'],
    ['places', {}, '"places" must be a list of texts.'],
    ['authority', [], '"authority" must be text.'],
  ])('names the field that is wrong: %s', async (field, value, error) => {
    const { out } = await probity(['match'], JSON.stringify({ ...good, [field]: value }));
    expect(answers(out)).toEqual([{ id: 'a', error }]);
  });

  it('gives the words that matched, a score and a sentence', async () => {
    const { status, out } = await probity(['match'], JSON.stringify(good));
    expect(status).toBe(0);
    expect(answers(out)[0]).toEqual({
      id: 'a',
      level: 'probable',
      score: 0.95,
      evidence: [
        {
          kind: 'name',
          interest: 'Hartlebrook Family Support Ltd',
          item: 'Hartlebrook Family Support Limited',
        },
      ],
      why: 'The item names “Hartlebrook Family Support Limited”, and you have told us of “Hartlebrook Family Support Ltd”.',
    });
  });

  it('answers a line the same whatever stands before it', async () => {
    const alone = await probity(['match'], JSON.stringify(good));
    const after = await probity(
      ['match'],
      `${JSON.stringify({ ...good, interest_text: 'Other Works Ltd' })}\n${JSON.stringify(good)}`,
    );
    expect(answers(after.out)[1]).toEqual(answers(alone.out)[0]);
  });

  it('gives nothing for no lines', async () => {
    expect(await probity(['match'], '')).toMatchObject({ status: 0, out: '' });
  });
});

test('an unknown command is refused with a sentence and status 1', async () => {
  const { status, err } = await probity(['guess']);
  expect(status).toBe(1);
  expect(err).toMatch(/unknown command 'guess'/);
});

test('--help lists the commands with status 0', async () => {
  const { status, out } = await probity(['--help']);
  expect(status).toBe(0);
  expect(out).toMatch(/agenda/);
  expect(out).toMatch(/match/);
});
