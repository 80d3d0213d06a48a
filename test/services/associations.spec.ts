import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import {
  Associations,
  DisclosuresModule,
  MOST_ASSOCIATIONS,
  type AssociationDetails,
} from '../../src/disclosures/index.js';
import { RegisterModule } from '../../src/register/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { done } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

const SISTER: AssociationDetails = {
  ...{ kind: 'family', name: 'Petronella Quince', otherNames: ['Nell Quince'] },
  connection: 'My sister, who builds boats',
};

let rooms: Rooms;
let scene: Scene;
let ann: SeatedMember;

beforeAll(async () => {
  rooms = await startRooms({ also: [RegisterModule, DisclosuresModule] });
});
beforeEach(async () => {
  scene = await sceneOfBriefings(rooms);
  ann = await scene.seat();
});
afterAll(() => rooms.close());

const inUnit = <T>(work: (uow: UnitOfWork, kept: Associations) => Promise<T>): Promise<T> =>
  scene.council.inUnit((uow) => work(uow, rooms.get(Associations)));
const add = (details = SISTER): Promise<string> =>
  inUnit(async (uow, kept) => done(await kept.add(uow, ann.memberId, details)).id);
const list = (memberId = ann.memberId): Promise<AssociationDetails[]> =>
  inUnit((uow, kept) => kept.list(uow, memberId));

describe('the list that a member keeps for themselves', () => {
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
