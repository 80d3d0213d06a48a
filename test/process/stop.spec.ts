import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ProbityProcess } from './probity-process.js';

const TOKEN = 'x'.repeat(32);

let database: TestDatabase;
let owner: pg.Pool;
let one: ProbityProcess;
let other: ProbityProcess;
let urls: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  // As on a new machine: no table is there yet.
  await owner.query('drop schema public cascade; drop schema bullmq cascade; create schema public');
  const env = {
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, NODE_ENV: 'production' },
    ...{ SESSION_SECRET: 's'.repeat(32), PROBITY_KEYS: `k1:${randomBytes(32).toString('base64')}` },
    ...{ SMTP_URL: 'smtp://127.0.0.1:9', PROBITY_PROCESS: 'web' },
  };
  one = new ProbityProcess({ ...env, METRICS_TOKEN: TOKEN });
  other = new ProbityProcess(env);
  urls = await Promise.all([one.ready(), other.ready()]);
}, 120_000);
afterAll(async () => {
  one.kill();
  other.kill();
  await Promise.all([one.ended(), other.ended(), owner.end()]);
  await database.drop();
});

/** A form of which the second half is still to come. */
async function halfSent(url: string): Promise<{ socket: Socket; finish(): Promise<string> }> {
  const body = `email=${'a'.repeat(50)}%40example.org&password=nothing`;
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: probity\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
  );
  // One answer from the same server: what was written before has been read by then.
  await fetch(`${url}/health/live`);
  const finish = async (): Promise<string> => {
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.write(body.slice(20));
    await once(socket, 'close');
    return answer;
  };
  return { socket, finish };
}

const ready = async (url: string): Promise<number> =>
  fetch(`${url}/health/ready`).then(
    (answer) => answer.status,
    () => 0,
  );

describe('two web processes that begin at once on an empty database', () => {
  it('migrate it once, and both are ready', async () => {
    const { rows } = await owner.query<{ name: string; times: number }>(
      'select name, count(*)::int as times from migration group by 1',
    );
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    expect(rows.length).toBeGreaterThan(15);
    for (const url of urls) expect(await ready(url)).toBe(200);
  });

  it('tell their metrics to whoever may read them, by the pattern of an address and never the address', async () => {
    const [tokened = '', here = ''] = urls;
    await fetch(`${here}/register/of-nowhere/5f0c9a60-0000-4000-8000-000000000000`);
    await fetch(`${here}/rulebook`);
    const read = async (url: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/metrics`, { headers }).then(async (answer) => ({
        status: answer.status,
        text: await answer.text(),
      }));
    expect((await read(tokened)).status).toBe(404);
    expect((await read(tokened, { authorization: `Bearer ${TOKEN}x` })).status).toBe(404);
    expect((await read(tokened, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    // Passed on by a proxy on this machine: it was somebody else who asked.
    expect((await read(here, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
    await remindLate();
    const { status, text } = await read(here);
    expect(status).toBe(200);
    expect(text).toMatch(
      /^probity_http_request_duration_seconds_count\{route="\/rulebook",method="GET",status="200"\} 1$/m,
    );
    expect(text).not.toContain('5f0c9a60');
    expect(text).not.toContain('of-nowhere');
    expect(text).toMatch(/^probity_reminders_late 1$/m);
    expect(text).toMatch(/^probity_duties_overdue 1$/m);
    expect(text).toMatch(/^probity_messages_unsent 0$/m);
    expect(text).toMatch(/^probity_queue_jobs\{state="waiting"\} 0$/m);
    expect(text).toMatch(/^probity_queue_oldest_waiting_seconds 0$/m);
    expect(Number(/^probity_reminders_oldest_late_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThan(3_500);
    expect(text).toMatch(/^probity_database_connections\{state="open"\} [1-9]/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it('on SIGTERM: not ready any more, then no new connection, and the request in flight is answered', async () => {
    const [url = ''] = urls;
    const slow = await halfSent(url);
    const stopped = one.stop('SIGTERM');
    const seen = new Set<number>();
    for (let status = 200; status !== 0; status = await ready(url)) {
      seen.add(status);
      await pause(100);
    }
    // It said no while it still listened.
    expect([...seen]).toEqual([200, 503]);
    expect(await slow.finish()).toMatch(/^HTTP\/1\.1 \d{3} .*<\/html>/s);
    await expect(stopped).resolves.toBe(0);
    expect(one.output).not.toContain('"level":50');
  }, 60_000);

  it('on a second signal: at once, whatever is under way', async () => {
    const [, url = ''] = urls;
    const slow = await halfSent(url);
    const stopped = other.stop('SIGTERM');
    // The same signal twice in a moment, as npm gives it, is one.
    await pause(1_300);
    void other.stop('SIGTERM');
    await expect(stopped).resolves.toBe(1);
    expect(other.output).toContain('Stopped at once, with work under way.');
    slow.socket.destroy();
  }, 60_000);
});

/** A reminder that should have gone an hour ago, of a duty that is open after its last day; and one that is not due. */
async function remindLate(): Promise<void> {
  const id = '00000000-0000-4000-8000-000000000001';
  await owner.query(`
    begin;
    select set_config('probity.authority_ids', '{${id}}', true);
    insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
      values ('${id}', 'wyre', 'Wyre', 'district', 'england', true, now());
    insert into member (authority_id, id, name) values ('${id}', '${id}', 'Ann');
    insert into reminder (authority_id, id, member_id, rule, subject, step, edition, due_at, state, planned_at)
      select '${id}', gen_random_uuid(), '${id}', 's30', 'term', step, 'e', due, 'planned', now()
      from (values ('week-1-after', now() - interval '1 hour'), ('day-21', now() + interval '1 hour')) as told(step, due);
    commit`);
}
