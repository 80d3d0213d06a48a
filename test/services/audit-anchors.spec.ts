import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import {
  AnchorRounds,
  Anchors,
  anchorsIn,
  Audit,
  AuditExport,
  AuditVerifier,
  type KnownAnchor,
  type Verification,
} from '../../src/audit/index.js';
import { INSTALLATION } from '../../src/platform/database/index.js';
import { MailRefused, Outbox, type OutboxMail } from '../../src/platform/mail/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { foundCouncil, SYSTEM, type Council } from '../support/council.js';
import { insideTheQueue, type InsideTheQueue } from '../support/inside-the-queue.js';
import { rewriteFrom, tamper } from '../support/tampering.js';
import { mainText } from '../support/visitor.js';

const TO = ['auditor@example.org', 'chief@example.net'];

let app: TestApp;
let queue: InsideTheQueue;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00', env: { AUDIT_ANCHOR_TO: TO.join(', ') } });
  queue = insideTheQueue(`${app.app.options.connectionString}`);
  await app.database.unitOfWork({ authorityId: INSTALLATION, actor: SYSTEM }, (uow) => {
    app.get(Audit).record(uow, { action: 'test.happened', subject: { type: 'test', id: '1' } });
    return Promise.resolve();
  });
});
afterAll(async () => {
  await queue.close();
  await app.close();
});

const happens = (council: Council, times = 1): Promise<void> =>
  council.inUnit((uow) => {
    for (let time = 0; time < times; time += 1)
      app.get(Audit).record(uow, { action: 'test.happened', subject: { type: 'test', id: randomUUID() } });
    return Promise.resolve();
  });
/** The round, and what a worker would do with the jobs that it hands on. */
const round = async (): Promise<string[]> => {
  await app.get(AnchorRounds).run();
  const jobs = await queue.bull.getJobs(['waiting', 'prioritized', 'delayed']);
  const ids = jobs
    .filter(({ name }) => name === 'audit.mail-anchor')
    .map(({ data }) => (data as { id: string }).id);
  for (const id of ids) await app.get(AnchorRounds).mail(id);
  for (const job of jobs) await job.remove();
  return ids;
};
const anchorsOf = ({ authorityId }: Council): Promise<KnownAnchor[]> => app.get(Anchors).of(authorityId, 100);
const verified = ({ authorityId }: Council, anchors: readonly KnownAnchor[] = []): Promise<Verification> =>
  app.get(AuditVerifier).verify({ only: [authorityId], anchors });
const mailsOf = async ({ authorityId }: Council): Promise<OutboxMail[]> =>
  (await app.get(Outbox).newest(1_000)).filter(({ messageId }) => messageId.includes(authorityId));

describe('the daily anchor', () => {
  test('says where each chain stands, the installation’s too; once a day', async () => {
    const council = await foundCouncil(app);
    await happens(council, 2);
    await round();
    const [anchor, ...more] = await anchorsOf(council);
    const { rows } = await app.owner.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit_event where authority_id = $1 and position = 3`,
      [council.authorityId],
    );
    expect(anchor).toEqual({
      ...{ authorityId: council.authorityId, day: '2017-10-16', position: '3', hash: rows[0]?.hash },
    });
    expect(more).toEqual([]);
    const chains = (await app.get(Anchors).newest()).map(({ authorityId }) => authorityId);
    expect(chains).toEqual(expect.arrayContaining([INSTALLATION, council.authorityId]));

    await happens(council);
    await Promise.all([app.get(AnchorRounds).run(), app.get(AnchorRounds).run()]);
    expect(await anchorsOf(council)).toEqual([anchor]);
    app.moveClockTo('2017-10-17T00:00');
    await round();
    expect((await anchorsOf(council)).map(({ day, position }) => [day, position])).toEqual([
      ['2017-10-17', '4'],
      ['2017-10-16', '3'],
    ]);
  });

  test('is mailed to each address once, whatever is tried again, in words that are read as an anchor', async () => {
    const council = await foundCouncil(app);
    const ids = (await round()).filter((id) => id.startsWith(council.authorityId));
    expect(ids).toHaveLength(2);
    // The queue carries no address.
    expect(ids.join(' ')).not.toMatch(/@|auditor|chief/);
    const mails = await mailsOf(council);
    expect(mails.map(({ to }) => to).sort()).toEqual(TO);
    for (const { subject, body } of mails) {
      expect(subject).toContain('Audit anchor of Council');
      expect(anchorsIn(body)).toEqual(await anchorsOf(council));
    }
    // Handed over, and the process ended before it could note that: the same message, so no second one.
    await tamper(app, council, 'delete from audit_anchor_mail');
    expect((await round()).filter((id) => id.startsWith(council.authorityId))).toHaveLength(2);
    expect(await mailsOf(council)).toHaveLength(2);
    expect((await round()).filter((id) => id.startsWith(council.authorityId))).toEqual([]);
    await app.get(AnchorRounds).mail(ids[0] ?? '');
    expect(await mailsOf(council)).toHaveLength(2);
  });

  test('that is refused is tried again on the next day, and not with every round', async () => {
    const council = await foundCouncil(app);
    const tried = async (): Promise<number> =>
      (await round()).filter((id) => id.startsWith(council.authorityId)).length;
    const refused = jest.spyOn(app.get(Outbox), 'send').mockRejectedValue(new MailRefused('address-refused'));
    expect([await tried(), await tried()]).toEqual([2, 0]);
    app.moveClockTo('2017-10-18T00:00');
    expect(await tried()).toBe(4);
    refused.mockRestore();
    app.moveClockTo('2017-10-19T00:00');
    await tried();
    expect(await mailsOf(council)).toHaveLength(6);
    expect(await tried()).toBe(0);
  });

  test('of an unknown chain, day or address is mailed to nobody', async () => {
    const before = (await app.get(Outbox).newest(1_000)).length;
    const council = await foundCouncil(app);
    const [id = ''] = (await round()).filter((one) => one.startsWith(council.authorityId));
    const [, day, key] = id.split('/');
    const mailed = (await app.get(Outbox).newest(1_000)).length;
    expect(mailed).toBe(before + 2);
    for (const [chain, on, to] of [
      [randomUUID(), day, key],
      [council.authorityId, '2016-01-01', key],
      [council.authorityId, day, 'aaaaaaaaaaaa'],
    ])
      await app.get(AnchorRounds).mail([chain, on, to].join('/'));
    expect((await app.get(Outbox).newest(1_000)).length).toBe(mailed);
  });

  test.each([
    'update audit_anchor set hash = hash',
    'delete from audit_anchor',
    'truncate audit_anchor cascade',
    'update audit_anchor_mail set to_address = to_address',
    'delete from audit_anchor_mail',
  ])('is changed by nobody: %s', async (statement) => {
    const council = await foundCouncil(app);
    const changing = council.inUnit((uow) => uow.manager.query(statement));
    await expect(changing).rejects.toThrow('permission denied');
    await expect(app.owner.query(statement)).rejects.toThrow('append-only');
  });
});

describe('a chain that was written anew and holds in itself', () => {
  /** Four events, of which three were there on the day of the anchor, and the anchor as it was mailed. */
  const anchored = async (): Promise<{ council: Council; mailed: KnownAnchor[] }> => {
    const council = await foundCouncil(app);
    await happens(council, 2);
    await round();
    const mailed = anchorsIn((await mailsOf(council))[0]?.body ?? '');
    await happens(council);
    return { council, mailed };
  };

  test('is found by the anchors that the database keeps', async () => {
    const { council } = await anchored();
    expect(await verified(council)).toMatchObject({ anchors: 1, events: 4, firstBroken: undefined });
    await rewriteFrom(app, council, 2);
    const [anchor] = await anchorsOf(council);
    expect((await verified(council)).firstBroken).toMatchObject({
      ...{ position: '3', sentence: `Event 3 is not the one that was anchored on ${anchor?.day}.` },
    });
  });

  test('anchors and all is found by an anchor that was mailed, and by nothing else', async () => {
    const { council, mailed } = await anchored();
    await rewriteFrom(app, council, 2);
    await tamper(
      app,
      council,
      `update audit_anchor a set hash = e.hash from audit_event e
       where e.authority_id = a.authority_id and e.position = a.position`,
    );
    expect(await verified(council)).toMatchObject({ anchors: 1, firstBroken: undefined });
    expect(await verified(council, mailed)).toMatchObject({ anchors: 2, firstBroken: { position: '3' } });
  });

  test('after the newest anchor is found by the next one that was there before, and not yet by this', async () => {
    const { council, mailed } = await anchored();
    await rewriteFrom(app, council, 4);
    expect((await verified(council, mailed)).firstBroken).toBeUndefined();
  });

  test('and cut off, head and anchors with it, is found by an anchor that was mailed', async () => {
    const { council, mailed } = await anchored();
    await tamper(
      app,
      council,
      ...['audit_anchor_mail', 'audit_anchor'].map((table) => `delete from ${table}`),
      ...['audit_payload', 'audit_event'].map((table) => `delete from ${table} where position > 2`),
      `update audit_head h set position = 2, hash = e.hash from audit_event e
       where e.authority_id = h.authority_id and e.position = 2`,
    );
    expect((await verified(council)).firstBroken).toBeUndefined();
    expect((await verified(council, mailed)).firstBroken).toMatchObject({
      ...{ position: '3', sentence: `The chain ends at 2, but it was anchored at 3 on ${mailed[0]?.day}.` },
    });
  });

  test('and taken away with its council is found by an anchor that was mailed', async () => {
    const gone = { authorityId: randomUUID(), day: '2017-10-16', position: '7', hash: 'ab'.repeat(32) };
    const found = await app.get(AuditVerifier).verify({ anchors: [gone] });
    expect(found.chains).toBe((await app.get(Audit).chains()).length + 1);
    expect(await app.get(AuditVerifier).verify({ only: [gone.authorityId], anchors: [gone] })).toMatchObject({
      firstBroken: { sentence: 'The chain ends at 0, but it was anchored at 7 on 2017-10-16.' },
    });
  });
});

test('an export holds no anchor beyond its last event, whatever happens while it is packed', async () => {
  const council = await foundCouncil(app);
  const exports = app.get(AuditExport);
  const range = await exports.begin(council.acting, {});
  if ('refused' in range) throw new Error(range.refused);
  await happens(council);
  await app.get(Anchors).anchorToday();
  const pieces: Uint8Array[] = [];
  for await (const piece of exports.zip(council.acting, range)) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  const told = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  expect(told('anchors.jsonl')).toBe('');
  expect(JSON.parse(told('export.json'))).toEqual({ chain: council.authorityId, first: '1', last: '2' });
  expect(await anchorsOf(council)).toMatchObject([{ position: '3' }]);
});

describe('the public pages of anchors', () => {
  test('tell anybody where each chain stood, and give the same to programs', async () => {
    const council = await foundCouncil(app);
    await round();
    const [anchor] = await anchorsOf(council);
    const list = await app.visitor().open('/anchors').expect(200);
    expect(list.text).toContain(`href="/anchors/${council.slug}"`);
    expect(mainText(list)).toContain('This installation');
    const one = mainText(await app.visitor().open(`/anchors/${council.slug}`).expect(200));
    expect(one).toContain(anchor?.hash);
    expect(one).toContain('event 1');
    const file = await app.visitor().open(`/anchors/${council.slug}.jsonl`).expect(200);
    expect(anchorsIn(file.text)).toEqual([anchor]);
    const installation = await app.visitor().open('/anchors/installation.jsonl').expect(200);
    expect(anchorsIn(installation.text)[0]?.authorityId).toBe(INSTALLATION);
  });

  test('of no council are not there', async () => {
    for (const path of ['/anchors/nowhere', '/anchors/nowhere.jsonl', '/anchors/installation.csv'])
      await app.visitor().open(path).expect(404);
  });

  test('go on over the days before', async () => {
    const council = await foundCouncil(app);
    for (let day = 10; day < 42; day += 1) {
      app.moveClockTo(
        `2018-${day < 32 ? '01' : '02'}-${`${day < 32 ? day : day - 31}`.padStart(2, '0')}T01:00`,
      );
      await app.get(Anchors).anchorToday();
    }
    const page = await app.visitor().open(`/anchors/${council.slug}`).expect(200);
    expect(mainText(page)).toContain('10 February 2018');
    expect(mainText(page)).not.toContain('10 January 2018');
    const older = await app.visitor().open(`/anchors/${council.slug}?before=2018-01-12`).expect(200);
    expect(mainText(older)).toContain('10 January 2018');
    expect(mainText(older)).not.toContain('12 January 2018');
    await app.visitor().open(`/anchors/${council.slug}?before=yesterday`).expect(200);
  });
});
