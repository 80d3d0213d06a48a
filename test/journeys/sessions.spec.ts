import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '../../src/identity/index.js';
import { Limits } from '../../src/platform/limiting/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { formOf, mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;

beforeAll(async () => {
  // The tests speak for several places, as a proxy in front would.
  const env = { SESSION_IDLE_MINUTES: '30', SESSION_HOURS: '8', TRUSTED_PROXIES: 'loopback' };
  app = await startApp({ env });
});
afterAll(() => app.close());

const isIn = async (visitor: Visitor): Promise<boolean> =>
  (await visitor.open('/account/sessions')).status === 200;

/** What stands in the table of an account's sessions, the newest last. */
async function kept(accountId: string): Promise<{ sid: string; left: number }[]> {
  const { rows } = await app.owner.query<{ sid: string; left: number }>(
    `select sid, extract(epoch from expire - now())::float / 60 as left from session
     where account_id = $1 order by (sess #>> '{signedIn,at}')::bigint`,
    [accountId],
  );
  return rows;
}

/** As if the session had been begun earlier, or used last. */
async function age(accountId: string, by: { begun?: number; used?: number }): Promise<void> {
  await app.owner.query(
    `update session set
       sess = jsonb_set(sess::jsonb, '{signedIn,at}', to_jsonb((sess #>> '{signedIn,at}')::bigint - $2 * 60000))::json,
       expire = expire - $3 * interval '1 minute', last_used_at = last_used_at - $3 * interval '1 minute'
     where account_id = $1`,
    [accountId, by.begun ?? 0, by.used ?? 0],
  );
}

/** Until somebody in this database waits for a row that another transaction holds. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const { rows } = await app.owner.query<object>(
      `select from pg_locks waiting join pg_stat_activity activity using (pid)
       where not waiting.granted and activity.datname = current_database()`,
    );
    if (rows.length > 0) return;
  }
}

describe('a session', () => {
  it('has another id after signing in, and is kept under a digest that opens nothing', async () => {
    const accountId = await app.addPerson('rotated@council.example');
    const visitor = app.visitor();
    const before = String((await visitor.open('/sign-in')).headers['set-cookie']);
    const answer = await visitor.fill('/sign-in', { email: 'rotated@council.example', password: PASSWORD });
    const after = String(answer.headers['set-cookie']);
    const idOf = (cookie: string): string => /probity=s%3A([^.]+)\./.exec(cookie)?.[1] ?? '';
    expect([idOf(before).length, idOf(after).length]).toEqual([32, 32]);
    expect(idOf(after)).not.toBe(idOf(before));
    const [row] = await kept(accountId);
    expect(row?.sid).toMatch(/^[0-9a-f]{64}$/);
    expect(after).not.toContain(row?.sid);
  });

  it('ends when nobody has used it for the idle limit, and not just before', async () => {
    const accountId = await app.addPerson('idle@council.example');
    const visitor = await app.signIn('idle@council.example');
    expect((await kept(accountId))[0]?.left).toBeCloseTo(30, 0);
    await age(accountId, { used: 29 });
    expect(await isIn(visitor)).toBe(true);
    // Being used has made it last as long again.
    expect((await kept(accountId))[0]?.left).toBeCloseTo(30, 0);
    await age(accountId, { used: 31 });
    expect(await isIn(visitor)).toBe(false);
  });

  it('is written again when it was used half a minute ago, not before, and holds nothing of that', async () => {
    const accountId = await app.addPerson('reader@council.example');
    const visitor = await app.signIn('reader@council.example');
    await isIn(visitor);
    const ago = async (seconds: number): Promise<boolean> => {
      const where = `where account_id = $1 and last_used_at < now() - interval '10 seconds'`;
      const used = `update session set last_used_at = now() - $2 * interval '1 second' where account_id = $1`;
      await app.owner.query(used, [accountId, seconds]);
      await isIn(visitor);
      return (await app.owner.query<object>(`select from session ${where}`, [accountId])).rowCount === 0;
    };
    expect([await ago(25), await ago(31)]).toEqual([false, true]);
    const { rows } = await app.owner.query<{ sess: object }>(
      'select sess from session where account_id = $1',
      [accountId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sess).not.toHaveProperty('usedLately');
  });

  it('ends at its last hour, however busy, and is not made to reach beyond it', async () => {
    const accountId = await app.addPerson('busy@council.example');
    const visitor = await app.signIn('busy@council.example');
    await age(accountId, { begun: 8 * 60 - 10, used: 1 });
    expect(await isIn(visitor)).toBe(true);
    expect((await kept(accountId))[0]?.left).toBeCloseTo(10, 0);
    await age(accountId, { begun: 10 });
    expect(await isIn(visitor)).toBe(false);
    expect(await kept(accountId)).toEqual([]);
  });

  it('does not come back by a request that was under way when it was ended', async () => {
    const accountId = await app.addPerson('ended@council.example');
    const visitor = await app.signIn('ended@council.example');
    // The page prints a token into a session that has none yet, so the session is written at the end of the request.
    const client = await app.owner.connect();
    await client.query('begin');
    await client.query('delete from session where account_id = $1', [accountId]);
    const underWay = visitor.open('/account/sessions').then(({ status }) => status);
    await waitsForLock();
    await client.query('commit');
    client.release();
    expect(await underWay).toBe(200);
    expect(await kept(accountId)).toEqual([]);
    expect(await isIn(visitor)).toBe(false);
  });

  it('of an account that is disabled ends, and does not live again with it', async () => {
    const admin = await app.addPerson('root@council.example', { isAdministrator: true });
    const accountId = await app.addPerson('disabled@council.example');
    const visitor = await app.signIn('disabled@council.example');
    const actor = { kind: 'person', accountId: admin } as const;
    await app.get(Accounts).disable(accountId, actor);
    await app.get(Accounts).enable(accountId, actor);
    expect(await isIn(visitor)).toBe(false);
  });
});

describe('where somebody is signed in', () => {
  it('is shown with browser, time and way, and can be ended one by one or all at once', async () => {
    await app.addPerson('many@council.example');
    const here = app.visitor();
    await here.fill('/sign-in', { email: 'many@council.example', password: PASSWORD });
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => app.signIn('many@council.example')));
    if (one === undefined || two === undefined || three === undefined)
      throw new Error('Three were signed in.');
    const page = mainText(await here.open('/account/sessions'));
    expect(page.match(/with your password/g)).toHaveLength(4);
    expect(page).toContain('This one: A browser that we do not know');
    expect(page).not.toContain('127.0.0.1');

    const answer = await here.fill('/account/sessions', {}, { form: '/account/sessions/end"' });
    expect(mainText(await here.open(answer.headers.location ?? ''))).toContain('Signed in');
    const left = await Promise.all([one, two, three].map(isIn));
    expect(left.filter(Boolean)).toHaveLength(2);
    await here.fill('/account/sessions', {}, { form: 'end-others' });
    expect(await Promise.all([here, one, two, three].map(isIn))).toEqual([true, false, false, false]);
    const { rows } = await app.owner.query<{ payload: object }>(
      `select payload from audit_event join audit_payload using (authority_id, position)
       where action = 'account.sessions-ended' order by position`,
    );
    expect(rows.map(({ payload }) => payload)).toEqual([{ ended: 1 }, { ended: 2 }]);
  });

  it('is nobody else’s to end', async () => {
    const accountId = await app.addPerson('victim@council.example');
    await app.addPerson('other@council.example');
    const victim = await app.signIn('victim@council.example');
    const other = await app.signIn('other@council.example');
    await app.signIn('other@council.example');
    const form = formOf(await other.open('/account/sessions'), '/account/sessions/end"');
    const [{ sid } = { sid: '' }] = await kept(accountId);
    for (const session of [sid, 'nonsense', '\0']) {
      const answer = await other.send('/account/sessions/end', { ...form.hidden, session });
      expect(answer.headers.location).toBe('/account/sessions?done=gone');
    }
    expect(await isIn(victim)).toBe(true);
    expect((await other.send('/account/sessions/end-others', {})).status).toBe(403);
  });
});

describe('guessing at an account', () => {
  /** Wrong passwords from an address; the statuses of the answers. */
  async function guess(email: string, address: string, times: number): Promise<number[]> {
    const visitor = app.visitor();
    const { hidden } = formOf(await visitor.open('/sign-in'));
    const statuses: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const sent = visitor.send('/sign-in', { ...hidden, email, password: 'wrong' }, address);
      statuses.push((await sent).status);
    }
    return statuses;
  }

  it('is borne ten times from one place, and does not keep the owner out elsewhere', async () => {
    await app.addPerson('guessed@council.example');
    const statuses = await guess('guessed@council.example', '192.0.2.1', 11);
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429]);
    // A device that nobody knows, in another place.
    await app.signIn('guessed@council.example');
  });

  it('from many places keeps strangers’ devices out for an hour, and never the one that the owner has used', async () => {
    const email = 'attacked@council.example';
    await app.addPerson(email);
    const own = await app.signIn(email);
    await own.fill('/sign-out', {});
    // As many as a hundred guesses from a thousand places have counted.
    const account = app.get(Limits).limiter({ name: 'sign-in-account', points: 100, seconds: 3_600 });
    expect(await account.spend(email, 99)).toEqual({ left: 1 });
    await app.signIn(email);
    expect(await account.spend(email, 1)).toEqual({ left: 0 });
    const stranger = await app.visitor().fill('/sign-in', { email, password: PASSWORD });
    expect(stranger.status).toBe(429);
    expect((await own.fill('/sign-in', { email, password: PASSWORD })).status).toBe(303);
    await own.fill('/sign-out', {});
    // A device has ten of its own, and is then as any other.
    for (let n = 0; n < 10; n += 1) {
      expect((await own.fill('/sign-in', { email, password: 'wrong' })).status).toBe(400);
    }
    expect((await own.fill('/sign-in', { email, password: PASSWORD })).status).toBe(429);
  });

  it('from one place is borne three hundred times, at whatever accounts, and asking for links a hundred times', async () => {
    const limits = app.get(Limits);
    // The whole network of an IPv6 address is one place.
    const signIns = limits.limiter({ name: 'sign-in-place', points: 300, seconds: 900 });
    expect(await signIns.spend('2001:db8:7:1::/64', 299)).toEqual({ left: 1 });
    expect(await guess('one@elsewhere.example', '2001:db8:7:1::a', 1)).toEqual([400]);
    expect(await guess('two@elsewhere.example', '2001:db8:7:1:f::b', 1)).toEqual([429]);
    expect(await guess('two@elsewhere.example', '2001:db8:7:2::b', 1)).toEqual([400]);

    const links = limits.limiter({ name: 'link-place', points: 100, seconds: 3_600 });
    expect(await links.spend('2001:db8:7:1::/64', 99)).toEqual({ left: 1 });
    const visitor = app.visitor();
    const { hidden } = formOf(await visitor.open('/forgotten-password'));
    const ask = async (from: string): Promise<number> =>
      (await visitor.send('/forgotten-password', { ...hidden, email: 'x@elsewhere.example' }, from)).status;
    expect(await ask('2001:db8:7:1::a')).toBe(200);
    expect(await ask('2001:db8:7:1:f::b')).toBe(429);
    expect(await ask('2001:db8:7:2::b')).toBe(200);
  });

  it('is not quicker for many at once, and is counted for all web processes together', async () => {
    const email = 'at-once@council.example';
    await app.addPerson(email);
    const visitor = app.visitor();
    const { hidden } = formOf(await visitor.open('/sign-in'));
    const statuses = await Promise.all(
      Array.from({ length: 14 }, async () => {
        const sent = visitor.send('/sign-in', { ...hidden, email, password: 'wrong' }, '192.0.2.77');
        return (await sent).status;
      }),
    );
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
    const { rows } = await app.owner.query<{ key: string }>('select key from rate_limit');
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

it('a limit refuses the first beyond it, says how long, and begins anew when its time is over or it is cleared', async () => {
  const key = randomUUID();
  const limiter = app.get(Limits).limiter({ name: 'test', points: 2, seconds: 600 });
  expect([await limiter.spend(key), await limiter.spend(key)]).toEqual([{ left: 1 }, { left: 0 }]);
  expect(await limiter.spend(key)).toMatchObject({ refused: 'too-many', seconds: expect.any(Number) });
  expect(await limiter.spend(`${key} of another`)).toEqual({ left: 1 });
  await app.owner.query(`update rate_limit set expire = expire - 601000 where key like 'test:%'`);
  expect(await limiter.spend(key)).toEqual({ left: 1 });
  await limiter.clear(key);
  expect(await limiter.spend(key)).toEqual({ left: 1 });
});
