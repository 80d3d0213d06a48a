import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SEALED_COLUMNS } from '../../src/cli/sealed-columns.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { MailModule, Outbox } from '../../src/platform/mail/index.js';
import {
  Attachments,
  Drafts,
  Notifications,
  Queries,
  Register,
  RegisterModule,
  Sensitivities,
} from '../../src/register/index.js';
import { addAccount, done, foundCouncil, type Council } from '../support/council.js';
import { notify } from '../support/notify.js';
import { startRooms, type Rooms } from '../support/rooms.js';
import { agreeSensitive } from '../support/sensitive.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { probity } from './probity.js';

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [K1, K2, K3] = [key('k1'), key('k2'), key('k3')];
const LAND = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;

let database: TestDatabase;
let council: Council;
let memberId: string;
let accountId: string;
let before: NodeJS.ProcessEnv;

/** The rooms with some keys, on the one database. */
const roomsWith = (keys: string): Promise<Rooms> =>
  startRooms({
    ...{ keys, at: '2017-10-16T09:00', also: [RegisterModule, MailModule] },
    database: { ...database, drop: () => Promise.resolve() },
  });

beforeAll(async () => {
  database = await createTestDatabase();
  const rooms = await roomsWith(K1);
  council = await foundCouncil(rooms);
  await writeSomethingSealed(rooms);
  await rooms.close();
  before = process.env;
});
beforeEach(() => {
  process.env = {
    ...before,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    LOG_LEVEL: 'error',
  };
});
afterAll(async () => {
  process.env = before;
  await database.drop();
});

async function writeSomethingSealed(rooms: Rooms): Promise<void> {
  accountId = await addAccount(rooms, 'sealed@example.org');
  memberId = await council.inUnit(
    async (uow) => (await rooms.get(Members).add(uow, { name: 'Ann', accountId })).id,
  );
  const answers = { 'land/self': { answer: 'entries', interests: [LAND] } } as const;
  const notificationId = await notify(rooms, council, { memberId, accountId, answers });
  const asMember = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
    rooms.database.unitOfWork(
      { authorityId: council.authorityId, actor: { kind: 'person', accountId } },
      work,
    );
  const queryId = await council.inUnit(async (uow) => {
    done(await rooms.get(Attachments).attach(uow, notificationId, Buffer.from('%PDF-1.7 a form')));
    return done(await rooms.get(Queries).ask(uow, { notificationId, question: 'Where?' })).id;
  });
  await asMember(async (uow) => {
    done(await rooms.get(Queries).answer(uow, memberId, { queryId, answer: 'There.', withdraws: false }));
    const draft = { hasPartner: false, answers };
    done(await rooms.get(Drafts).save(uow, { memberId, channel: 'web' }, draft, 0));
    done(await rooms.get(Drafts).save(uow, { memberId, channel: 'paper' }, draft, 0));
  });
  await council.inUnit(async (uow) => done(await rooms.get(Register).enter(uow, notificationId)));
  const [held] = await council.inUnit((uow) => rooms.get(Register).current(uow, memberId));
  await agreeSensitive(rooms, council, { memberId, accountId, entryId: held?.entry.id ?? '' });
  await rooms.get(Outbox).send({
    ...{ messageId: '<1@probity>', reference: '1', to: 'a@example.org', subject: 'S', body: 'Mill Lane' },
    triedBefore: false,
  });
}

/** Everything that is sealed, opened. */
async function everythingOpened(rooms: Rooms): Promise<unknown> {
  return rooms.database.unitOfWork(council.acting, async (uow) => {
    const [notification] = await rooms.get(Notifications).list(uow, memberId);
    const id = notification?.id ?? '';
    const [scan] = await rooms.get(Attachments).of(uow, id);
    const { reason, decisionReason } = (await rooms.get(Sensitivities).list(uow, memberId))[0] ?? {};
    return {
      told: (await rooms.get(Notifications).open(uow, id))?.interests[0]?.details,
      entered: (await rooms.get(Register).current(uow, memberId))[0]?.details,
      asked: (await rooms.get(Queries).of(uow, id)).map(({ question, answer }) => [question, answer]),
      scan: (await rooms.get(Attachments).open(uow, scan?.id ?? ''))?.content.toString(),
      drafts: [
        (await rooms.get(Drafts).find(uow, { memberId, channel: 'web' })).draft.hasPartner,
        (await rooms.get(Drafts).find(uow, { memberId, channel: 'paper' })).draft.hasPartner,
      ],
      ...{ reason, decisionReason },
      mail: (await rooms.get(Outbox).newest())[0]?.body,
    };
  });
}

const OPENED = {
  ...{
    told: LAND,
    entered: LAND,
    asked: [['Where?', 'There.']],
    scan: '%PDF-1.7 a form',
    drafts: [false, false],
  },
  ...{ reason: 'Threats were made.', decisionReason: 'The police confirm it.', mail: 'Mill Lane' },
};

describe('probity keys rotate', () => {
  it('changes nothing while a key is missing, and says which', async () => {
    process.env.PROBITY_KEYS = K3;
    const { status, out, err } = await probity(['keys', 'rotate']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('the key "k1", which is not among PROBITY_KEYS');
    const rooms = await roomsWith(K1);
    expect(await everythingOpened(rooms)).toEqual(OPENED);
    await rooms.close();
  });

  it('seals everything again with the first key, so that it alone opens everything', async () => {
    process.env.PROBITY_KEYS = `${K2},${K1}`;
    const { status, out } = await probity(['keys', 'rotate']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      key: 'k2',
      sealedAgain: {
        ...{ 'notification_draft.details': 2, 'notified_interest.details': 1, 'register_entry.details': 1 },
        ...{
          'notification_query.question': 1,
          'notification_query.answer': 1,
          'notification_attachment.content': 1,
        },
        ...{
          'sensitivity_request.reason': 1,
          'sensitivity_request.decision_reason': 1,
          'outbox_mail.body': 1,
        },
      },
    });
    const rooms = await roomsWith(K2);
    expect(await everythingOpened(rooms)).toEqual(OPENED);
    const { rows } = await rooms.owner.query(`select 1 from audit_event where action = 'keys.rotated'`);
    expect(rows).toHaveLength(1);
    await rooms.close();
  });

  it('run again, finds nothing to do', async () => {
    process.env.PROBITY_KEYS = K2;
    const { status, out } = await probity(['keys', 'rotate']);
    expect({ status, told: JSON.parse(out) as unknown }).toEqual({
      status: 0,
      told: { key: 'k2', sealedAgain: {} },
    });
  });

  it('knows every column that the database says is sealed', async () => {
    const rooms = await roomsWith(K2);
    const { rows } = await rooms.owner.query<{ column: string }>(
      `select c.conrelid::regclass || '.' || a.attname as column
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
       where c.contype = 'c' and pg_get_constraintdef(c.oid) like '%v1.%' order by 1`,
    );
    const known = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort();
    expect(known).toEqual(rows.map(({ column }) => column).sort());
    await rooms.close();
  });
});
