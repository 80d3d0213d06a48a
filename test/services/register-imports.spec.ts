import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import {
  RegisterImport,
  RegisterImports,
  TakingOver,
  type MemberToTakeOver,
} from '../../src/exchange/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { JobQueue, QueueUnreachable, type JobHandler } from '../../src/platform/queue/index.js';
import { Notifications, Register, type OpenedEntry } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/registers/${name}`, import.meta.url));
const HEAD = 'member,has-partner,category,held-by,nothing,role,employer';
const DAY = civilDate('2026-03-10');

let app: TestApp;
let council: Council;
let memberId: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-03-12T09:00' });
});
beforeEach(async () => {
  council = await foundCouncil(app);
  memberId = await addMember('Adaeze Okonjo');
  await addMember('Bryn Cotterell');
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.close());

const addMember = (name: string): Promise<string> =>
  council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name });
    const office = {
      memberId: id,
      standing: 'elected',
      votesOn: 'any',
      becameMemberOn: civilDate('2025-05-06'),
    } as const;
    await app.get(Members).takeOffice(uow, office);
    return id;
  });
const receive = (file: string | Uint8Array): ReturnType<RegisterImports['receive']> =>
  council.inUnit((uow) => app.get(RegisterImports).receive(uow, Buffer.from(file)));
const received = async (file: string | Uint8Array): Promise<string> => done(await receive(file)).id;
const jobs = (count: number, of = 'Adaeze Okonjo'): string[] =>
  Array.from({ length: count }, (_, n) => `${of},,employment,member,,Job ${n},Ashford Hospital`);
const csv = (...lines: string[]): string => [HEAD, ...lines].join('\r\n');
const begin = (id: string): ReturnType<TakingOver['begin']> =>
  app.get(TakingOver).begin(council.acting, id, DAY);
const run = (id: string): Promise<void> => app.get(TakingOver).run(council.authorityId, id);
const current = (of = memberId): Promise<OpenedEntry[]> =>
  council.inUnit((uow) => app.get(Register).current(uow, of));
async function rowOf(id: string): Promise<RegisterImport> {
  const found = await council.inUnit((uow) => app.get(RegisterImports).find(uow, id));
  if (found === undefined) throw new Error('No such import.');
  return found.row;
}
async function rowsIn(table: string): Promise<number> {
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where authority_id = $1`,
    [council.authorityId],
  );
  return rows[0]?.count ?? 0;
}
const audited = async (action: string): Promise<object[]> =>
  (await council.inUnit((uow) => app.get(Audit).newest(uow, 200)))
    .filter((event) => event.action === action)
    .map(({ payload }) => payload ?? {});

/** Has something happen each time before a member's part is entered. */
function beforeEntering(happens: (uow: UnitOfWork) => Promise<void>): void {
  const register = app.get(Register);
  const enter = register.enter.bind(register);
  jest.spyOn(register, 'enter').mockImplementation(async (uow, id) => {
    await happens(uow);
    return enter(uow, id);
  });
}

/** One member's register as an officer has checked it. */
const part = (more: Partial<MemberToTakeOver> = {}): MemberToTakeOver => ({
  ...{ memberId, name: 'Adaeze Okonjo', hasPartner: true, rows: 2 },
  answers: {
    'employment/self': {
      answer: 'entries',
      interests: [{ category: 'employment', role: 'Site manager', employer: 'Tarrow Build' }],
    },
    'employment/partner': { answer: 'nothing', interests: [] },
  },
  ...more,
});

describe('receiving a register', () => {
  test('a page is read and waits, sealed, and the event holds counts and no words', async () => {
    const id = await received(fixture('moderngov-okonjo.html'));
    expect(await rowOf(id)).toMatchObject({
      form: 'moderngov',
      state: 'read',
      total: 19,
      madeBy: council.accountId,
    });
    expect((await rowOf(id)).content).toMatch(/^v1\./);
    expect(await audited('register-import.read')).toEqual([{ form: 'moderngov', rows: 19 }]);
    expect(await rowsIn('notification')).toBe(0);
  });
  test('a file is read and waits, by member', async () => {
    const id = await received(fixture('register.csv'));
    expect(await rowOf(id)).toMatchObject({ form: 'csv', state: 'read', total: 5 });
    const opened = await council.inUnit((uow) => app.get(RegisterImports).find(uow, id));
    expect(opened?.content.members?.map(({ name, hasPartner, rows }) => [name, hasPartner, rows])).toEqual([
      ['Adaeze Okonjo', true, 4],
      ['Bryn Cotterell', null, 1],
    ]);
  });
  test.each([
    ['an empty file', '', { file: 'empty' }],
    ['blanks', ' \r\n ', { file: 'empty' }],
    ['a spreadsheet', 'PK\u0003\u0004rest', { file: 'workbook' }],
    ['a PDF', '%PDF-1.7', { file: 'pdf' }],
    ['binary', 'a\u0000b', { file: 'not-text' }],
    ['a CSV that is not UTF-8', Buffer.from('member,caf\xe9', 'latin1'), { file: 'not-utf8' }],
    ['one byte more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), { file: 'too-large' }],
    ['a page without a register', '<html><body>Hello</body></html>', { page: 'no-tables' }],
    [
      'semicolons',
      'member;category;held-by\r\na;land;member',
      { csv: { refused: 'semicolons', detail: '' } },
    ],
  ])('%s is refused, and nothing is kept', async (_, file, refused) => {
    expect(await receive(file)).toEqual({ refused });
    expect(await rowsIn('register_import')).toBe(0);
  });
  test('a page in the older character set is read', async () => {
    const page = '<table class="mgInterestsTable"><caption>Land</caption><tr><td>Caf\xe9</td></tr></table>';
    expect(await receive(Buffer.from(page, 'latin1'))).toHaveProperty('id');
  });
  test('a member who is not known here is told by row, and one who is known by two names only by their address', async () => {
    await addMember('Bryn Cotterell');
    const refused = await receive(csv(...jobs(1, 'Nobody Here'), ...jobs(1, 'bryn  cotterell')));
    expect(refused).toMatchObject({
      refused: {
        problems: [
          { row: 2, column: 'member', wrong: 'No member of this council is called “Nobody Here”' },
          { row: 3, column: 'member', wrong: 'Several members of this council are called “bryn  cotterell”' },
        ],
      },
    });
  });
  test('another council finds nothing of it', async () => {
    const id = await received(fixture('register.csv'));
    const other = await foundCouncil(app);
    expect(await other.inUnit((uow) => app.get(RegisterImports).find(uow, id))).toBeUndefined();
    await app.get(TakingOver).run(other.authorityId, id);
    expect(await app.get(TakingOver).begin(other.acting, id, DAY)).toEqual({ refused: 'import-gone' });
  });
});

describe('taking over one member’s register', () => {
  test('makes a notification received on the day given, recorded by the officer and entered at once', async () => {
    const id = await received(fixture('moderngov-okonjo.html'));
    done(await app.get(TakingOver).one(council.acting, id, part(), DAY));
    const [notification] = await council.inUnit((uow) => app.get(Notifications).list(uow, memberId));
    expect(notification).toMatchObject({
      ...{ channel: 'import', kind: 'whole', receivedOn: '2026-03-10', recordedBy: council.accountId },
      ...{ hasPartner: true, enteredBy: council.accountId },
    });
    expect((await current()).map(({ details }) => details)).toEqual([
      { category: 'employment', role: 'Site manager', employer: 'Tarrow Build' },
    ]);
    expect(await audited('register-import.taken-over')).toEqual([{ members: 1, rows: 2 }]);
  });
  test('deletes what was read, and cannot be done again', async () => {
    const id = await received(fixture('moderngov-okonjo.html'));
    done(await app.get(TakingOver).one(council.acting, id, part(), DAY));
    const opened = await council.inUnit((uow) => app.get(RegisterImports).find(uow, id));
    expect(opened).toMatchObject({ row: { state: 'taken-over' }, content: {} });
    expect(opened?.content.register).toBeUndefined();
    expect(await app.get(TakingOver).one(council.acting, id, part(), DAY)).toEqual({
      refused: 'import-gone',
    });
    expect(await rowsIn('notification')).toBe(1);
  });
  test('by two officers at once enters it once', async () => {
    const id = await received(fixture('moderngov-okonjo.html'));
    const both = await Promise.all(
      [1, 2].map(() => app.get(TakingOver).one(council.acting, id, part(), DAY)),
    );
    expect(both.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'import-gone' }]);
    expect(await rowsIn('register_entry')).toBe(1);
  });
  test('where a partner is not told adds, and replaces nothing', async () => {
    done(
      await app
        .get(TakingOver)
        .one(council.acting, await received(fixture('moderngov-okonjo.html')), part(), DAY),
    );
    const land = {
      'land/self': {
        answer: 'entries',
        interests: [{ category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' }],
      },
    } as const;
    const more = part({ hasPartner: null, answers: land, rows: 1 });
    done(
      await app
        .get(TakingOver)
        .one(council.acting, await received(fixture('moderngov-okonjo.html')), more, DAY),
    );
    expect((await current()).map(({ details }) => details.category).sort()).toEqual(['employment', 'land']);
  });
  test('received after today is refused, and nothing is changed', async () => {
    const id = await received(fixture('moderngov-okonjo.html'));
    const tomorrow = civilDate('2026-03-13');
    expect(await app.get(TakingOver).one(council.acting, id, part(), tomorrow)).toEqual({
      refused: 'not-yet',
    });
    expect((await rowOf(id)).state).toBe('read');
  });
  test('that the entering refuses leaves no notification behind', async () => {
    jest.spyOn(Register.prototype, 'enter').mockResolvedValue({ refused: 'earlier-one-pending' });
    const id = await received(fixture('moderngov-okonjo.html'));
    expect(await app.get(TakingOver).one(council.acting, id, part(), DAY)).toEqual({
      refused: 'earlier-one-pending',
    });
    expect(await rowsIn('notification')).toBe(0);
    expect((await rowOf(id)).state).toBe('read');
  });
});

describe('taking over a file', () => {
  test('enters every member’s part, and says how many', async () => {
    const id = await received(csv(...jobs(3), ...jobs(2, 'Bryn Cotterell')));
    done(await begin(id));
    expect((await rowOf(id)).state).toBe('taking-over');
    await run(id);
    expect(await rowOf(id)).toMatchObject({ state: 'taken-over', done: 5, total: 5 });
    expect(await rowsIn('register_entry')).toBe(5);
    expect(await audited('register-import.taken-over')).toEqual([{ members: 2, rows: 5 }]);
  });
  test('is the work of the job that its order adds', async () => {
    let handler: JobHandler = () => Promise.reject(new Error('The job has no handler.'));
    jest.spyOn(app.get(JobQueue), 'handle').mockImplementation((_, given) => void (handler = given));
    jest.spyOn(app.get(JobQueue), 'handleInRounds').mockReturnValue();
    const added = jest.spyOn(app.get(JobQueue), 'add').mockResolvedValue();
    app.get(TakingOver).onModuleInit();
    const id = await received(csv(...jobs(2)));
    done(await begin(id));
    await handler(added.mock.calls[0]?.[1] ?? '', { made: 0, last: false });
    expect(await rowsIn('register_entry')).toBe(2);
  });
  test('ordered while the queue is away is handed on by the round, until it is done', async () => {
    let round = (): Promise<void> => Promise.reject(new Error('There is no round.'));
    jest.spyOn(app.get(JobQueue), 'handle').mockReturnValue();
    jest
      .spyOn(app.get(JobQueue), 'handleInRounds')
      .mockImplementation((_, __, given) => void (round = given));
    jest.spyOn(app.get(JobQueue), 'add').mockRejectedValueOnce(new QueueUnreachable());
    const handedOn = jest.spyOn(app.get(JobQueue), 'addAll').mockResolvedValue();
    app.get(TakingOver).onModuleInit();
    const id = await received(csv(...jobs(2)));
    done(await begin(id));
    const job = `${council.authorityId}/${id}`;
    await round();
    expect(handedOn.mock.lastCall?.[1]).toContain(job);
    await run(id);
    await round();
    expect(handedOn.mock.lastCall?.[1]).not.toContain(job);
  });
  test('run twice, and twice at once, enters once', async () => {
    const id = await received(csv(...jobs(3)));
    done(await begin(id));
    await Promise.all([run(id), run(id)]);
    await run(id);
    expect(await rowsIn('register_entry')).toBe(3);
    expect(await rowsIn('notification')).toBe(1);
  });
  test('the same file given again changes nothing that is held', async () => {
    const file = csv(...jobs(3), 'Adaeze Okonjo,no,land,member,yes,,');
    for (const id of [await received(file), await received(file)]) {
      done(await begin(id));
      await run(id);
    }
    expect(await current()).toHaveLength(3);
    expect(await rowsIn('register_entry')).toBe(3);
  });
  test('that breaks in the middle leaves nothing, says so, and can be done again', async () => {
    const id = await received(csv(...jobs(3), ...jobs(2, 'Bryn Cotterell')));
    let calls = 0;
    beforeEntering(() => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('broken')) : Promise.resolve();
    });
    done(await begin(id));
    await run(id);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', done: 0 });
    expect([
      await rowsIn('notification'),
      await rowsIn('register_entry'),
      await rowsIn('public_line'),
    ]).toEqual([0, 0, 0]);
    jest.restoreAllMocks();
    done(await begin(id));
    await run(id);
    expect(await rowOf(id)).toMatchObject({ state: 'taken-over' });
    expect(await rowsIn('register_entry')).toBe(5);
  });
  test('that another transaction is in the way of is left to the queue, which tries it again', async () => {
    const id = await received(csv(...jobs(2)));
    beforeEntering(() =>
      Promise.reject(Object.assign(new Error('deadlock'), { driverError: { code: '40P01' } })),
    );
    done(await begin(id));
    await expect(run(id)).rejects.toThrow('deadlock');
    expect((await rowOf(id)).state).toBe('taking-over');
    jest.restoreAllMocks();
    await run(id);
    expect(await rowsIn('register_entry')).toBe(2);
  });
  test('whose process ends in the middle leaves nothing, and the job goes on when it comes again', async () => {
    const id = await received(csv(...jobs(3), ...jobs(2, 'Bryn Cotterell')));
    let calls = 0;
    beforeEntering(async (uow) => {
      calls += 1;
      // As when the machine goes down: the database loses the connection, and nobody says what became of it.
      if (calls === 2) await uow.manager.query('select pg_terminate_backend(pg_backend_pid())');
    });
    done(await begin(id));
    await run(id);
    expect([await rowsIn('notification'), await rowsIn('register_entry')]).toEqual([0, 0]);
    jest.restoreAllMocks();
    done(await begin(id));
    await run(id);
    expect(await rowsIn('register_entry')).toBe(5);
  });
  test('that one member’s register refuses saves nothing of the others and names who', async () => {
    const officer = council.accountId;
    await council.inUnit((uow) => app.get(Members).add(uow, { name: 'The Officer', accountId: officer }));
    const id = await received(csv(...jobs(3), ...jobs(1, 'The Officer')));
    done(await begin(id));
    await run(id);
    const opened = await council.inUnit((uow) => app.get(RegisterImports).find(uow, id));
    expect(opened?.row.state).toBe('failed');
    expect(opened?.content.failures).toEqual([{ name: 'The Officer', why: 'own-notification' }]);
    expect(await rowsIn('register_entry')).toBe(0);
  });
  test('thrown away while the job runs saves nothing', async () => {
    const id = await received(csv(...jobs(3)));
    beforeEntering(async () => {
      done(await council.inUnit((uow) => app.get(RegisterImports).discard(uow, id)));
    });
    done(await begin(id));
    await run(id);
    expect((await rowOf(id)).state).toBe('discarded');
    expect(await rowsIn('register_entry')).toBe(0);
    expect(await begin(id)).toEqual({ refused: 'import-gone' });
  });
  test('tells how far it is while nothing of it can be seen', async () => {
    const id = await received(csv(...jobs(3), ...jobs(2, 'Bryn Cotterell')));
    const seen: number[][] = [];
    beforeEntering(async () => {
      seen.push([(await rowOf(id)).done, await rowsIn('register_entry')]);
    });
    done(await begin(id));
    await run(id);
    expect(seen).toEqual([
      [0, 0],
      [3, 0],
    ]);
  });
  test('no word of it lies open in the table, its job or the audit', async () => {
    const id = await received(csv('Adaeze Okonjo,,employment,member,,Zxqmarker,Ashford Hospital'));
    done(await begin(id));
    const tables = await app.owner.query<{ text: string }>(
      `select r::text as text from register_import r union all select p.payload::text from audit_payload p`,
    );
    const queued = await app.owner.query<{ text: string }>(
      `select query_to_xml('select * from bullmq.' || quote_ident(tablename), false, false, '')::text as text
       from pg_tables where schemaname = 'bullmq'`,
    );
    expect(queued.rows.some(({ text }) => text.includes(id))).toBe(true);
    expect([...tables.rows, ...queued.rows].filter(({ text }) => text.includes('Zxqmarker'))).toEqual([]);
  });
});

test('5,000 rows of which 3 are bad: the 3 are named, and nothing is kept', async () => {
  const lines = jobs(5_000);
  lines[9] = lines[9]?.replace('Job 9', '') ?? '';
  lines[1_999] = lines[1_999]?.replace('Adaeze Okonjo', 'Nobody Here') ?? '';
  lines[4_999] = lines[4_999]?.replace('employment', 'work') ?? '';
  const answer = await receive(csv(...lines));
  expect(
    'refused' in answer &&
      'problems' in answer.refused &&
      answer.refused.problems.map(({ row, column }) => [row, column]),
  ).toEqual([
    [11, 'role'],
    [2_001, 'member'],
    [5_001, 'category'],
  ]);
  expect(await rowsIn('register_import')).toBe(0);
});
