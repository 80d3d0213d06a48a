import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook as Verifier } from 'standardwebhooks';
import { Audit } from '../../src/audit/index.js';
import {
  WebhookDeliveries,
  Webhooks,
  WebhookSending,
  WEBHOOK_TOPICS,
  type DeliveryState,
  type WebhookTopic,
} from '../../src/exchange/index.js';
import { Roles } from '../../src/identity/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Clock } from '../../src/platform/clock/index.js';
import { CONFIG, type Config } from '../../src/platform/config/index.js';
import { Poster } from '../../src/platform/fetching/index.js';
import { JobQueue } from '../../src/platform/queue/index.js';
import { Sealer } from '../../src/platform/sealing/index.js';
import { Notifications, Register, type InterestDetails } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';
import { startWebhookReceiver, type Arrived, type WebhookReceiver } from '../support/webhook-receiver.js';

const ADDRESS = '4 Zanderwick Lane';
const LAND: InterestDetails = {
  ...{ category: 'land', natureOfInterest: 'Owner', gives: 'occupation' },
  ...{ address: ADDRESS, inArea: true },
};

let app: TestApp;
let clerk: Clerk;
let receiver: WebhookReceiver;
let webhooks: Webhooks;
let ann: SignedMember;
/** Of the webhook that is told in the test at hand. */
let hook: { readonly id: string; readonly secret: string };

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  app = await startApp();
  webhooks = new Webhooks(app.get(Audit), app.get(Clock), new Poster(receiver.reach), app.get(Sealer));
  clerk = await clerkOfNewCouncil(app);
  ann = await addMember(app, clerk.council, 'ann@example.org', { on: '2017-05-08' });
});
afterAll(async () => {
  await app.close();
  await receiver.close();
});

/** A worker that reaches the receiver, and nothing else. */
const worker = (reach = receiver.reach): WebhookSending =>
  new WebhookSending(
    ...([app.get(Audit), app.get(Clock), app.get<Config>(CONFIG as never), app.database] as const),
    ...([new Poster(reach), app.get(JobQueue), webhooks] as const),
  );

async function told(...topics: readonly WebhookTopic[]): Promise<void> {
  await clerk.council.inUnit(async (uow) => {
    for (const { id } of await webhooks.list(uow)) done(await webhooks.remove(uow, id));
    hook = done(await webhooks.register(uow, { url: receiver.url, topics }));
  });
  receiver.arrived.length = 0;
  receiver.answer();
}

/** Sends what is due. Gives what arrived. */
async function sent(by = worker()): Promise<Arrived[]> {
  const from = receiver.arrived.length;
  for (const job of (await by.due()).sort()) await by.send(job);
  return receiver.arrived.slice(from);
}

interface Body {
  readonly type: string;
  readonly data: {
    readonly sequence: number;
    readonly meeting?: { readonly id: string };
    readonly member?: { readonly id: string; readonly href: string };
    readonly entry?: { readonly id: string };
  };
}
const bodies = (arrived: readonly Arrived[]): Body[] =>
  arrived
    .map(({ body }) => JSON.parse(body) as Body)
    .sort((one, other) => one.data.sequence - other.data.sequence);
const types = (arrived: readonly Arrived[]): string[] => bodies(arrived).map(({ type }) => type);

/** Lets the pause before the next try be over. */
const later = (): Promise<unknown> =>
  clerk.council.inUnit((uow) =>
    uow.manager.query(
      `update webhook_delivery set next_at = now() - interval '1 second' where state = 'waiting'`,
    ),
  );
const states = async (): Promise<Record<DeliveryState, number> | undefined> =>
  clerk.council.inUnit(async (uow) => (await app.get(WebhookDeliveries).counts(uow)).get(hook.id));
const deliveries = () => clerk.council.inUnit((uow) => app.get(WebhookDeliveries).newest(uow, hook.id, 50));
const cancel = (id: string): Promise<unknown> =>
  clerk.council.inUnit(async (uow) => done(await app.get(Meetings).cancel(uow, id)));

/** A meeting that nothing has been told of. */
let days = 1;
const newMeeting = async (): Promise<string> => {
  const meetsOn = `2017-11-${String(++days).padStart(2, '0')}` as never;
  return (await clerk.saved(agendaAbout(`Lane ${days}`), { meetsOn })).meetingId;
};

describe('what is told', () => {
  it('agendas and meetings, each to whoever asked for it, in the order of their sequence', async () => {
    await told('agendas', 'meetings');
    const { meetingId } = await clerk.saved(agendaAbout('Mill Lane'));
    await clerk.saved(agendaAbout('Kiln Lane'));
    await clerk.saved(agendaAbout('Pond Lane'), { venue: 'Guildhall' });
    await cancel(meetingId);
    const arrived = await sent();
    expect(types(arrived)).toEqual([
      ...['agenda.published', 'agenda.revised'],
      // The venue is written before the agenda is.
      ...['meeting.changed', 'agenda.revised', 'meeting.cancelled'],
    ]);
    expect(new Set(bodies(arrived).map(({ data }) => data.meeting?.id))).toEqual(new Set([meetingId]));
    expect(await states()).toEqual({ waiting: 0, delivered: 5, dead: 0 });
    expect(await sent()).toEqual([]);

    await told('meetings');
    await newMeeting();
    expect(await sent()).toEqual([]);
  });

  it('a change that is rolled back is told to nobody, and one of another council neither', async () => {
    await told(...WEBHOOK_TOPICS);
    const id = await newMeeting();
    await sent();
    const broken = clerk.council.inUnit(async (uow) => {
      done(await app.get(Meetings).cancel(uow, id));
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    const other = await clerkOfNewCouncil(app);
    await other.saved(agendaAbout('Far Lane'));
    expect(await sent()).toEqual([]);
  });

  it('an entry that is published and changed, by its id; and never a word of it', async () => {
    await told('register');
    const answers = { 'land/self': { answer: 'entries', interests: [LAND] } } as const;
    const first = await notify(app, clerk.council, { ...ann, answers });
    await clerk.council.inUnit(async (uow) => done(await app.get(Register).enter(uow, first)));
    const published = await sent();
    expect(types(published)).toEqual(['register.published']);
    const [{ data }] = bodies(published) as [Body];
    expect(data.member?.href).toMatch(new RegExp(`/register/${clerk.council.slug}/${ann.memberId}$`));
    app.moveClockTo('2017-10-17T09:00');
    await changeTo({ ...LAND, natureOfInterest: 'Tenant' });
    const changed = await sent();
    expect(types(changed)).toEqual(['register.changed']);
    expect(bodies(changed)[0]?.data.entry).toEqual(data.entry);
    for (const { body } of [...published, ...changed])
      expect(body).not.toMatch(/zanderwick|ann|owner|tenant/i);
  });

  it('of what is withheld neither the entry nor its kind, also when what was told before is sent again', async () => {
    const { rows } = await app.owner.query<{ id: string; thing: string }>(
      `select id, thing_id as thing from register_entry where member_id = $1 and ended_on is null and category = 'land'`,
      [ann.memberId],
    );
    const [entry] = rows;
    await agreeSensitive(app, clerk.council, { ...ann, entryId: entry?.id ?? '' });
    const arrived = await sent();
    expect(types(arrived)).toEqual(['register.changed']);
    await clerk.council.inUnit((uow) =>
      app.get(WebhookDeliveries).replaySince(uow, hook.id, new Date('2017-01-01T00:00:00Z')),
    );
    const again = await sent();
    expect(again.length).toBeGreaterThan(2);
    for (const { body } of [...arrived, ...again]) expect(body).not.toContain(entry?.thing ?? 'none');
    expect(new Set(types(again))).toEqual(new Set(['register.changed']));
  });

  /** The member tells a change of their land, and it is entered. */
  async function changeTo(details: InterestDetails): Promise<void> {
    const { rows } = await app.owner.query<{ id: string }>(
      `select id from register_entry where member_id = $1 and ended_on is null and category = 'land'`,
      [ann.memberId],
    );
    const acting = { ...clerk.council.acting, actor: { kind: 'person', accountId: ann.accountId } } as const;
    const told = { act: 'change', aboutEntryId: rows[0]?.id ?? '', heldBy: 'self', details } as const;
    const { id } = await app.database.unitOfWork(acting, (uow) =>
      app.get(Notifications).receiveChange(uow, ann.memberId, told),
    );
    await clerk.council.inUnit(async (uow) => done(await app.get(Register).enter(uow, id)));
  }
});

describe('how it is told', () => {
  let meetingId: string;
  beforeEach(async () => {
    meetingId = await newMeeting();
    await told('meetings');
    await cancel(meetingId);
  });

  it('signed, as another program’s library of Standard Webhooks verifies; and one that was changed is refused', async () => {
    const [{ headers, body, path }] = (await sent()) as [Arrived];
    const verifier = new Verifier(hook.secret);
    const given = headers as Record<string, string>;
    expect(verifier.verify(body, given)).toMatchObject({ type: 'meeting.cancelled' });
    expect(path).toBe('/hook');
    expect(() => verifier.verify(body.replace('cancelled', 'changed'), given)).toThrow();
    expect(() => new Verifier(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, given)).toThrow();
  });

  it('by the queue, which carries ids alone, and one job however often it is found', async () => {
    for (let round = 0; round < 2; round += 1) await app.get(WebhookSending).run();
    const { rows } = await app.owner.query<{ data: unknown }>(
      `select data from bullmq.job where name = 'webhook.send'`,
    );
    const [{ delivery }] = (await deliveries()) as [Awaited<ReturnType<typeof deliveries>>[number]];
    expect(rows.map(({ data }) => data)).toEqual([{ id: `${clerk.council.authorityId}/${delivery.id}` }]);
    await sent();
  });

  it('with both secrets for a day after one is changed, and then with the new one alone', async () => {
    const former = hook.secret;
    const { secret } = await clerk.council.inUnit(async (uow) => done(await webhooks.rotate(uow, hook.id)));
    const [{ headers, body }] = (await sent()) as [Arrived];
    for (const one of [former, secret])
      expect(new Verifier(one).verify(body, headers as Record<string, string>)).toBeDefined();
    await clerk.council.inUnit((uow) =>
      uow.manager.query(`update webhook set former_until = now() where id = '${hook.id}'`),
    );
    await replayAll();
    const [again] = (await sent()) as [Arrived];
    expect(() => new Verifier(former).verify(again.body, again.headers as Record<string, string>)).toThrow();
    expect(new Verifier(secret).verify(again.body, again.headers as Record<string, string>)).toBeDefined();
    const { rows } = await app.owner.query<{ found: string }>('select w::text as found from webhook w');
    expect(rows.filter(({ found }) => found.includes('whsec_') || found.includes(secret.slice(6)))).toEqual(
      [],
    );
  });

  it.each([
    ['an error of the server', 500, 500, null],
    ['no answer', 'silence', null, 'took-too-long'],
    ['a redirect, which is not followed', 302, 302, 'redirected'],
  ] as const)('again with the same id after %s, and not before its time', async (_, status, kept, error) => {
    receiver.answer(status);
    const [first] = (await sent()) as [Arrived];
    const [{ delivery }] = (await deliveries()) as [Awaited<ReturnType<typeof deliveries>>[number]];
    expect([delivery.state, delivery.tries, delivery.lastStatus, delivery.lastError]).toEqual([
      ...['waiting', 1, kept, error],
    ]);
    expect(await sent()).toEqual([]);
    await later();
    const again = await sent();
    expect(again.map(({ headers, path }) => [headers['webhook-id'], path])).toEqual([
      [first.headers['webhook-id'], '/hook'],
    ]);
    expect(await states()).toEqual({ waiting: 0, delivered: 1, dead: 0 });
  });

  it('no longer after five days; the officer is shown it, and sends it again', async () => {
    const officer = await officerOf();
    receiver.answer(500, 500);
    const [first] = (await sent()) as [Arrived];
    await clerk.council.inUnit((uow) =>
      uow.manager.query(
        `update webhook_delivery set owed_since = now() - interval '5 days' where state = 'waiting'`,
      ),
    );
    await later();
    await sent();
    expect(await states()).toEqual({ waiting: 0, delivered: 0, dead: 1 });
    expect(await clerk.audited('webhook.given-up')).toBe(1);
    await later();
    expect(await sent()).toEqual([]);
    expect(mainText(await officer.open('/officer/webhooks'))).toContain(
      'Given up 1, to be sent again by you',
    );
    const page = `/officer/webhooks/${hook.id}`;
    expect(mainText(await officer.open(page))).toContain('The server answered 500');
    expect((await officer.fill(page, {}, { form: '/deliveries/' })).status).toBe(303);
    const [again] = (await sent()) as [Arrived];
    expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(again.body).toBe(first.body);
    expect(await states()).toEqual({ waiting: 0, delivered: 1, dead: 0 });
  });

  it('again with the same id when a worker dies between sending and saving, and by one worker at a time', async () => {
    await app.owner.query(`
      create function dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger dies before update on webhook_delivery for each row
        when (new.state = 'delivered') execute function dies();`);
    const [job = ''] = await worker().due();
    await expect(worker().send(job)).rejects.toThrow('killed');
    await app.owner.query('drop function dies() cascade');
    // Its turn is not over, so no other worker sends it; then it is.
    await worker().send(job);
    expect(receiver.arrived).toHaveLength(1);
    await later();
    await Promise.all([worker().send(job), worker().send(job)]);
    expect(receiver.arrived.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array(2).fill(job.split('/')[1]),
    );
    expect(await states()).toEqual({ waiting: 0, delivered: 1, dead: 0 });
  });

  it('to nobody inside a network, whatever a name leads to by then, and to nobody who was removed', async () => {
    const inside = { ...receiver.reach, allows: (address: string) => address !== '127.0.0.1' };
    expect(await sent(worker(inside))).toEqual([]);
    expect((await deliveries())[0]?.delivery.lastError).toBe('inside-the-network');
    await clerk.council.inUnit(async (uow) => done(await webhooks.remove(uow, hook.id)));
    await later();
    expect(await sent()).toEqual([]);
    expect(await states()).toEqual({ waiting: 0, delivered: 0, dead: 1 });
  });

  const replayAll = (): Promise<number> =>
    clerk.council.inUnit((uow) =>
      app.get(WebhookDeliveries).replaySince(uow, hook.id, new Date('2017-01-01T00:00:00Z')),
    );
});

describe('the officer’s pages', () => {
  let officer: Visitor;
  beforeAll(async () => {
    officer = await officerOf();
  });

  it.each([
    ['http://hooks.example.org/', 'must begin with https'],
    ['https://127.0.0.1/', 'leads inside a network'],
    ['https://[::ffff:10.0.0.1]/', 'leads inside a network'],
    ['https://169.254.169.254/latest', 'leads inside a network'],
    ['https://93.184.216.34:8443/', 'must have no port'],
    ['https://a:b@93.184.216.34/', 'no name or password'],
    ['nothing', 'Enter a web address'],
  ])('refuse %s, and keep it in the form', async (url, because) => {
    const answer = await officer.fill('/officer/webhooks/new', { url, topics: 'agendas' });
    expect([answer.status, mainText(answer).includes(because)]).toEqual([400, true]);
    expect(formOf(answer).action).toBeUndefined();
    expect(answer.text).toContain(`value="${url}"`);
  });

  it('tell the secret once, send again from a day on, and are another council’s to nobody', async () => {
    const url = 'https://93.184.216.34/hook';
    const made = await officer.fill('/officer/webhooks/new', { url, topics: ['agendas', 'register'] });
    const secret = /whsec_[A-Za-z0-9+/=]+/.exec(made.text)?.[0];
    expect([made.status, made.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(secret).toBeDefined();
    const page = /\/officer\/webhooks\/[0-9a-f-]{36}/.exec(made.text)?.[0] ?? '';
    for (const path of ['/officer/webhooks', page])
      expect((await officer.open(path)).text).not.toContain('whsec_');
    expect((await officer.fill('/officer/webhooks/new', { url, topics: 'agendas' })).status).toBe(400);
    const blank = await officer.fill(page, {}, { form: '/replay' });
    expect([blank.status, mainText(blank).includes('Enter the day')]).toEqual([400, true]);
    const since = { 'since-day': '1', 'since-month': '1', 'since-year': '2020' };
    expect((await officer.fill(page, since, { form: '/replay' })).headers.location).toBe(`${page}?again=0`);

    const theirs = await officerOf(await foundCouncil(app));
    expect((await theirs.open(page)).status).toBe(404);
    const { hidden } = formOf(await theirs.open('/officer/webhooks/new'));
    for (const act of ['remove', 'secret', 'replay'])
      expect((await theirs.send(`${page}/${act}`, { ...hidden, ...since })).status).toBe(404);
    expect((await officer.fill(page, {}, { form: '/remove' })).status).toBe(303);
    expect((await officer.open(page)).status).toBe(404);
  });
});

let officers = 0;
async function officerOf(council: Council = clerk.council): Promise<Visitor> {
  const email = `officer-${++officers}@example.org`;
  const accountId = await app.addPerson(email);
  await council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' }),
  );
  return app.signIn(email);
}
