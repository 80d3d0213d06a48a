import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ProbityProcess } from '../process/probity-process.js';
import { Visitor } from '../support/visitor.js';
import { isFull, PROOF_TIMEOUT, sized } from './size.js';

/** How many councils are set up before the backup, so many by so many at once; and how many only read meanwhile. */
const COUNCILS_BEFORE = sized(2, 100);
const READERS = sized(1, 6);
/** So many changes are made at least while the backup is taken and after it. */
const CHANGES_AFTER = sized(1, 20);

const COMMAND = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
/** The demonstration council, seen by everybody. */
const PAGES = ['/', '/register/wyrefordshire', '/register/wyrefordshire.csv', '/register/wyrefordshire.json'];
const MORE_PAGES = ['/declarations/wyrefordshire', '/anchors'];

let folder: string;
let settings: Record<string, string>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probity-backed-up-'));
  chmodSync(folder, 0o711);
  settings = {
    ...{ PROBITY_CLOCK: '2017-10-16T09:00', PUBLIC_URL: 'http://probity.example' },
    ...{
      PROBITY_BACKUP_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '0',
    },
  };
});
afterAll(() => {
  for (const process of ProbityProcess.started) process.kill();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): Record<string, string> => ({ ...settings, DATA_DIR: join(folder, name) });

async function probity(env: Record<string, string>, ...words: string[]): Promise<Record<string, unknown>> {
  const { PATH = '', HOME = '' } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...words], {
    env: { PATH, HOME, ...env },
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** What anybody reads, without the number that each answer has for its script. */
async function publicPages(url: string, pages = PAGES): Promise<string> {
  const texts = await Promise.all(pages.map(async (page) => (await fetch(url + page)).text()));
  return texts.join('\n').replaceAll(/nonce="[^"]*"/g, '');
}

/** The address at which it listens; what it announces is PUBLIC_URL. */
async function started(name: string): Promise<{ url: string; process: ProbityProcess }> {
  const port = String(20_000 + (randomBytes(2).readUInt16BE() % 20_000));
  const process = new ProbityProcess({ ...at(name), PORT: port });
  await process.ready();
  return { url: `http://127.0.0.1:${port}`, process };
}

/** Councils are set up one after the other, each on the public front page, until it is over; every state is kept. */
class Writing {
  readonly states: string[] = [];
  #added = 0;
  constructor(
    private readonly url: string,
    private readonly administrator: Visitor,
  ) {}

  async add(): Promise<void> {
    this.#added += 1;
    const council = { name: `Council ${this.#added}`, slug: `council-${this.#added}` };
    const form = { ...council, kind: 'district', executive: 'yes' };
    const { status } = await this.administrator.fill('/admin/authorities/add', form);
    expect(status).toBe(303);
    this.states.push(await publicPages(this.url));
  }
}

async function signedIn(url: string, email: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  const { status } = await visitor.fill('/sign-in', { email, password: 'demonstration' });
  expect(status).toBe(303);
  return visitor;
}

test(
  'a backup taken under load, restored on an empty machine: the chains hold, and the public pages are those of one moment',
  async () => {
    const source = await started('source');
    const writing = new Writing(
      source.url,
      await signedIn(source.url, 'administrator@wyrefordshire.example'),
    );
    for (let council = 0; council < COUNCILS_BEFORE; council += 1) await writing.add();
    const elsewhere = await publicPages(source.url, MORE_PAGES);

    const over = new AbortController();
    const isOver = (): boolean => over.signal.aborted;
    const failed: number[] = [];
    const reading = Array.from({ length: READERS }, async () => {
      const member = await signedIn(source.url, 'cotterell@wyrefordshire.example');
      while (!isOver()) {
        for (const page of ['/my', '/my/interests', '/register/wyrefordshire']) {
          const { status } = await member.open(page);
          if (status !== 200) failed.push(status);
        }
      }
    });
    const file = join(folder, 'backup');
    const before = writing.states.length;
    const backup = probity(at('source'), 'backup', '--to', file).finally(() => {
      over.abort();
    });
    backup.catch(() => undefined);
    while (!isOver()) await writing.add();
    const taken = await backup;
    await Promise.all(reading);
    const whenTaken = writing.states.length;
    for (let more = 0; more < CHANGES_AFTER; more += 1) await writing.add();
    expect(failed).toEqual([]);
    expect(taken).toMatchObject({ file, encrypted: true });

    // An empty machine but for the keys, which no backup holds.
    mkdirSync(join(folder, 'target'));
    chmodSync(join(folder, 'target'), 0o711);
    copyFileSync(join(folder, 'source', 'keys'), join(folder, 'target', 'keys'));
    const restored = await probity(at('target'), 'restore', '--from', file);
    expect(restored).toMatchObject({ takenAt: taken.takenAt, rows: taken.rows, tables: taken.tables });
    const verified = await probity(at('target'), 'audit', 'verify');
    expect(verified).toMatchObject({ firstBroken: null });

    const target = await started('target');
    const state = writing.states.indexOf(await publicPages(target.url));
    // It is one of the states that were seen, from while it was taken: not before it was asked for, nor after.
    expect(state).toBeGreaterThanOrEqual(before - 1);
    expect(state).toBeLessThan(whenTaken);
    expect(await publicPages(target.url, MORE_PAGES)).toBe(elsewhere);
    // Sealed details open again.
    const member = await signedIn(target.url, 'cotterell@wyrefordshire.example');
    const [there, here] = await Promise.all([
      (await signedIn(source.url, 'cotterell@wyrefordshire.example')).open('/my/interests'),
      member.open('/my/interests'),
    ]);
    expect(here.status).toBe(200);
    expect(here.text.length).toBe(there.text.length);
    if (isFull)
      process.stderr.write(`${JSON.stringify({ taken, verified, state, states: writing.states.length })}\n`);
    await Promise.all([source.process.stop(), target.process.stop()]);
  },
  // Seven processes begin one after the other, beside other suites that keep every core busy.
  Math.max(PROOF_TIMEOUT, 300_000),
);
