import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { Anchors, anchorAsJson, Audit } from '../../src/audit/index.js';
import { sayEvery } from '../../src/cli/audit-verify.js';
import { foundCouncil, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { rewriteFrom, tamper } from '../support/tampering.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { probity } from './probity.js';

const folder = mkdtempSync(join(tmpdir(), 'probity-audit-'));
let database: TestDatabase;
let rooms: Rooms;
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await createTestDatabase();
  rooms = await startRooms({ at: '2017-10-16T09:00', database });
  before = process.env;
});
beforeEach(() => {
  process.env = {
    ...before,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    LOG_LEVEL: 'error',
  };
});
afterAll(async () => {
  process.env = before;
  await rooms.close();
  rmSync(folder, { recursive: true });
});

/** A chain of six: the founding on the 16th, three on the 17th with an anchor, two on the 18th. */
async function chainOfSix(): Promise<Council> {
  rooms.moveClockTo('2017-10-16T09:00');
  const council = await foundCouncil(rooms);
  const happens = (times: number): Promise<void> =>
    council.inUnit((uow) => {
      for (let time = 0; time < times; time += 1) {
        const payload = {
          'note "é"': `\\ \u2028 😀 ${time}`,
          list: [1, 0.5, null],
          at: new Date('2017-10-16'),
        };
        rooms
          .get(Audit)
          .record(uow, { action: 'test.happened', subject: { type: 'tést', id: `"${time}\n` }, payload });
      }
      return Promise.resolve();
    });
  rooms.moveClockTo('2017-10-17T09:00');
  await happens(3);
  await rooms.get(Anchors).anchorToday();
  rooms.moveClockTo('2017-10-18T09:00');
  await happens(2);
  return council;
}

/** An export, unpacked into a folder of its own. */
async function exported(council: Council, ...words: string[]): Promise<{ said: unknown; at: string }> {
  const file = join(folder, `${council.slug}-${words.join('')}.zip`);
  const answer = await probity(['audit', 'export', '--authority', council.slug, '--to', file, ...words]);
  expect(answer).toMatchObject({ status: 0, err: '' });
  const at = mkdtempSync(join(folder, 'unpacked-'));
  for (const [name, content] of Object.entries(unzipSync(readFileSync(file))))
    writeFileSync(join(at, name), content);
  return { said: JSON.parse(answer.out), at };
}

const lines = (at: string): Record<string, string>[] =>
  readFileSync(join(at, 'events.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

describe('probity audit verify', () => {
  it('says how much holds, and then which link does not, with status 1', async () => {
    const council = await chainOfSix();
    const good = await probity(['audit', 'verify']);
    expect(good).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(good.out)).toMatchObject({ erased: 0, firstBroken: null });
    const kept = join(folder, 'kept.jsonl');
    const [anchor] = await rooms.get(Anchors).of(council.authorityId, 1);
    writeFileSync(kept, anchor === undefined ? '' : anchorAsJson(anchor));

    // A clever one: from the third event on everything is written anew, the anchor in the database too.
    await rewriteFrom(rooms, council, 3);
    await tamper(
      rooms,
      council,
      `update audit_anchor a set hash = e.hash from audit_event e
       where e.authority_id = a.authority_id and e.position = a.position`,
    );
    expect((await probity(['audit', 'verify'])).status).toBe(0);
    const bad = await probity(['audit', 'verify', '--anchors', kept]);
    expect(bad.status).toBe(1);
    expect((JSON.parse(bad.out) as { firstBroken: unknown }).firstBroken).toEqual({
      ...{ authorityId: council.authorityId, position: '4' },
      sentence: 'Event 4 is not the one that was anchored on 2017-10-17.',
    });
    // And one that is not clever, for the tests that follow nothing is left broken.
    await tamper(rooms, council, `update audit_event set actor = 'x' where position = 5`);
    expect((await probity(['audit', 'verify'])).status).toBe(1);
    await tamper(
      rooms,
      council,
      `update audit_event set actor = $$${council.accountId}$$ where position = 5`,
    );
    expect((await probity(['audit', 'verify'])).status).toBe(0);
  });

  it.each([
    ['that is not there', () => join(folder, 'none'), 'there is no such file'],
    ['that is a folder', () => folder, 'this file cannot be read (EISDIR)'],
    ['without an anchor', () => 'LICENSE', 'There is no anchor in it.'],
  ])('refuses a file of anchors %s with one sentence', async (_, file, sentence) => {
    const { status, out, err } = await probity(['audit', 'verify', '--anchors', file()]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('tells of a long run on standard error, each time so many more hold', () => {
    let said = '';
    const stderr = { write: (text: string) => (said += text) } as unknown as NodeJS.WriteStream;
    const tell = sayEvery(1_000, { stderr });
    for (let done = 400; done <= 3_200; done += 400) tell(done);
    expect(said).toBe('1000 events hold so far\n2000 events hold so far\n3000 events hold so far\n');
  });
});

describe('probity audit export', () => {
  it('writes every event with all that its hash covers, and records that it did', async () => {
    const council = await chainOfSix();
    const { said, at } = await exported(council);
    expect(said).toMatchObject({ firstEvent: 1, lastEvent: 7 });
    expect(lines(at).map(({ position, action }) => `${position} ${action}`)).toEqual([
      '1 authority.created',
      ...[2, 3, 4, 5, 6].map((position) => `${position} test.happened`),
      '7 audit.exported',
    ]);
    expect(readFileSync(join(at, 'anchors.jsonl'), 'utf8')).toMatch(/"day":"2017-10-17","position":"4"/);
    expect(readFileSync(join(at, 'MANUAL.md'), 'utf8')).toContain('python3 verify.py');
  });

  it('takes some days alone, without a gap', async () => {
    const council = await chainOfSix();
    const { said } = await exported(council, '--from', '2017-10-17', '--until', '2017-10-17');
    expect(said).toMatchObject({ firstEvent: 2, lastEvent: 4 });
  });

  it.each([
    [['--authority', 'nowhere', '--to', 'x.zip'], 'There is no authority called nowhere.'],
    [['--authority', 'installation', '--to', 'x.zip', '--from', 'May'], '--from must be a day such as'],
    [
      ['--authority', 'installation', '--to', 'x.zip', '--from', '2017-02-02', '--until', '2017-02-01'],
      '--until must be the same day',
    ],
    [
      ['--authority', 'council-1', '--to', 'x.zip', '--until', '2001-01-01'],
      'There are no events in that time.',
    ],
    [['--authority', 'council-1', '--to', '/no/such/folder/x.zip'], 'cannot be written (ENOENT)'],
    [['--authority', 'council-1', '--to', import.meta.filename], 'is there already'],
  ])('refuses %j with one sentence, and writes nothing', async (words, sentence) => {
    const { status, out, err } = await probity(['audit', 'export', ...words]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(sentence);
    expect(existsSync('x.zip')).toBe(false);
  });
});

const python = ['python3', 'python'].find((name) => {
  try {
    return execFileSync(name, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .startsWith('Python 3');
  } catch {
    return false;
  }
});

(python === undefined ? describe.skip : describe)(
  `the script for an auditor without Probity${python === undefined ? ' (skipped: there is no Python 3 on this machine)' : ''}`,
  () => {
    const check = (at: string, ...words: string[]): { status: number; out: string } => {
      try {
        // -I: nothing from around it is loaded.
        const out = execFileSync(python ?? '', ['-I', join(at, 'verify.py'), ...words], { encoding: 'utf8' });
        return { status: 0, out };
      } catch (error) {
        const { status, stdout } = error as { status: number; stdout: string };
        return { status, out: stdout };
      }
    };
    /** The same files with some of their text changed, or their lines put otherwise. */
    const changed = (at: string, how: (events: string[]) => string[]): string => {
      const copy = mkdtempSync(join(folder, 'changed-'));
      mkdirSync(copy, { recursive: true });
      for (const name of ['verify.py', 'anchors.jsonl', 'events.jsonl'])
        writeFileSync(join(copy, name), readFileSync(join(at, name)));
      const events = readFileSync(join(at, 'events.jsonl'), 'utf8').trim().split('\n');
      writeFileSync(
        join(copy, 'events.jsonl'),
        how(events)
          .map((line) => `${line}\n`)
          .join(''),
      );
      return copy;
    };

    it('finds that a real export holds, erased events among it, whole and in part', async () => {
      const council = await chainOfSix();
      await council.inUnit((uow) => uow.manager.query('delete from audit_payload where position = 3'));
      const whole = await exported(council);
      expect(check(whole.at, '--whole')).toEqual({
        status: 0,
        out: [
          `Chain ${council.authorityId}, events 1 to 7: every hash fits.`,
          'Events whose content was erased by retention: 1. Their links fit.',
          'Anchors compared: 1. Anchors beyond the last event, not compared: 0.',
          '',
        ].join('\n'),
      });
      const part = await exported(council, '--from', '2017-10-18');
      const answer = check(part.at);
      expect(answer).toMatchObject({ status: 0 });
      expect(answer.out).toContain(
        `The event before the first one must have the hash ${lines(whole.at)[3]?.hash}.`,
      );
      expect(check(part.at, '--whole')).toMatchObject({ status: 1 });
    });

    it('finds each way of tampering, and names the first event that does not fit', async () => {
      const { at } = await exported(await chainOfSix());
      const tampered = [
        { position: '3', field: 'actor', sentence: 'Event 3 was changed after it was written.' },
        { position: '4', field: 'payload', sentence: 'What event 4 said was changed after it was written.' },
      ];
      for (const { position, field, sentence } of tampered) {
        const copy = changed(at, (events) =>
          events.map((line) => {
            const event = JSON.parse(line) as Record<string, string>;
            return event.position === position
              ? JSON.stringify({ ...event, [field]: `${event[field]} ` })
              : line;
          }),
        );
        expect(check(copy)).toEqual({ status: 1, out: `DOES NOT HOLD: ${sentence}\n` });
      }
      const orders: [(events: string[]) => string[], string][] = [
        [(events) => events.filter((_, index) => index !== 2), 'Event 3 is missing: the next one is 4.'],
        [([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest], 'Event 2 is missing: the next one is 3.'],
        [([a = '', b = '', ...rest]) => [a, b, b, ...rest], 'Event 3 is missing: the next one is 2.'],
        [(events) => events.slice(1), 'The record begins with event 2, not with event 1.'],
        [
          (events) => events.slice(0, 3),
          'The record ends with event 3, but event 4 was anchored on 2017-10-17.',
        ],
        [() => [], 'There are no events.'],
      ];
      for (const [how, sentence] of orders)
        expect(check(changed(at, how), '--whole')).toEqual({
          status: 1,
          out: `DOES NOT HOLD: ${sentence}\n`,
        });
    });

    it('misses what was lost on the way, and vouches for no words without their salt', async () => {
      const { at } = await exported(await chainOfSix());
      const whole = readFileSync(join(at, 'events.jsonl'), 'utf8');
      const said = (events: string): string => {
        writeFileSync(join(at, 'events.jsonl'), events);
        const { status, out } = check(at, '--whole');
        expect(status).toBe(1);
        return out;
      };
      const [first = '', second = '', third = '', ...rest] = whole.trim().split('\n');
      // The end of the file, after the newest anchor: at the end of a line, and within one.
      expect(said([first, second, third, ...rest.slice(0, 2), ''].join('\n'))).toMatch(
        /The export was of events 1 to 7 .*, but here are 1 to 5/,
      );
      expect(said(whole.slice(0, -40))).toContain('Line 7 of events.jsonl is not a whole event.');
      for (const line of ['[]', '{}', 'null', second.replace('"payload":"', '"payload":[],"x":"')])
        expect(said([first, line, third, ...rest, ''].join('\n'))).toContain('DOES NOT HOLD: ');
      const unsalted = JSON.stringify({ ...(JSON.parse(second) as object), salt: null, payload: '{"a":1}' });
      expect(said([first, unsalted, third, ...rest, ''].join('\n'))).toContain(
        'Event 2 has a salt without a payload, or a payload without a salt.',
      );
    });

    it('passes no anchor over that is not whole', async () => {
      const council = await chainOfSix();
      const { at } = await exported(council);
      const [anchor] = await rooms.get(Anchors).of(council.authorityId, 1);
      const kept = join(at, 'mails.txt');
      for (const broken of [
        `chain: ${anchor?.authorityId}\nday: ${anchor?.day}\nposition: ${anchor?.position}\nhash: ${anchor?.hash.slice(1)}\n`,
        `chain: ${anchor?.authorityId}\nday: ${anchor?.day}\nposition: ${anchor?.position}\n`,
        `{"chain":"${anchor?.authorityId}"}\n`,
      ]) {
        writeFileSync(kept, `${anchor === undefined ? '' : anchorAsJson(anchor)}\n${broken}`);
        expect(check(at, '--anchors', kept)).toEqual({ status: 1, out: expect.stringMatching(/whole/) });
      }
    });

    it('finds a chain that was written anew by an anchor that the auditor kept', async () => {
      const council = await chainOfSix();
      const [anchor] = await rooms.get(Anchors).of(council.authorityId, 1);
      await rewriteFrom(rooms, council, 2);
      await tamper(rooms, council, 'delete from audit_anchor');
      const { at } = await exported(council);
      expect(check(at, '--whole').status).toBe(0);
      const kept = join(at, 'mails.txt');
      writeFileSync(
        kept,
        `> chain: ${anchor?.authorityId}\n> day: ${anchor?.day}\n> position: ${anchor?.position}\n> hash: ${anchor?.hash}\n`,
      );
      expect(check(at, '--whole', '--anchors', kept)).toEqual({
        ...{ status: 1, out: 'DOES NOT HOLD: Event 4 is not the one that was anchored on 2017-10-17.\n' },
      });
      writeFileSync(kept, 'nothing');
      expect(check(at, '--anchors', kept).out).toContain('There is no anchor in');
    });

    it('is followed by the manual’s own instructions: the same hashes with other tools', async () => {
      const { at } = await exported(await chainOfSix());
      const manual = readFileSync(join(at, 'MANUAL.md'), 'utf8');
      const [, fields = ''] = /One event by hand[\s\S]*?```sh\n([^\n]*)\n/.exec(manual) ?? [];
      expect(fields).toContain("python3 -c '");
      const program = /python3 -c '([^']*)'/.exec(fields)?.[1] ?? '';
      const event = readFileSync(join(at, 'events.jsonl'), 'utf8').split('\n')[1] ?? '';
      const hex = execFileSync(python ?? '', ['-c', program], { input: event, encoding: 'utf8' }).trim();
      const { createHash } = await import('node:crypto');
      const hashed = createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
      expect(hashed).toBe((JSON.parse(event) as { payload_hash: string }).payload_hash);
      expect(strFromU8(Buffer.from(hex, 'hex').subarray(16))).toBe(
        (JSON.parse(event) as { payload: string }).payload,
      );
    });
  },
);
