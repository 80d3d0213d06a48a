import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Audit } from '../../src/audit/index.js';
import { Authorities, Bodies, Rulebooks } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { addPanel, done, foundCouncil, SYSTEM } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

let rooms: Rooms;

beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

const county = { name: 'Somewhere County Council', kind: 'county', executiveArrangements: true } as const;

describe('authorities', () => {
  test('a founded authority is listed for anybody and has the event in its own chain', async () => {
    const authorities = rooms.get(Authorities);
    const { id } = done(await authorities.create({ ...county, slug: 'somewhere' }, SYSTEM));
    expect(await authorities.all()).toContainEqual({
      id,
      slug: 'somewhere',
      name: county.name,
      kind: 'county',
      principalAuthorityId: null,
    });
    const [event] = await rooms.database.unitOfWork({ authorityId: id, actor: SYSTEM }, (uow) =>
      rooms.get(Audit).newest(uow, 1),
    );
    expect([event?.action, event?.position, event?.subjectId]).toEqual(['authority.created', '1', id]);
  });

  test('a slug that is taken is refused', async () => {
    const authorities = rooms.get(Authorities);
    done(await authorities.create({ ...county, slug: 'taken' }, SYSTEM));
    expect(await authorities.create({ ...county, slug: 'taken' }, SYSTEM)).toEqual({ refused: 'slug-taken' });
  });

  test('eight who take the same slug at once: one of them has it, and the others are refused', async () => {
    const authorities = rooms.get(Authorities);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => authorities.create({ ...county, slug: 'at-once' }, SYSTEM)),
    );
    expect(answers.filter((answer) => 'id' in answer).length).toBe(1);
    expect(answers.filter((answer) => 'refused' in answer).length).toBe(7);
  });

  test('a slug is permanent, because people keep addresses', async () => {
    const council = await foundCouncil(rooms);
    const change = council.inUnit((uow) => uow.manager.query(`update authority set slug = 'other'`));
    await expect(change).rejects.toThrow('permanent');
  });

  test('a parish has a principal authority, and nobody else has one', async () => {
    const council = await foundCouncil(rooms);
    const authorities = rooms.get(Authorities);
    const orphan = authorities.create({ ...county, kind: 'parish', slug: 'orphan' }, SYSTEM);
    await expect(orphan).rejects.toThrow('authority_parish_has_principal');
    const subordinate = { ...county, slug: 'subordinate', principalAuthorityId: council.authorityId };
    await expect(authorities.create(subordinate, SYSTEM)).rejects.toThrow('authority_parish_has_principal');
    const parish = await foundCouncil(rooms, 'parish', council.authorityId);
    expect((await authorities.all()).find((one) => one.id === parish.authorityId)?.principalAuthorityId).toBe(
      council.authorityId,
    );
  });
});

describe('adopted codes', () => {
  test('adopting a code closes the former one on the day before', async () => {
    const council = await foundCouncil(rooms);
    const authorities = rooms.get(Authorities);
    const codes = await council.inUnit(async (uow) => {
      done(
        await authorities.adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
      );
      done(await authorities.adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-03-01') }));
      return authorities.adoptedCodes(uow);
    });
    expect(codes.map(({ code, fromOn, toOn }) => [code, fromOn, toOn])).toEqual([
      ['worcestershire-2012', '2012-07-01', '2021-02-28'],
      ['lga-model-2020', '2021-03-01', null],
    ]);
  });

  test.each([
    ['2012-06-30', undefined],
    ['2012-07-01', 'worcestershire-2012'],
    ['2021-02-28', 'worcestershire-2012'],
    ['2021-03-01', 'lga-model-2020'],
  ])('on %s the code in force is %s', async (day, inForce) => {
    const council = await foundCouncil(rooms);
    const authorities = rooms.get(Authorities);
    const code = await council.inUnit(async (uow) => {
      const first = { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') };
      done(await authorities.adoptCode(uow, first));
      done(await authorities.adoptCode(uow, { code: 'lga-model-2020', fromOn: civilDate('2021-03-01') }));
      return rooms.get(Rulebooks).codeOn(uow, civilDate(day));
    });
    expect(code).toBe(inForce);
  });

  test('a code that would begin on the same day as another, or before it, is refused; the day after is not', async () => {
    const council = await foundCouncil(rooms);
    const adopt = (fromOn: string): Promise<object> =>
      council.inUnit((uow) =>
        rooms.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate(fromOn) }),
      );
    done(await adopt('2017-10-16'));
    expect(await adopt('2017-10-15')).toEqual({ refused: 'later-code-exists' });
    expect(await adopt('2017-10-16')).toEqual({ refused: 'later-code-exists' });
    expect(await adopt('2017-10-17')).toHaveProperty('id');
  });

  test('eight who adopt the same code at once: one does, and the others are refused', async () => {
    const council = await foundCouncil(rooms);
    const adopted = { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        council.inUnit((uow) => rooms.get(Authorities).adoptCode(uow, adopted)),
      ),
    );
    expect(answers.filter((answer) => 'refused' in answer).length).toBe(7);
  });

  test('the database itself keeps two codes from covering one day', async () => {
    const council = await foundCouncil(rooms);
    const insert = (from: string, to: string): Promise<unknown> =>
      council.inUnit((uow) =>
        uow.manager.query('insert into adopted_code values ($1, gen_random_uuid(), $2, $3, $4)', [
          ...[council.authorityId, 'worcestershire-2012', from, to],
        ]),
      );
    await insert('2012-07-01', '2012-07-31');
    await expect(insert('2012-07-31', '2012-08-31')).rejects.toThrow('adopted_code_one_at_a_time');
    await insert('2012-08-01', '2012-08-31');
  });

  test('a code is adopted by one authority and not by its neighbour', async () => {
    const [one, other] = [await foundCouncil(rooms), await foundCouncil(rooms)];
    const adopted = { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') };
    await one.inUnit((uow) => rooms.get(Authorities).adoptCode(uow, adopted));
    expect(await other.inUnit((uow) => rooms.get(Authorities).adoptedCodes(uow))).toEqual([]);
  });
});

describe('standing orders', () => {
  test('one that is in force is not adopted again', async () => {
    const council = await foundCouncil(rooms);
    const adopt = (fromOn: string): Promise<object> =>
      council.inUnit((uow) =>
        rooms
          .get(Authorities)
          .adoptStandingOrder(uow, { kind: 'excludes-from-room', fromOn: civilDate(fromOn) }),
      );
    done(await adopt('2012-07-01'));
    expect(await adopt('2020-01-01')).toEqual({ refused: 'already-in-force' });
    const orders = await council.inUnit((uow) => rooms.get(Authorities).standingOrders(uow));
    expect(orders.map(({ kind, fromOn, toOn }) => [kind, fromOn, toOn])).toEqual([
      ['excludes-from-room', '2012-07-01', null],
    ]);
  });
});

describe('bodies', () => {
  test('eight who take the same name at once: one of them has it, and the others are refused', async () => {
    const council = await foundCouncil(rooms);
    const body = {
      name: 'Planning Committee',
      kind: 'committee',
      quorum: { kind: 'number', members: 3 },
    } as const;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => council.inUnit((uow) => rooms.get(Bodies).add(uow, body))),
    );
    expect(answers.filter((answer) => 'refused' in answer).length).toBe(7);
    expect(await council.inUnit((uow) => rooms.get(Bodies).list(uow))).toHaveLength(1);
  });

  test('a name that is taken is refused, with spaces around it too', async () => {
    const council = await foundCouncil(rooms);
    const bodyId = await council.inUnit((uow) => addPanel(uow, rooms, 'Planning Committee'));
    const body = { kind: 'committee', quorum: { kind: 'number', members: 3 } } as const;
    const again = await council.inUnit((uow) =>
      rooms.get(Bodies).add(uow, { ...body, name: ' Planning Committee ' }),
    );
    expect(again).toEqual({ refused: 'name-taken' });
    const bodies = await council.inUnit((uow) => rooms.get(Bodies).list(uow));
    expect(bodies.map(({ id, quorum }) => ({ id, quorum }))).toEqual([
      { id: bodyId, quorum: { kind: 'fraction', oneIn: 3, atLeast: 2 } },
    ]);
  });
});
