import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { Briefings, BriefingsModule } from '../../src/briefings/index.js';
import { DisclosuresModule } from '../../src/disclosures/index.js';
import { DispensationsModule } from '../../src/dispensations/index.js';
import { Duties, DutiesModule } from '../../src/duties/index.js';
import { Members } from '../../src/members/index.js';
import { civilDate } from '../../src/law/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { createLogger } from '../../src/platform/logging/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { RegisterModule } from '../../src/register/index.js';
import { EMPLOYMENT, sceneOfBriefings } from '../support/briefed.js';
import { foundCouncil } from '../support/council.js';
import { queueCarries } from '../support/queue-carries.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { createTestDatabase, externalServer } from '../support/test-database.js';

const server = externalServer();
const redisUrl = process.env.TEST_REDIS_URL;

/** A suite that needs a server of somebody else’s. Without its address it says so, and is skipped. */
function describeAt(variable: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL', what: string, suite: () => void): void {
  if (process.env[variable]) {
    describe(what, suite);
    return;
  }
  process.stderr.write(`skipped: no ${variable} (${what})\n`);
  describe.skip(`${what} (no ${variable})`, suite);
}

describeAt('TEST_DATABASE_URL', 'on a PostgreSQL server of somebody else’s', () => {
  let rooms: Rooms;

  beforeAll(async () => {
    if (server === undefined) throw new Error('No TEST_DATABASE_URL.');
    const database = await server.createDatabase();
    rooms = await startRooms({
      database,
      also: [RegisterModule, DutiesModule, DisclosuresModule, DispensationsModule, BriefingsModule],
    });
  });
  afterAll(() => rooms.close());

  test('the application’s role is not the owner, and may not bypass row-level security', async () => {
    const { rows } = await rooms.app.query(
      'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ mighty: false }]);
    await expect(rooms.app.query('create table mine (id int)')).rejects.toThrow('permission denied');
  });

  test('row-level security holds: nothing without an authority, and never another one’s', async () => {
    const [ours, theirs] = [await foundCouncil(rooms), await foundCouncil(rooms)];
    const { id } = await theirs.inUnit((uow) => rooms.get(Members).add(uow, { name: 'Ann Theirs' }));
    expect((await rooms.app.query('select * from member')).rows).toEqual([]);
    expect(await ours.inUnit((uow) => uow.manager.query('select * from member'))).toEqual([]);
    expect(await theirs.inUnit((uow) => uow.manager.query<unknown[]>('select * from member'))).toHaveLength(
      1,
    );
    const change = ours.inUnit((uow) =>
      uow.manager.query('update member set name = $1 where id = $2', ['X', id]),
    );
    expect(await change).toEqual([[], 0]);
    await expect(
      ours.inUnit((uow) =>
        uow.manager.query('insert into member (authority_id, id, name) values ($1, gen_random_uuid(), $2)', [
          theirs.authorityId,
          'Planted',
        ]),
      ),
    ).rejects.toThrow('row-level security');
  });

  test('the main job runs: notify, enter, brief', async () => {
    const scene = await sceneOfBriefings(rooms);
    const ann = await scene.seat();
    const state = async (): Promise<string | undefined> => {
      const duty = await scene.council.inUnit((uow) =>
        rooms.get(Duties).ofMember(uow, ann.memberId, civilDate('2017-10-16')),
      );
      return duty === undefined || 'kind' in duty ? undefined : duty.state;
    };
    expect(await state()).toBe('overdue');
    await scene.register(ann, EMPLOYMENT);
    expect(await state()).toBe('met-late');
    const meetingId = await scene.meeting();
    const briefing = await scene.council.inUnit((uow) =>
      rooms.get(Briefings).make(uow, meetingId, ann.memberId),
    );
    if (briefing.kind !== 'briefing') throw new Error(briefing.kind);
    expect(briefing.items.map(({ touches }) => touches.length)).toEqual([0, 1, 0]);
  });

  describe('a queue', () => {
    queueCarries(async () => {
      if (server === undefined) throw new Error('No TEST_DATABASE_URL.');
      const database = await server.createDatabase();
      return { database, close: () => database.drop() };
    });
  });
});

describeAt('TEST_REDIS_URL', 'a queue in a Redis of somebody else’s', () => {
  test('keeps its jobs there, under the name of its own database', async () => {
    const url = redisUrl ?? '';
    const env = { DATABASE_URL: 'postgres://app@db/probity_of_ours', REDIS_URL: url, PROBITY_PROCESS: 'web' };
    const queue = new JobQueue(readConfig(env), createLogger('error'), env.DATABASE_URL);
    queue.handle('letters', () => Promise.resolve());
    await queue.add('letters', '1');
    await queue.beforeApplicationShutdown();
    const redis = new Redis(url);
    const keys = await redis.keys('probity:probity_of_ours:*');
    await redis.quit();
    await removeKeys(url, 'probity:probity_of_ours:*');
    expect(keys).not.toEqual([]);
  });

  queueCarries(async () => {
    if (!redisUrl) throw new Error('No TEST_REDIS_URL.');
    const database = await createTestDatabase();
    const close = async (): Promise<void> => {
      // The keys carry the name of this test's own database: nothing else there is touched.
      await removeKeys(redisUrl, `probity:${new URL(database.appUrl).pathname.slice(1)}:*`);
      await database.drop();
    };
    return { database, redisUrl, close };
  });
});

async function removeKeys(url: string, pattern: string): Promise<void> {
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: pattern }) as AsyncIterable<string[]>) {
    if (keys.length > 0) await redis.del(...keys);
  }
  await redis.quit();
}
