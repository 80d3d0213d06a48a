import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Audit, AuditVerifier } from '../../src/audit/index.js';
import { Members } from '../../src/members/index.js';
import { INSTALLATION, type UnitOfWork } from '../../src/platform/database/index.js';
import { foundCouncil, SYSTEM, type Council } from '../support/council.js';
import { startRooms, type Rooms } from '../support/rooms.js';

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
  });
});

describe('verifying finds what an owner of the database tampered with', () => {
  const remove = (where: string): string[] => [
    `delete from audit_payload where ${where}`,
    `delete from audit_event where ${where}`,
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
      'a changed payload',
      [`update audit_payload set payload = '{"number": 9}' where position = 3`],
      '3',
      'What event 3 said was changed after it was written.',
    ],
    [
      'two events that changed places',
      [
        ...remove('position = 0'),
        'delete from audit_payload where position in (2, 3)',
        'update audit_event set position = 9 where position = 2',
        'update audit_event set position = 2 where position = 3',
        'update audit_event set position = 3 where position = 9',
      ],
      '2',
      'Event 2 does not follow the one before it.',
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
  ];

  test.each(tampering)('%s', async (_, statements, position, sentence) => {
    const council = await foundCouncil(rooms);
    for (const number of [1, 2, 3]) {
      await council.inUnit((uow) => somethingHappens(uow, number));
    }
    await tamper(council, ...statements);
    const { firstBroken } = await rooms.get(AuditVerifier).verify();
    // The whole chain goes, so that the next test begins with chains that hold.
    await tamper(council, ...remove('true'), 'delete from audit_head');
    expect(firstBroken).toEqual({ authorityId: council.authorityId, position, sentence });
    expect((await rooms.get(AuditVerifier).verify()).firstBroken).toBeUndefined();
  });

  test('a payload that retention erased is counted and breaks nothing', async () => {
    const council = await foundCouncil(rooms);
    await council.inUnit((uow) => somethingHappens(uow));
    const before = await rooms.get(AuditVerifier).verify();
    await council.inUnit((uow) =>
      uow.manager.query('delete from audit_payload where authority_id = $1', [council.authorityId]),
    );
    const after = await rooms.get(AuditVerifier).verify();
    expect(after).toEqual({ ...before, erased: before.erased + 2 });
    const [event] = await council.inUnit((uow) => rooms.get(Audit).newest(uow, 1));
    expect(event?.payload).toBeUndefined();
  });

  test('a chain longer than what is read at once verifies to its end', async () => {
    const council = await foundCouncil(rooms);
    await council.inUnit(async (uow) => {
      for (let number = 0; number < 999; number += 1) await somethingHappens(uow, number);
    });
    const before = await rooms.get(AuditVerifier).verify();
    expect(before.firstBroken).toBeUndefined();
    expect(before.events).toBeGreaterThanOrEqual(1_000);
    // Until here exactly one batch of a thousand; the next event begins a second one.
    await council.inUnit((uow) => somethingHappens(uow));
    expect(await rooms.get(AuditVerifier).verify()).toEqual({ ...before, events: before.events + 1 });
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

/**
 * Changes one chain past every guard, as somebody with the owner's password could. Row-level security binds the owner
 * too and keeps the statements to this chain.
 */
async function tamper(council: Council, ...statements: string[]): Promise<void> {
  const client = await rooms.owner.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('probity.authority_ids', $1, true)`, [`{${council.authorityId}}`]);
    await client.query('alter table audit_event disable trigger user');
    for (const statement of statements) await client.query(statement);
    await client.query('alter table audit_event enable trigger user');
    await client.query('commit');
  } finally {
    // Closed, not returned: after a failure its transaction is still open.
    client.release(true);
  }
}
