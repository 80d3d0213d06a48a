/**
 * Five thousand newly elected members from one file, forty of its rows wrong: nothing is half-saved, the errors name row
 * and column, and the mended file, given and worked through again and again, adds everybody once.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AuditVerifier } from '../../src/audit/index.js';
import { Intakes, Invitations, TakenIn, TakingIn, type Intake } from '../../src/exchange/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { Outbox } from '../../src/platform/mail/index.js';
import type { Actor } from '../../src/platform/database/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { electedRows, intakeCsv } from '../support/intake-files.js';
import { PROOF_TIMEOUT, sized } from './size.js';

jest.setTimeout(PROOF_TIMEOUT);

const MEMBERS = sized(300, 5_000);
const BAD = sized(10, 40);
const COUNCILS = sized(3, 24);
/** Takes them in within a minute or two; small it must not take longer than a test may. */
const WITHIN = sized(20_000, 120_000);

let app: TestApp;
let councils: Council[];
let actor: Actor;
const added: string[] = [];

beforeAll(async () => {
  app = await startApp({ at: '2026-05-11T09:00' });
  // Jobs are run by hand, at the moments at which a worker might run them, or run them again.
  jest.spyOn(app.get(JobQueue), 'add').mockResolvedValue();
  jest.spyOn(app.get(JobQueue), 'addAll').mockImplementation((_, ids) => {
    added.push(...ids);
    return Promise.resolve();
  });
  councils = [await foundCouncil(app)];
  const [county] = councils;
  for (let n = 1; n < COUNCILS; n += 1) councils.push(await foundCouncil(app, 'parish', county?.authorityId));
  actor = { kind: 'person', accountId: county?.accountId ?? '' };
});
afterAll(() => app.close());

/** What is there of members, in every table that an intake writes. */
async function saved(): Promise<Record<string, number>> {
  const tables = [
    'member',
    'term_of_office',
    'group_membership',
    'invitation',
    'intake_row',
    'intake_council',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await app.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from account where email like '%@members.example'`,
  );
  return { ...counts, account: rows[0]?.count ?? 0 };
}
const NOTHING = {
  ...{ member: 0, term_of_office: 0, group_membership: 0, invitation: 0, intake_row: 0 },
  ...{ intake_council: 0, account: 0 },
};
const all = (rows: number): Record<string, number> => ({
  ...{ member: rows, term_of_office: rows, group_membership: expect.any(Number) as unknown as number },
  ...{ invitation: rows, intake_row: rows, intake_council: COUNCILS, account: rows },
});

const receive = (file: Buffer): ReturnType<Intakes['receive']> => app.get(Intakes).receive(file, true, actor);
async function intakeOf(id: string): Promise<Intake> {
  const opened = await app.get(Intakes).find(id, actor);
  if (opened === undefined) throw new Error('There is no such intake.');
  return opened.intake;
}

const rows = (): string[] =>
  electedRows(
    councils.map(({ slug }) => slug),
    MEMBERS,
    '2026-05-07',
  );

/** How a good row is made bad, each by one cell; with the column that must be named. */
const FAULTS: readonly (readonly [string, (cells: string[], row: number) => void])[] = [
  ['council', (cells) => (cells[0] = 'nowhere')],
  ['name', (cells) => (cells[1] = '')],
  ['email', (cells) => (cells[2] = 'not an address')],
  ['standing', (cells) => (cells[3] = 'chosen')],
  ['polling-day', (cells) => (cells[4] = '2026-02-30')],
  // By law it is Monday 11 May: the fourth day after the poll.
  ['became-member-on', (cells) => (cells[5] = '2026-05-08')],
  ['name', (cells, row) => (cells[1] = `Nobody\u202eEverybody ${row}`)],
  ['external-id', (cells, row) => (cells[7] = `${row}${'x'.repeat(100)}`)],
];

describe(`${MEMBERS} members of ${COUNCILS} councils, ${BAD} rows of them wrong`, () => {
  const wrong = new Map<number, string>();
  let mended: Buffer;
  let id: string;

  test('are refused as a whole: every bad row is named with its column, and nothing at all is saved', async () => {
    const good = rows();
    mended = intakeCsv(good);
    const every = Math.floor(MEMBERS / BAD);
    const bad = good.map((line, index) => {
      const [column, spoil] = FAULTS[(index / every) % FAULTS.length] ?? [];
      if (column === undefined || spoil === undefined || wrong.size === BAD) return line;
      const cells = line.split(',');
      spoil(cells, index + 2);
      wrong.set(index + 2, column);
      return cells.join(',');
    });
    expect(wrong.size).toBe(BAD);
    const refused = done(await receive(intakeCsv(bad)));
    expect(await intakeOf(refused.id)).toMatchObject({ state: 'refused', total: MEMBERS, badRows: BAD });
    const opened = await app.get(Intakes).find(refused.id, actor);
    expect(new Map(opened?.content.problems?.map(({ row, column }) => [row, column]))).toEqual(wrong);
    expect(opened?.content.problems).toHaveLength(BAD);
    expect(opened?.content.rows).toBeUndefined();
    // Whatever order is given to it, there is nothing to begin.
    expect(await app.get(TakingIn).begin(refused.id, true, actor)).toEqual({ refused: 'intake-gone' });
    await app.get(TakingIn).run(refused.id);
    expect(await saved()).toEqual(NOTHING);
  });

  test('mended, they show what they would do before anything is done', async () => {
    id = done(await receive(mended)).id;
    const opened = await app.get(Intakes).find(id, actor);
    if (opened === undefined) throw new Error('There is no such intake.');
    const { plans, problems } = await app.get(Intakes).dryRun(opened, actor);
    expect(problems).toEqual([]);
    expect(plans).toHaveLength(COUNCILS);
    const planned = plans.flatMap((plan) => plan.rows);
    expect(planned).toHaveLength(MEMBERS);
    expect(new Set(planned.map(({ outcome, row }) => `${outcome} ${row.becameMemberOn}`))).toEqual(
      new Set(['new 2026-05-11']),
    );
    expect(await saved()).toEqual(NOTHING);
  });

  test('are taken in within the time, though the process ends in the middle and the job comes again', async () => {
    done(await app.get(TakingIn).begin(id, true, actor));
    const began = performance.now();
    // As when the machine goes down in the third council: the database loses the connection.
    let lost = false;
    const unitOfWork = app.database.unitOfWork.bind(app.database);
    const breaking = jest.spyOn(app.database, 'unitOfWork').mockImplementation((acting, work) =>
      unitOfWork(acting, async (uow) => {
        const result = await work(uow);
        if (!lost && acting.authorityId === councils[2]?.authorityId) {
          lost = true;
          await uow.manager.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
        }
        return result;
      }),
    );
    await expect(app.get(TakingIn).run(id)).rejects.toThrow();
    expect(lost).toBe(true);
    breaking.mockRestore();
    const half = await saved();
    // Whole councils only, and the third is none of them.
    expect(half.intake_council).toBe(2);
    const ofTwo = rows().filter((line) =>
      councils.slice(0, 2).some(({ slug }) => line.startsWith(`${slug},`)),
    ).length;
    expect(half).toMatchObject({ member: ofTwo, term_of_office: ofTwo, invitation: ofTwo, account: ofTwo });
    expect(await intakeOf(id)).toMatchObject({ state: 'taking-in', total: MEMBERS });

    await Promise.all([app.get(TakingIn).run(id), app.get(TakingIn).run(id)]);
    const took = performance.now() - began;
    console.log(
      `${MEMBERS} members of ${COUNCILS} councils were taken in within ${(took / 1_000).toFixed(1)} s.`,
    );
    expect(took).toBeLessThan(WITHIN);
    expect(await saved()).toEqual(all(MEMBERS));
    expect(await intakeOf(id)).toMatchObject({ state: 'taken-in', done: MEMBERS });
  });

  test('done again, in every way there is, they are there once', async () => {
    await app.get(TakingIn).run(id);
    await app.get(TakingIn).round();
    expect(await receive(mended)).toEqual({ refused: { knownAs: id } });
    // The same rows in a file of other bytes, and with one member more.
    const more = electedRows([councils[1]?.slug ?? ''], 1, '2026-05-07', MEMBERS);
    const again = done(
      await receive(Buffer.concat([Buffer.from('\ufeff'), intakeCsv([...rows(), ...more])])),
    );
    done(await app.get(TakingIn).begin(again.id, true, actor));
    await app.get(TakingIn).run(again.id);
    const { rows: twice } = await app.owner.query<{ rows: number; outcome: string }>(
      `select outcome, count(*)::int as rows from intake_row where intake_id = $1 group by 1 order by 1`,
      [again.id],
    );
    expect(twice).toEqual([
      { outcome: 'already-here', rows: MEMBERS },
      { outcome: 'new', rows: 1 },
    ]);
    expect(await saved()).toMatchObject({
      ...{ member: MEMBERS + 1, term_of_office: MEMBERS + 1, invitation: MEMBERS + 1, account: MEMBERS + 1 },
    });
  });

  test('are proved by the record: one event a council, whose hash the kept rows still give', async () => {
    const taken = await app.get(TakenIn).councils(id, actor);
    expect(taken).toHaveLength(COUNCILS);
    expect(taken.filter(({ holds }) => !holds)).toEqual([]);
    const { rows: events } = await app.owner.query<{ authority_id: string; hash: string }>(
      `select e.authority_id, p.payload->>'rowsHash' as hash from audit_event e
       join audit_payload p on p.authority_id = e.authority_id and p.position = e.position
       where e.action = 'intake.taken-in' and p.payload->>'intakeId' = $1`,
      [id],
    );
    expect(new Map(events.map(({ authority_id, hash }) => [authority_id, hash]))).toEqual(
      new Map(taken.map(({ done: { authorityId, rowsHash } }) => [authorityId, rowsHash.toString('hex')])),
    );
    expect(events).toHaveLength(COUNCILS);
    expect((await app.get(AuditVerifier).verify()).firstBroken).toBeUndefined();
  });

  test('are each invited once, though the job runs again and again', async () => {
    const places = [...new Set(added)].filter((place) =>
      councils.some(({ authorityId }) => authorityId === place),
    );
    expect(places).toHaveLength(COUNCILS);
    await Promise.all([...places, ...places].map((place) => app.get(Invitations).send(place)));
    await app.get(TakingIn).round();
    const { rows: mail } = await app.owner.query<{ messages: number; addresses: number }>(
      `select count(*)::int as messages, count(distinct to_address)::int as addresses from outbox_mail`,
    );
    expect(mail).toEqual([{ messages: MEMBERS + 1, addresses: MEMBERS + 1 }]);
    const [newest] = await app.get(Outbox).newest(1);
    expect(newest?.body).toContain('Choose your password here:');
    expect(newest?.messageId).toMatch(/^<[\da-f-]{36}\.1@probity>$/);
  });

  test('leave no name and no address behind in what was read', async () => {
    const opened = await app.get(Intakes).find(id, actor);
    expect(opened?.content).toEqual({});
  });
});
