import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import request, { type Response } from 'supertest';
import { Clock } from '../../src/platform/clock/index.js';
import { Message } from '../../src/reminders/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sceneOfBriefings, type Scene } from '../support/briefed.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { NOTIFY_ENV, startNotifyServer, type NotifyServer } from '../support/notify-server.js';
import { reminded, type Reminded } from '../support/reminded.js';

const TOKEN = NOTIFY_ENV.NOTIFY_CALLBACK_TOKEN;
const INSTALLATION = '00000000-0000-0000-0000-000000000000';
const UNKNOWN = '11111111-2222-4333-8444-555555555555';

let notify: NotifyServer;
let app: TestApp;
let scene: Scene;
let told: Reminded;
/** A message that Notify took, and the name that Notify gave it. */
let id: string;
let providerId: string;
let people = 0;

beforeAll(async () => {
  notify = await startNotifyServer();
  app = await startApp({ env: { ...NOTIFY_ENV, NOTIFY_URL: notify.url } });
});
afterAll(async () => {
  await app.close();
  await notify.close();
});
beforeEach(async () => {
  app.moveClockTo('2017-05-08T09:00');
  scene = await sceneOfBriefings(app);
  told = reminded(app, scene.council);
  await scene.seat({ email: `notified-${++people}@council.example` });
  await told.plan();
  [id = ''] = await told.gather();
  await told.send(id);
  providerId = (await message()).providerId ?? '';
  app.moveClockTo('2017-05-08T09:05');
});
afterEach(() => {
  jest.restoreAllMocks();
});

const message = (): Promise<Message> =>
  scene.council.inUnit((uow) => uow.manager.findOneByOrFail(Message, { id }));
const change = (set: string): Promise<void> =>
  changeAsOwner(app, scene.council, `update message set ${set} where id = '${id}'`);
/** What Notify reports, as it is documented. */
const report = (more: object = {}): Record<string, unknown> => ({
  ...{ id: providerId, reference: id, to: 'notified@council.example', status: 'delivered' },
  ...{ created_at: '2017-05-08T08:00:01.123456Z', completed_at: '2017-05-08T08:00:09.000000Z' },
  ...{ sent_at: '2017-05-08T08:00:02.000000Z', notification_type: 'email' },
  ...{ template_id: NOTIFY_ENV.NOTIFY_TEMPLATE_ID, template_version: 1, ...more },
});
function call(body: unknown, authorization: string | undefined = `Bearer ${TOKEN}`): Promise<Response> {
  const sent = request(app.url).post('/callbacks/notify').type('json');
  if (authorization !== '') void sent.set('Authorization', authorization);
  return Promise.resolve(sent.send(typeof body === 'string' ? body : JSON.stringify(body)));
}
/** How often an action stands in the chain of this test’s council. */
const audited = (action: string): Promise<number> => scene.clerk.audited(action);
const refusals = async (): Promise<object[]> =>
  (
    await app.owner.query<{ payload: object }>(
      `select payload from audit_event join audit_payload using (authority_id, position)
       where authority_id = $1 and action = 'notify-callback.refused' order by position`,
      [INSTALLATION],
    )
  ).rows.map(({ payload }) => payload);

describe('a report that a message', () => {
  it('was delivered is kept, with the time and the event; twice is once', async () => {
    expect(notify.messages.at(-1)).toMatchObject({ id: providerId, reference: id });
    expect([(await call(report())).status, (await call(report())).status]).toEqual([204, 204]);
    expect(await message()).toMatchObject({
      ...{ delivery: 'delivered', deliveryAt: new Date('2017-05-08T08:05:00Z') },
      ...{ providerId, failedReason: null, tries: 0 },
    });
    expect((await message()).sentAt).not.toBeNull();
    expect([await audited('message.delivered'), await audited('message.bounced')]).toEqual([1, 0]);
  });

  it('cannot ever be delivered ends it, with the reason that officers see', async () => {
    const bounced = report({ status: 'permanent-failure' });
    expect([(await call(bounced)).status, (await call(bounced)).status]).toEqual([204, 204]);
    // What comes after the end changes nothing.
    expect((await call(report({ status: 'temporary-failure' }))).status).toBe(204);
    expect(await message()).toMatchObject({
      ...{ delivery: 'permanent-failure', failedReason: 'address-refused' },
      failedAt: new Date('2017-05-08T08:05:00Z'),
    });
    expect(await audited('message.bounced')).toBe(1);
    await told.send(id);
    expect(notify.messages.filter(({ reference }) => reference === id)).toHaveLength(1);
  });

  it.each(['temporary-failure', 'technical-failure'])(
    'came back in %s makes it go out again, under another name; the old report says nothing of that',
    async (status) => {
      Object.assign(notify.messages.at(-1) ?? {}, { status });
      expect((await call(report({ status }))).status).toBe(204);
      expect(await message()).toMatchObject({
        ...{ sentAt: null, providerId: null, delivery: null, lastError: status, failedReason: null },
      });
      expect((await call(report({ status }))).status).toBe(404);
      await told.send(id);
      const again = await message();
      expect(again.sentAt).not.toBeNull();
      expect([again.providerId === providerId, again.tries]).toEqual([false, 1]);
      expect((await call(report({ status }))).status).toBe(404);
      expect((await message()).sentAt).toEqual(again.sentAt);
      expect((await call(report({ id: again.providerId }))).status).toBe(204);
      expect((await message()).delivery).toBe('delivered');
      expect([await audited('message.bounced'), await audited('message.delivered')]).toEqual([1, 1]);
    },
  );

  it('came back after the fifth try gives it up, and not after the fourth', async () => {
    const back = report({ status: 'temporary-failure' });
    await change('tries = 4');
    await call(back);
    expect(await message()).toMatchObject({ sentAt: null, failedReason: null });
    await change(`tries = 5, sent_at = fixed_at, provider_id = '${providerId}'`);
    expect([(await call(back)).status, (await call(back)).status]).toEqual([204, 204]);
    expect(await message()).toMatchObject({ failedReason: 'given-up', lastError: 'temporary-failure' });
    expect((await message()).sentAt).not.toBeNull();
    expect(await audited('message.bounced')).toBe(2);
  });

  it('failed does not undo that it was delivered; that it was delivered undoes that it failed', async () => {
    await call(report({ status: 'permanent-failure' }));
    await call(report());
    expect(await message()).toMatchObject({ delivery: 'delivered', failedReason: null, failedAt: null });
    for (const status of ['permanent-failure', 'temporary-failure']) await call(report({ status }));
    expect(await message()).toMatchObject({ delivery: 'delivered', failedReason: null });
    expect((await message()).sentAt).not.toBeNull();
  });

  it('arrived, before its name was kept, is believed; that it failed is not needed', async () => {
    await change('provider_id = null, sent_at = null');
    expect((await call(report({ status: 'permanent-failure' }))).status).toBe(404);
    expect((await message()).failedReason).toBeNull();
    expect((await call(report())).status).toBe(204);
    expect(await message()).toMatchObject({ delivery: 'delivered', providerId });
    // The worker’s next round asks Notify first, and sends nothing twice.
    await told.send(id);
    expect(notify.messages.filter(({ reference }) => reference === id)).toHaveLength(1);
  });
});

describe('a callback is refused', () => {
  it.each([
    ['without a token', ''],
    ['with another token', `Bearer ${TOKEN.replace(/.$/, 'X')}`],
    ['with the beginning of the token', `Bearer ${TOKEN.slice(0, -1)}`],
    ['with the token and more', `Bearer ${TOKEN}x`],
    ['with the token in another scheme', `Basic ${TOKEN}`],
  ])('%s: 401, and nothing is changed', async (_, authorization) => {
    const answer = await call(report({ status: 'permanent-failure' }), authorization);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await message()).toMatchObject({ delivery: null, failedReason: null });
  });

  it('and that is audited: at once, then once a minute with how many there were, and with nothing of them', async () => {
    const clock = app.get(Clock);
    const later = (seconds: number): void => {
      const now = new Date(Date.now() + seconds * 1_000);
      jest.spyOn(clock, 'machineNow').mockReturnValue(now);
    };
    later(3_600);
    const forged = (): Promise<Response> =>
      call(report({ to: 'secret@council.example' }), 'Bearer wrong-token');
    const earlier = await refusals();
    await forged();
    const before = await refusals();
    expect(before).toHaveLength(earlier.length + 1);
    later(3_659);
    await Promise.all(Array.from({ length: 20 }, forged));
    expect(await refusals()).toHaveLength(before.length);
    later(3_661);
    expect((await forged()).status).toBe(401);
    const after = await refusals();
    expect(after.slice(before.length)).toEqual([{ refused: 21 }]);
    expect(JSON.stringify(after)).not.toMatch(/secret|wrong-token/);
  });

  it.each([
    ['of a message that nobody knows', { reference: UNKNOWN }],
    ['of a reference that is no key of ours', { reference: "x' or 1=1" }],
    ['of a message without a reference', { reference: null }],
    ['of another handing over', { id: UNKNOWN }],
  ])('%s: 404, and not audited', async (_, more) => {
    expect((await call(report(more))).status).toBe(404);
    expect([await audited('message.delivered'), (await message()).delivery]).toEqual([0, null]);
  });

  it('with a body that is none of Notify’s: 400, and nothing is changed', async () => {
    for (const body of [report({ status: 'sending' }), '[]', '"delivered"', '{"id": ', '']) {
      expect([body, (await call(body)).status]).toEqual([body, 400]);
    }
    expect((await message()).delivery).toBeNull();
  });

  it('when it comes as a form', async () => {
    const sent = request(app.url).post('/callbacks/notify').set('Authorization', `Bearer ${TOKEN}`);
    expect((await sent.type('form').send({ status: 'delivered' })).status).toBe(400);
  });
});

it('exactly this address needs no form token: its neighbours do', async () => {
  for (const path of [
    '/callbacks/notify/',
    '/CALLBACKS/notify',
    '/callbacks/notify/x',
    '/callbacks',
    '/sign-in',
  ]) {
    const sent = request(app.url).post(path).set('Authorization', `Bearer ${TOKEN}`);
    expect([path, (await sent.send(report())).status]).toEqual([path, 403]);
  }
  expect((await message()).delivery).toBeNull();
});

it('an installation that sends by Notify has no outbox, nor a link to it', async () => {
  expect((await app.visitor().open('/outbox')).status).toBe(404);
  expect((await app.visitor().open('/')).text).not.toContain('/outbox');
});

it('an installation without Notify has no such address', async () => {
  const other = await startApp();
  try {
    const sent = request(other.url).post('/callbacks/notify').set('Authorization', `Bearer ${TOKEN}`);
    expect((await sent.send(report())).status).toBe(404);
    expect((await other.visitor().open('/')).text).toContain('/outbox');
  } finally {
    await other.close();
  }
});
