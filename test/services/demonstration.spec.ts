import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AppModule } from '../../src/app.module.js';
import { Authorities, Bodies } from '../../src/authorities/index.js';
import { Briefings } from '../../src/briefings/index.js';
import { demonstrationSignIns, loadDemonstration, mayDemonstrate } from '../../src/demonstration/index.js';
import { Duties, type MemberDuty } from '../../src/duties/index.js';
import { Accounts } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Seats } from '../../src/members/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { Database, type UnitOfWork } from '../../src/platform/database/index.js';
import { createLogger, NestLog } from '../../src/platform/logging/index.js';
import { generateKeys, Sealer } from '../../src/platform/sealing/index.js';
import { Checks } from '../../src/oversight/index.js';
import { Register } from '../../src/register/index.js';
import { Gathering, Planner, UNTIL_SET } from '../../src/reminders/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const LOGGER = createLogger('error');
type Rooms = Awaited<ReturnType<Parameters<typeof loadDemonstration>[0]>>;

/** A database of its own, and the house that opens on it with a clock. */
async function emptyHouse(): Promise<{ database: TestDatabase; open: (clock: Clock) => Promise<Rooms> }> {
  const database = await createTestDatabase();
  const sealer = new Sealer(generateKeys());
  const config = {
    ...readConfig({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }),
    runsWeb: false,
    runsWorker: false,
  };
  const parts = { config, logger: LOGGER, sealer, appUrl: database.appUrl };
  const options = { logger: new NestLog(LOGGER), abortOnError: false };
  const open = (clock: Clock): Promise<Rooms> =>
    NestFactory.createApplicationContext(AppModule.on({ ...parts, clock }), options);
  return { database, open };
}

const clockAt = (londonTime: string): Clock => new Clock({ kind: 'starts-at', londonTime });
async function inUnit<T>(rooms: Rooms, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  const [authority] = await rooms.get(Authorities, { strict: false }).all();
  if (authority === undefined) throw new Error('No authority was founded.');
  const acting = { authorityId: authority.id, actor: { kind: 'system', name: 'test' } } as const;
  return rooms.get(Database, { strict: false }).unitOfWork(acting, work);
}
async function dutiesOf(rooms: Rooms, day: string): Promise<readonly MemberDuty[]> {
  const board = await inUnit(rooms, (uow) => rooms.get(Duties, { strict: false }).board(uow, civilDate(day)));
  if ('kind' in board) throw new Error('No law is encoded.');
  return board.duties;
}

describe('the demonstration council', () => {
  let house: Awaited<ReturnType<typeof emptyHouse>>;
  let rooms: Rooms;
  const TODAY = '2026-11-18';
  const clock = clockAt(`${TODAY}T10:00`);

  beforeAll(async () => {
    house = await emptyHouse();
    await loadDemonstration(house.open, clock);
    rooms = await house.open(clock);
  }, 60_000);
  afterAll(async () => {
    await rooms.close();
    await house.database.drop();
  });

  test('shows every state that a new installation should know', async () => {
    const duties = await dutiesOf(rooms, TODAY);
    const states = Object.fromEntries(duties.map(({ member, state }) => [member.name, state]));
    expect(states).toMatchObject({
      'Mrs S T Varma': 'overdue',
      'Mr L Brackley': 'due-soon',
      'Ms A Okonjo': 'on-time',
      'Mrs R Adeyemi-Holt': 'on-time',
      'Mr H J Quillfeather': 'nothing-to-register',
      'Ms N Cotterell': 'met',
      'Canon Martin Ellwood': 'met-late',
    });
    expect(duties.filter(({ pending }) => pending > 0).map(({ member }) => member.name)).toEqual([
      'Ms E M Dunmore',
    ]);
    expect(duties.filter(({ term }) => term.standing === 'co-opted')).toHaveLength(2);
  });

  test('has one sensitive interest, which is not published, beside others that are', async () => {
    const duties = await dutiesOf(rooms, TODAY);
    const register = rooms.get(Register, { strict: false });
    const entries = await inUnit(rooms, (uow) => register.outline(uow));
    expect(entries.map(({ sensitive }) => sensitive).filter((state) => state !== 'no')).toEqual(['agreed']);
    const published = await inUnit(rooms, async (uow) => {
      const all = await Promise.all(duties.map(({ member }) => register.published(uow, member.id)));
      return all.flat().flatMap(({ words }) => words ?? []);
    });
    expect(published).toHaveLength(entries.length - 1);
    expect(published.join()).not.toContain('Quarry Cottage');
  });

  test('has a meeting that is over, of which the checks ask three questions', async () => {
    const found = await inUnit(rooms, (uow) =>
      rooms.get(Checks, { strict: false }).findings(uow, civilDate(TODAY)),
    );
    expect(found.map(({ check }) => check).sort()).toEqual([
      ...['declared-not-registered', 'matched-not-declared', 'took-part-with-interest'],
    ]);
  });

  test('has a panel with one vacancy, and a meeting within ten days whose agenda touches an interest', async () => {
    await inUnit(rooms, async (uow) => {
      const bodies = await rooms.get(Bodies, { strict: false }).list(uow);
      const panel = bodies.find(({ kind }) => kind === 'overview-and-scrutiny');
      const seats = await rooms.get(Seats, { strict: false }).ofBody(uow, panel?.id ?? '', civilDate(TODAY));
      expect(seats.filter(({ holder }) => holder === undefined)).toHaveLength(1);
      const [next] = await rooms.get(Meetings, { strict: false }).list(uow, { from: civilDate(TODAY) });
      expect(next?.bodyId).toBe(panel?.id);
      expect(next && next.meetsOn <= '2026-11-28').toBe(true);
      const cotterell = seats.find(({ holder }) => holder?.name === 'Ms N Cotterell')?.holder;
      const briefing = await rooms
        .get(Briefings, { strict: false })
        .make(uow, next?.id ?? '', cotterell?.memberId ?? '');
      expect(briefing.kind === 'briefing' && briefing.items.some(({ touches }) => touches.length > 0)).toBe(
        true,
      );
    });
  });

  test('lets everybody that it names sign in', async () => {
    const lines = await demonstrationSignIns(rooms.get(Accounts, { strict: false }));
    expect(lines.length).toBeGreaterThan(7);
    for (const line of lines.slice(1)) {
      const [email = ''] = /\S+@\S+/.exec(line) ?? [];
      expect([
        email,
        await rooms.get(Accounts, { strict: false }).authenticate(email, 'demonstration'),
      ]).not.toContain(undefined);
    }
  });

  test('loaded again, on that day or a later one, changes nothing', async () => {
    const owner = new pg.Pool({ connectionString: house.database.ownerUrl, max: 1 });
    const counted = async (): Promise<string> => {
      const { rows: tables } = await owner.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      );
      const counts: string[] = [];
      for (const { name } of tables) {
        const { rows } = await owner.query<{ n: string }>(`select count(*) as n from "${name}"`);
        counts.push(`${name} ${rows[0]?.n ?? ''}`);
      }
      return counts.join('\n');
    };
    const before = await counted();
    expect(before).toMatch(/^account 1\d$/m);
    await loadDemonstration(house.open, clock);
    await loadDemonstration(house.open, clockAt('2027-03-01T10:00'));
    expect(await counted()).toBe(before);
    await owner.end();
  });
});

describe('its reminders', () => {
  test('go at night too, and several on a day, so that whoever tries it out sees them', async () => {
    const house = await emptyHouse();
    const clock = clockAt('2026-11-26T23:30');
    await loadDemonstration(house.open, clock);
    const rooms = await house.open(clock);
    const told = async (): Promise<number> => {
      await inUnit(rooms, (uow) => rooms.get(Planner, { strict: false }).plan(uow));
      const { id } = await inUnit(rooms, (uow) => rooms.get(Authorities, { strict: false }).get(uow));
      return (await rooms.get(Gathering, { strict: false }).gather(id)).messageIds.length;
    };
    const first = await told();
    expect(first).toBeGreaterThan(3);
    // As if the same came up anew, more often than any council that set nothing lets it go at once.
    for (let more = UNTIL_SET.atOnceADay; more > 0; more -= 1) {
      await inUnit(rooms, (uow) =>
        uow.manager.query(
          `update reminder set state = 'planned', message_id = null where state = 'in-message'`,
        ),
      );
      expect(await told()).toBe(first);
    }
    await rooms.close();
    await house.database.drop();
  }, 60_000);
});

describe('on awkward days', () => {
  test.each([
    ['a leap day', '2024-02-29T12:00'],
    ['the last minute of a year', '2025-12-31T23:59'],
    ['the Sunday on which clocks go forward, in the hour that is skipped', '2026-03-29T01:30'],
    ['the Sunday on which clocks go back, in the hour that comes twice', '2026-10-25T01:30'],
    ['the first minute of a summer’s day', '2026-07-01T00:00'],
  ])(
    'it loads, and its board shows the same: %s',
    async (_, when) => {
      const house = await emptyHouse();
      const clock = clockAt(when);
      await loadDemonstration(house.open, clock);
      const rooms = await house.open(clock);
      const states = (await dutiesOf(rooms, clock.today())).map(({ state }) => state);
      expect(new Set(states)).toEqual(
        new Set(['overdue', 'due-soon', 'on-time', 'met', 'met-late', 'nothing-to-register']),
      );
      await rooms.close();
      await house.database.drop();
    },
    60_000,
  );
});

describe('who may have it', () => {
  const production = {
    NODE_ENV: 'production',
    SESSION_SECRET: 's'.repeat(32),
    PROBITY_KEYS: generateKeys(),
    SMTP_URL: 'smtp://mail.example',
  };

  test('an installation with its own database that is not production', () => {
    expect(mayDemonstrate(readConfig({}))).toBe(true);
    expect(mayDemonstrate(readConfig({ NODE_ENV: 'test' }))).toBe(true);
  });

  test('not production, and not somebody’s PostgreSQL server', () => {
    expect(mayDemonstrate(readConfig(production))).toBe(false);
    const external = { DATABASE_URL: 'postgres://app@db/probity' };
    expect(mayDemonstrate(readConfig(external))).toBe(false);
    expect(mayDemonstrate(readConfig({ ...production, ...external }))).toBe(false);
  });

  test('nobody is told of sign-ins where the demonstration is not', async () => {
    const house = await emptyHouse();
    const rooms = await house.open(clockAt('2026-11-18T10:00'));
    expect(await demonstrationSignIns(rooms.get(Accounts, { strict: false }))).toEqual([]);
    await rooms.close();
    await house.database.drop();
  });

  test('not an installation in which somebody has an account already', async () => {
    const house = await emptyHouse();
    const clock = clockAt('2026-11-18T10:00');
    const rooms = await house.open(clock);
    const account = {
      name: 'Ann',
      email: 'ann@example.org',
      password: 'a password for tests',
      isAdministrator: true,
    };
    await rooms.get(Accounts, { strict: false }).create(account, { kind: 'system', name: 'test' });
    await loadDemonstration(house.open, clock);
    expect(await rooms.get(Authorities, { strict: false }).all()).toEqual([]);
    await rooms.close();
    await house.database.drop();
  });
});
