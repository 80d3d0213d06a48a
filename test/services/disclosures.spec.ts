import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import {
  DisclosuresModule,
  RelevanceAnswers,
  relevanceKey,
  type Relevance,
} from '../../src/disclosures/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import { RegisterModule } from '../../src/register/index.js';
import { EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;
let scene: Scene;
let ann: SeatedMember;
let about: { agendaItemId: string; itemTitle: string; interestId: string };

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DutiesModule, DisclosuresModule] });
});
beforeEach(async () => {
  rooms.moveClockTo('2017-10-16T09:00');
  scene = await sceneOfBriefings(rooms);
  ann = await scene.seat();
  await scene.register(ann, EMPLOYMENT);
  const [, item] = await scene.clerk.items(await scene.meeting());
  const { rows } = await rooms.owner.query<{ id: string }>(
    'select id from register_entry where authority_id = $1',
    [scene.council.authorityId],
  );
  about = { agendaItemId: item?.id ?? '', itemTitle: item?.title ?? '', interestId: rows[0]?.id ?? '' };
});
afterAll(() => rooms.close());

const say = (answer: Relevance, more: Partial<typeof about> = {}): Promise<void> =>
  scene.council.inUnit((uow) =>
    rooms.get(RelevanceAnswers).record(uow, { memberId: ann.memberId, ...about, ...more, answer }),
  );
const latest = (memberId = ann.memberId): Promise<ReadonlyMap<string, Relevance>> =>
  scene.council.inUnit((uow) => rooms.get(RelevanceAnswers).latest(uow, memberId));

describe('whether an item is about an interest', () => {
  test('is nobody’s answer until the member gives one', async () => {
    expect(await latest()).toEqual(new Map());
    await say('about-it');
    expect(await latest()).toEqual(new Map([[relevanceKey(about), 'about-it']]));
  });

  test('is what the member said last; the earlier words stay', async () => {
    await say('not-sure');
    rooms.moveClockTo('2017-10-16T09:01');
    await say('about-it');
    rooms.moveClockTo('2017-10-16T09:02');
    await say('not-about-it');
    expect([...(await latest()).values()]).toEqual(['not-about-it']);
    expect(await scene.clerk.rowsIn('relevance_answer')).toBe(3);
  });

  test('cannot be changed or removed behind the record', async () => {
    await say('about-it');
    const change = (sql: string): Promise<unknown> => scene.council.inUnit((uow) => uow.manager.query(sql));
    await expect(change(`update relevance_answer set answer = 'not-about-it'`)).rejects.toThrow();
    await expect(change('delete from relevance_answer')).rejects.toThrow();
    expect([...(await latest()).values()]).toEqual(['about-it']);
  });

  test('holds for one title alone', async () => {
    await say('about-it');
    expect((await latest()).get(relevanceKey({ ...about, itemTitle: 'Another matter' }))).toBeUndefined();
  });

  test('is one member’s: another one of the same council has said nothing', async () => {
    await say('about-it');
    const bob = await scene.seat({ name: 'Bob' });
    expect(await latest(bob.memberId)).toEqual(new Map());
  });

  test('is recorded, with the item and without the interest', async () => {
    await say('about-it');
    const [event] = await scene.council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event).toMatchObject({
      action: 'relevance.answered',
      payload: { memberId: ann.memberId, answer: 'about-it' },
    });
    expect(JSON.stringify(event)).not.toContain('Hartlebrook');
  });

  test('is refused by the database for an answer that is none, and for an item that is not there', async () => {
    await expect(say('perhaps' as Relevance)).rejects.toThrow();
    await expect(say('about-it', { agendaItemId: '00000000-0000-4000-8000-000000000000' })).rejects.toThrow();
    expect(await latest()).toEqual(new Map());
  });
});
