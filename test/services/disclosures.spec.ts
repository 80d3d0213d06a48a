import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import {
  Associations,
  DisclosuresModule,
  MOST_ASSOCIATIONS,
  RelevanceAnswers,
  relevanceKey,
  type AssociationDetails,
  type Relevance,
} from '../../src/disclosures/index.js';
import { DutiesModule } from '../../src/duties/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { RegisterModule } from '../../src/register/index.js';
import { EMPLOYMENT, sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { done } from '../support/council.js';
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

describe('the list that a member keeps for themselves', () => {
  const SISTER: AssociationDetails = {
    ...{ kind: 'family', name: 'Petronella Quince', otherNames: ['Nell Quince'] },
    connection: 'My sister, who builds boats',
  };

  const inUnit = <T>(work: (uow: UnitOfWork, kept: Associations) => Promise<T>): Promise<T> =>
    scene.council.inUnit((uow) => work(uow, rooms.get(Associations)));
  const add = (details = SISTER): Promise<string> =>
    inUnit(async (uow, kept) => done(await kept.add(uow, ann.memberId, details)).id);
  const list = (memberId = ann.memberId): Promise<AssociationDetails[]> =>
    inUnit((uow, kept) => kept.list(uow, memberId));

  test('holds what they wrote, as they changed it, until they take it off', async () => {
    const id = await add();
    expect(await list()).toEqual([{ id, ...SISTER }]);
    const changed = { ...SISTER, name: 'Petronella Reed', otherNames: ['Petronella Quince'] };
    await inUnit(async (uow, kept) => done(await kept.change(uow, ann.memberId, { id, ...changed })));
    expect(await list()).toEqual([{ id, ...changed }]);
    await inUnit(async (uow, kept) => done(await kept.remove(uow, ann.memberId, id)));
    expect(await list()).toEqual([]);
  });

  test('is one member’s: another cannot read, change or take off what stands on it', async () => {
    const id = await add();
    const bob = await scene.seat({ name: 'Bob' });
    expect(await list(bob.memberId)).toEqual([]);
    await inUnit(async (uow, kept) => {
      expect(await kept.find(uow, bob.memberId, id)).toBeUndefined();
      expect(await kept.change(uow, bob.memberId, { id, ...SISTER, name: 'Bob' })).toEqual({
        refused: 'not-found',
      });
      expect(await kept.remove(uow, bob.memberId, id)).toEqual({ refused: 'not-found' });
    });
    expect(await list()).toEqual([{ id, ...SISTER }]);
  });

  test('is sealed where it lies, and the record of events says only that it changed', async () => {
    const id = await add();
    await inUnit(async (uow, kept) => done(await kept.remove(uow, ann.memberId, await add())));
    const { rows } = await rooms.owner.query<{ row: string }>(
      'select row_to_json(a)::text as row from association a where id = $1',
      [id],
    );
    expect(rows[0]?.row).not.toMatch(/quince|sister|family|boats/i);
    const events = await inUnit((uow) => rooms.get(Audit).newest(uow, 20));
    const changes = events.filter(({ action }) => action === 'associations.changed');
    expect(changes.map(({ payload }) => payload)).toEqual([{}, {}, {}]);
    expect(JSON.stringify(events)).not.toMatch(/quince|sister|boats/i);
  });

  test('ends somewhere', async () => {
    await inUnit((uow) =>
      uow.manager.query(
        `insert into association select $1, gen_random_uuid(), $2, 'v1.x', now() from generate_series(1, $3)`,
        [scene.council.authorityId, ann.memberId, MOST_ASSOCIATIONS],
      ),
    );
    const refused = await inUnit((uow, kept) => kept.add(uow, ann.memberId, SISTER));
    expect(refused).toEqual({ refused: 'too-many' });
  });
});
