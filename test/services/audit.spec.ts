import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Audit, AuditVerifier, type Verification } from '../../src/audit/index.js';
import { Members } from '../../src/members/index.js';
import { INSTALLATION, type UnitOfWork } from '../../src/platform/database/index.js';
import { foundCouncil, SYSTEM, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { tamper } from '../support/tampering.js';

let rooms: Rooms;

beforeAll(async () => {
  rooms = await startRooms({ at: '2017-10-16T09:00' });
});
afterAll(() => rooms.close());

const somethingHappens = (uow: UnitOfWork, number = 0): Promise<void> => {
  rooms.get(Audit).record(uow, {
    action: 'test.happened',
    subject: { type: 'test', id: randomUUID() },
    payload: { number },
  });
  return Promise.resolve();
};

const eventsOf = async (council: Council): Promise<{ position: string; action: string }[]> => {
  const { rows } = await rooms.owner.query<{ position: string; action: string }>(
    'select position, action from audit_event where authority_id = $1 order by position',
    [council.authorityId],
  );
  return rows;
};

describe('writing the chain', () => {
  test('twenty units of work at once leave one chain without gaps, and it verifies', async () => {
    const council = await foundCouncil(rooms);
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        council.inUnit(async (uow) => {
          await rooms.get(Members).add(uow, { name: `Member ${number}` });
          await somethingHappens(uow, number);
        }),
      ),
    );
    // The authority's creation, and two events for each of the twenty.
    const positions = (await eventsOf(council)).map((event) => event.position);
    expect(positions).toEqual(Array.from({ length: 41 }, (_, index) => String(index + 1)));
    expect((await rooms.get(AuditVerifier).verify()).firstBroken).toBeUndefined();
  });

  test('chains of two authorities grow side by side, each from position 1', async () => {
    const [one, other] = [await foundCouncil(rooms), await foundCouncil(rooms)];
    await Promise.all([one, other].map((council) => council.inUnit((uow) => somethingHappens(uow))));
    for (const council of [one, other]) {
      expect((await eventsOf(council)).map((event) => event.position)).toEqual(['1', '2']);
    }
    expect(await rooms.get(Audit).chains()).toEqual(
      expect.arrayContaining([one.authorityId, other.authorityId]),
    );
  });

  test('a unit of work that fails leaves neither its state nor its event', async () => {
    const council = await foundCouncil(rooms);
    const failing = council.inUnit(async (uow) => {
      await rooms.get(Members).add(uow, { name: 'Nobody' });
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(await council.inUnit((uow) => rooms.get(Members).list(uow))).toEqual([]);
    expect((await eventsOf(council)).map((event) => event.action)).toEqual(['authority.created']);
  });

  test('state is not kept when its event cannot be written', async () => {
    const council = await foundCouncil(rooms);
    const failing = council.inUnit(async (uow) => {
      await rooms.get(Members).add(uow, { name: 'Nobody' });
      const unwritable = { text: '\u0000 is refused by jsonb' };
      rooms
        .get(Audit)
        .record(uow, { action: 'test.happened', subject: { type: 'test', id: '1' }, payload: unwritable });
    });
    await expect(failing).rejects.toThrow();
    expect(await council.inUnit((uow) => rooms.get(Members).list(uow))).toEqual([]);
    expect((await eventsOf(council)).length).toBe(1);
  });

  test('an event keeps the application’s time and the machine’s time apart', async () => {
    const council = await foundCouncil(rooms);
    rooms.moveClockTo('2017-11-30T23:59');
    const before = Date.now();
    await council.inUnit((uow) => somethingHappens(uow));
    const [event] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event?.applicationAt).toEqual(new Date('2017-11-30T23:59:00Z'));
    expect(event?.machineAt.getTime()).toBeGreaterThanOrEqual(before);
  });

  test('the newest events come first, page by page, with what they said', async () => {
    const council = await foundCouncil(rooms);
    for (const number of [1, 2, 3]) {
      await council.inUnit((uow) => somethingHappens(uow, number));
    }
    const newest = (before?: string) =>
      council.inUnit(async (uow) => {
        const events = await rooms.get(Audit).newest(uow, 2, before);
        return events.map(({ position, actor, payload }) => ({
          position,
          actor,
          number: payload?.number,
        }));
      });
    const actor = council.accountId;
    expect(await newest()).toEqual([
      { position: '4', actor, number: 3 },
      { position: '3', actor, number: 2 },
    ]);
    expect((await newest('3')).map((event) => event.position)).toEqual(['2', '1']);
  });
});

describe('the database refuses to change what was written', () => {
  const changes = [
    `update audit_event set action = 'test.changed' where authority_id = $1`,
    'delete from audit_event where authority_id = $1',
  ];

  test.each(changes)('the application may not: %s', async (statement) => {
    const council = await foundCouncil(rooms);
    const tampering = council.inUnit((uow) => uow.manager.query(statement, [council.authorityId]));
    await expect(tampering).rejects.toThrow('permission denied');
  });

  test.each(changes)('a trigger refuses even the owner: %s', async (statement) => {
    const council = await foundCouncil(rooms);
    await expect(rooms.owner.query(statement, [council.authorityId])).rejects.toThrow('append-only');
  });

  test('a trigger refuses to empty the table', async () => {
    await expect(rooms.owner.query('truncate audit_event cascade')).rejects.toThrow('append-only');
  });

  test('what an event said may be erased by the application, but not changed', async () => {
    const council = await foundCouncil(rooms);
    const change = council.inUnit((uow) => uow.manager.query(`update audit_payload set payload = '{}'`));
    await expect(change).rejects.toThrow('permission denied');
    await expect(rooms.owner.query(`update audit_payload set payload = '{}'`)).rejects.toThrow('append-only');
    await expect(rooms.owner.query('truncate audit_payload')).rejects.toThrow('append-only');
  });

  test.each([
    ['set back', 'update audit_head set position = position - 1 where authority_id = $1'],
    ['left in its place with another hash', 'update audit_head set hash = hash where authority_id = $1'],
    [
      'given to another chain',
      `update audit_head set authority_id = gen_random_uuid(), position = position + 1 where authority_id = $1`,
    ],
  ])('the head of a chain is never %s', async (_, statement) => {
    const council = await foundCouncil(rooms);
    const changing = (uow: UnitOfWork): Promise<unknown> =>
      uow.manager.query(statement, [council.authorityId]);
    await expect(council.inUnit(changing)).rejects.toThrow('append-only');
  });

  test('the head of a chain is never removed, not even by the owner', async () => {
    const council = await foundCouncil(rooms);
    const removing = council.inUnit((uow) => uow.manager.query('delete from audit_head'));
    await expect(removing).rejects.toThrow('permission denied');
    await expect(rooms.owner.query('delete from audit_head')).rejects.toThrow('append-only');
    await expect(rooms.owner.query('truncate audit_head')).rejects.toThrow('append-only');
  });
});

describe('verifying finds what an owner of the database tampered with', () => {
  const remove = (where: string): string[] => [
    `delete from audit_payload where ${where}`,
    `delete from audit_event where ${where}`,
  ];
  const swap = [
    'delete from audit_payload where position in (2, 3)',
    'update audit_event set position = 9 where position = 2',
    'update audit_event set position = 2 where position = 3',
    'update audit_event set position = 3 where position = 9',
  ];
  const tampering: [what: string, statements: string[], position: string, sentence: string][] = [
    [
      'a changed actor',
      [`update audit_event set actor = 'somebody else' where position = 2`],
      '2',
      'Event 2 was changed after it was written.',
    ],
    [
      'a changed time',
      [`update audit_event set application_at = application_at - interval '1 day' where position = 3`],
      '3',
      'Event 3 was changed after it was written.',
    ],
    [
      'a time changed by less than a millisecond',
      [`update audit_event set machine_at = machine_at + interval '1 microsecond' where position = 3`],
      '3',
      'Event 3 was changed after it was written.',
    ],
    [
      'a changed payload',
      [`update audit_payload set payload = '{"number": 9}' where position = 3`],
      '3',
      'What event 3 said was changed after it was written.',
    ],
    [
      'a changed salt',
      [`update audit_payload set salt = substr(sha256(salt), 1, 16) where position = 4`],
      '4',
      'What event 4 said was changed after it was written.',
    ],
    ['two events that changed places', swap, '2', 'Event 2 does not follow the one before it.'],
    [
      'two events that changed what they say',
      [
        `update audit_payload a set payload = b.payload, salt = b.salt from audit_payload b
         where b.authority_id = a.authority_id and b.position = 5 - a.position and a.position in (2, 3)`,
      ],
      '2',
      'What event 2 said was changed after it was written.',
    ],
    [
      'an event put in between',
      [
        'delete from audit_payload where position = 4',
        'update audit_event set position = 5 where position = 4',
        'update audit_head set position = 5',
        `insert into audit_event select authority_id, 4, actor_kind, actor, action, subject_type, subject_id,
           application_at, machine_at, payload_hash, previous_hash, hash
         from audit_event where position = 3 and authority_id = any (acting_authorities())`,
      ],
      '4',
      'Event 4 does not follow the one before it.',
    ],
    ['a missing event', remove('position = 2'), '2', 'Event 2 is missing: the next one is 3.'],
    ['a missing beginning', remove('position = 1'), '1', 'Event 1 is missing: the next one is 2.'],
    ['a missing end', remove('position = 4'), '4', 'The chain ends at 3, but its head says 4.'],
    ['nothing but the head left', remove('true'), '1', 'The chain ends at 0, but its head says 4.'],
    [
      'a missing end with the head set back to an earlier event, but not to its hash',
      [...remove('position = 4'), 'update audit_head set position = 3'],
      '4',
      'The chain ends at 3, but its head says 3.',
    ],
    ['a missing head', ['delete from audit_head'], '5', 'The chain ends at 4, but its head says nothing.'],
    [
      'nothing left of it, head and all',
      [...remove('true'), 'delete from audit_head'],
      '1',
      'The chain has no events.',
    ],
  ];

  const chainOfFour = async (): Promise<Council> => {
    const council = await foundCouncil(rooms);
    for (const number of [1, 2, 3]) await council.inUnit((uow) => somethingHappens(uow, number));
    return council;
  };
  const verified = ({ authorityId }: Council): Promise<Verification> =>
    rooms.get(AuditVerifier).verify({ only: [authorityId] });

  test.each(tampering)('%s', async (_, statements, position, sentence) => {
    const council = await chainOfFour();
    expect(await verified(council)).toMatchObject({ events: 4, erased: 0, firstBroken: undefined });
    await tamper(rooms, council, ...statements);
    const { firstBroken } = await verified(council);
    expect(firstBroken).toEqual({ authorityId: council.authorityId, position, sentence });
  });

  test('and only in the chain where it was done: the first broken one is named, whichever is asked for', async () => {
    const [good, bad] = [await chainOfFour(), await chainOfFour()];
    await tamper(rooms, bad, ...swap);
    expect((await rooms.get(AuditVerifier).verify()).firstBroken).toBeDefined();
    expect((await verified(good)).firstBroken).toBeUndefined();
    const both = [good.authorityId, bad.authorityId];
    const found = await rooms.get(AuditVerifier).verify({ only: both });
    expect(found).toMatchObject({ chains: 2, firstBroken: { authorityId: bad.authorityId } });
  });

  test('a payload that retention erased is counted and breaks nothing', async () => {
    const council = await chainOfFour();
    await council.inUnit((uow) =>
      uow.manager.query('delete from audit_payload where authority_id = $1 and position > 2', [
        council.authorityId,
      ]),
    );
    expect(await verified(council)).toMatchObject({ events: 4, erased: 2, firstBroken: undefined });
    const [event] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event?.payload).toBeUndefined();
  });

  test('what JSON writes in its own way holds: dates, gaps, odd keys and other scripts', async () => {
    const council = await foundCouncil(rooms);
    await council.inUnit((uow) => {
      const payload = {
        ...{ at: new Date('2017-10-16T08:00:00Z'), none: undefined, list: [undefined, null, 0.1, 1e21, -0] },
        ...{ ｚ: 1, '😀': 2, 'a"\\': '\u0007\u2028é', nested: { b: [{ d: 1, c: 2 }], a: {} } },
      };
      rooms
        .get(Audit)
        .record(uow, { action: 'test.happened', subject: { type: 'test', id: '"\\é😀' }, payload });
      return Promise.resolve();
    });
    expect(await verified(council)).toMatchObject({ events: 2, firstBroken: undefined });
  });

  test('a payload longer than what is hashed in one go holds, and is found when it was changed', async () => {
    const council = await foundCouncil(rooms);
    await council.inUnit((uow) => {
      const payload = { text: 'é'.repeat(70_000) };
      rooms.get(Audit).record(uow, { action: 'test.happened', subject: { type: 'test', id: '1' }, payload });
      return Promise.resolve();
    });
    expect((await verified(council)).firstBroken).toBeUndefined();
    await tamper(
      rooms,
      council,
      `update audit_payload set payload = jsonb_build_object('text', (payload->>'text') || 'x') where position = 2`,
    );
    expect((await verified(council)).firstBroken?.position).toBe('2');
  });

  test('a chain longer than what is read at once verifies to its end, and says how far it is', async () => {
    const council = await foundCouncil(rooms);
    await council.inUnit(async (uow) => {
      for (let number = 0; number < 1_999; number += 1) await somethingHappens(uow, number);
    });
    const told: number[] = [];
    const verify = (): Promise<Verification> =>
      rooms
        .get(AuditVerifier)
        .verify({ only: [council.authorityId], progress: (events) => told.push(events) });
    // Until here exactly one batch; the next event begins a second one.
    expect(await verify()).toMatchObject({ events: 2_000, firstBroken: undefined });
    await council.inUnit((uow) => somethingHappens(uow));
    expect(await verify()).toMatchObject({ events: 2_001, firstBroken: undefined });
    expect(told).toEqual([2_000, 2_000, 2_001]);
    await tamper(rooms, council, `update audit_event set actor = 'x' where position = 2001`);
    expect((await verify()).firstBroken?.position).toBe('2001');
  });

  test('a chain that grows while it is verified is no broken one', async () => {
    const council = await chainOfFour();
    const growing = Array.from({ length: 40 }, (_, number) =>
      council.inUnit((uow) => somethingHappens(uow, number)),
    );
    const found = await Promise.all(Array.from({ length: 10 }, () => verified(council)));
    await Promise.all(growing);
    expect(found.map(({ firstBroken }) => firstBroken)).toEqual(Array(10).fill(undefined));
  });
});

test('the installation has a chain of its own, which no authority sees', async () => {
  await rooms.database.unitOfWork({ authorityId: INSTALLATION, actor: SYSTEM }, (uow) =>
    somethingHappens(uow),
  );
  expect(await rooms.get(Audit).chains()).toContain(INSTALLATION);
  const council = await foundCouncil(rooms);
  const seen = await council.inUnit((uow) =>
    uow.manager.query<unknown[]>('select distinct authority_id from audit_event'),
  );
  expect(seen).toEqual([{ authority_id: council.authorityId }]);
});
