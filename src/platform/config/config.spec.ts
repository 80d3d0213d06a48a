import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigurationRefused, readConfig } from './index.js';

type Environment = Readonly<Record<string, string>>;

/** The sentences with which an environment is refused; none when it is accepted. */
function refusals(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationRefused) return error.sentences;
    throw error;
  }
}

const EXTERNAL = {
  DATABASE_URL: 'postgres://app@db/probity',
  DATABASE_OWNER_URL: 'postgres://owner@db/probity',
};
const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: 's'.repeat(32),
  PROBITY_KEYS: 'k1:not-read-here',
  SMTP_URL: 'smtp://mail.example:587',
};
const NOTIFY = {
  NOTIFY_API_KEY: 'council-live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
  NOTIFY_TEMPLATE_ID: '217a419e-6a7d-482a-9596-718b889dffce',
  NOTIFY_CALLBACK_TOKEN: 't'.repeat(32),
};

describe('what nobody gave', () => {
  test('is the development installation on this machine alone', () => {
    expect(readConfig({})).toEqual({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: resolve('data'),
      database: { kind: 'embedded' },
      redisUrl: undefined,
      smtpUrl: undefined,
      notify: undefined,
      mailFrom: 'Probity <probity@localhost>',
      accessibilityContact: undefined,
      auditAnchorTo: [],
      keys: undefined,
      backupKey: undefined,
      metricsToken: undefined,
      sessionSecret: undefined,
      sessionIdleMinutes: 60,
      sessionHours: 12,
      stepUpMinutes: 60,
      apiRequestsPerMinute: 600,
      requestsPerMinute: 6_000,
      secondStep: 'nobody',
      securityContact: undefined,
      trustedProxies: [],
      oidc: [],
      clock: { kind: 'machine' },
      runsWeb: true,
      runsWorker: true,
      logLevel: 'info',
    });
  });

  test('an empty value is not given', () => {
    const empty = { PORT: '', DATABASE_URL: ' ', REDIS_URL: '', PROBITY_CLOCK: '', LOG_LEVEL: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('each setting is read', () => {
  test('the address of people follows the one listened on, in brackets for IPv6, without a slash at its end', () => {
    expect(readConfig({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
    expect(readConfig({ PUBLIC_URL: 'https://probity.example/x//' }).publicUrl).toBe(
      'https://probity.example/x',
    );
  });

  test('the owner of an external database is its application role unless somebody else is given', () => {
    const { DATABASE_URL, DATABASE_OWNER_URL } = EXTERNAL;
    const alone = readConfig({ DATABASE_URL }).database;
    expect(alone).toEqual({ kind: 'external', url: DATABASE_URL, ownerUrl: DATABASE_URL });
    const both = readConfig(EXTERNAL).database;
    expect(both).toEqual({ kind: 'external', url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL });
  });

  test.each([
    ['all', true, true],
    ['web', true, false],
    ['worker', false, true],
  ])('a process that is "%s"', (PROBITY_PROCESS, runsWeb, runsWorker) => {
    expect(readConfig({ ...EXTERNAL, PROBITY_PROCESS })).toMatchObject({ runsWeb, runsWorker });
  });

  test('the clock starts elsewhere, or follows a file by its whole path', () => {
    const clock = (PROBITY_CLOCK: string): unknown => readConfig({ PROBITY_CLOCK }).clock;
    expect(clock('2017-10-16T09:00')).toEqual({ kind: 'starts-at', londonTime: '2017-10-16T09:00' });
    expect(clock('2024-02-29T23:59:59')).toEqual({ kind: 'starts-at', londonTime: '2024-02-29T23:59:59' });
    expect(clock('file:/tmp/now')).toEqual({ kind: 'file', path: '/tmp/now' });
    expect(clock('file:now')).toEqual({ kind: 'file', path: resolve('now') });
  });

  test('the lowest and the highest port, and both kinds of Redis and mail server', () => {
    expect([readConfig({ PORT: '0' }).port, readConfig({ PORT: '65535' }).port]).toEqual([0, 65_535]);
    for (const REDIS_URL of ['redis://r:6379', 'rediss://r'])
      expect(readConfig({ REDIS_URL })).toMatchObject({ redisUrl: REDIS_URL });
    for (const SMTP_URL of ['smtp://m:25', 'smtps://m'])
      expect(readConfig({ SMTP_URL })).toMatchObject({ smtpUrl: SMTP_URL });
  });

  test('GOV.UK Notify with what belongs to it, at its own address unless another is given', () => {
    const { NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_ID: templateId, NOTIFY_CALLBACK_TOKEN } = NOTIFY;
    const url = 'https://api.notifications.service.gov.uk';
    const setting = { url, apiKey, templateId, callbackToken: NOTIFY_CALLBACK_TOKEN };
    expect(readConfig(NOTIFY).notify).toEqual(setting);
    const there = { ...NOTIFY, NOTIFY_URL: 'http://127.0.0.1:6011/' };
    expect(readConfig(there).notify).toEqual({ ...setting, url: 'http://127.0.0.1:6011' });
  });
});

describe('a start is refused in a sentence', () => {
  const clockSentence = (text: string): string =>
    `PROBITY_CLOCK must be a London time such as 2017-10-16T09:00, or file:PATH, not "${text}".`;
  const split = (process: string): string =>
    `PROBITY_PROCESS=${process} needs DATABASE_URL: one process owns the embedded database, so web and worker cannot be split on it.`;
  const cases: readonly (readonly [string, Environment, string])[] = [
    [
      'a name of ours that is no setting',
      { PROBITY_CLOK: 'x' },
      'PROBITY_CLOK is not a setting of Probity. Check its spelling.',
    ],
    [
      'a port above the highest',
      { PORT: '65536' },
      'PORT must be a whole number from 0 to 65535, not "65536".',
    ],
    ['a port that is no number', { PORT: '3e3' }, 'PORT must be a whole number from 0 to 65535, not "3e3".'],
    ['a port below nothing', { PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
    [
      'a public address without http',
      { PUBLIC_URL: 'ftp://x' },
      'PUBLIC_URL must be an address that starts with http:// or https://.',
    ],
    [
      'a database that is not PostgreSQL',
      { DATABASE_URL: 'mysql://x/y' },
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://.',
    ],
    [
      'an owner that is not PostgreSQL',
      { ...EXTERNAL, DATABASE_OWNER_URL: 'owner' },
      'DATABASE_OWNER_URL must be an address that starts with postgres:// or postgresql://.',
    ],
    [
      'an owner without a database',
      { DATABASE_OWNER_URL: EXTERNAL.DATABASE_OWNER_URL },
      'DATABASE_OWNER_URL is set but DATABASE_URL is not: give both or neither.',
    ],
    [
      'a queue that is not Redis',
      { REDIS_URL: 'http://r' },
      'REDIS_URL must be an address that starts with redis:// or rediss://.',
    ],
    [
      'a mail server by name alone',
      { SMTP_URL: 'mail.example' },
      'SMTP_URL must be an address that starts with smtp:// or smtps://.',
    ],
    [
      'two ways in which messages leave',
      { ...NOTIFY, SMTP_URL: 'smtp://m' },
      'SMTP_URL and NOTIFY_API_KEY are both set: choose one way in which messages leave.',
    ],
    [
      'Notify without a template',
      { ...NOTIFY, NOTIFY_TEMPLATE_ID: '' },
      'NOTIFY_TEMPLATE_ID must be given with NOTIFY_API_KEY.',
    ],
    [
      'Notify without a token for its callbacks',
      { ...NOTIFY, NOTIFY_CALLBACK_TOKEN: '' },
      'NOTIFY_CALLBACK_TOKEN must be given with NOTIFY_API_KEY.',
    ],
    [
      'a template without Notify',
      { NOTIFY_TEMPLATE_ID: NOTIFY.NOTIFY_TEMPLATE_ID },
      'NOTIFY_TEMPLATE_ID is set but NOTIFY_API_KEY is not: give both or neither.',
    ],
    [
      'a token for callbacks of 31 characters',
      { ...NOTIFY, NOTIFY_CALLBACK_TOKEN: 't'.repeat(31) },
      'NOTIFY_CALLBACK_TOKEN is too short: use at least 32 random characters.',
    ],
    [
      'half a key of Notify',
      { ...NOTIFY, NOTIFY_API_KEY: NOTIFY.NOTIFY_API_KEY.slice(0, -37) },
      'NOTIFY_API_KEY must be a whole API key of GOV.UK Notify: a name and two ids, with hyphens between.',
    ],
    [
      'a template by its name',
      { ...NOTIFY, NOTIFY_TEMPLATE_ID: 'Reminder' },
      'NOTIFY_TEMPLATE_ID must be the id of a template, such as 1c1a4f7e-0000-4000-8000-000000000000.',
    ],
    [
      'a Notify that is no website',
      { ...NOTIFY, NOTIFY_URL: 'ftp://n' },
      'NOTIFY_URL must be an address that starts with https:// or http://.',
    ],
    ['a web alone on the embedded database', { PROBITY_PROCESS: 'web' }, split('web')],
    ['a worker alone on the embedded database', { PROBITY_PROCESS: 'worker' }, split('worker')],
    [
      'a process that is none',
      { PROBITY_PROCESS: 'job' },
      'PROBITY_PROCESS must be all, web, worker; "job" is none of them.',
    ],
    [
      'a log level that is none',
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be info, error, warn, debug; "loud" is none of them.',
    ],
    [
      'a token of 31 characters',
      { METRICS_TOKEN: 's'.repeat(31) },
      'METRICS_TOKEN is too short: use at least 32 random characters.',
    ],
    [
      'a secret of 31 characters',
      { SESSION_SECRET: 's'.repeat(31) },
      'SESSION_SECRET is too short: use at least 32 random characters.',
    ],
    ['a clock in words', { PROBITY_CLOCK: 'tomorrow' }, clockSentence('tomorrow')],
    ['a clock without a time', { PROBITY_CLOCK: '2017-10-16' }, clockSentence('2017-10-16')],
    [
      'a clock on a day that does not exist',
      { PROBITY_CLOCK: '2017-02-29T09:00' },
      clockSentence('2017-02-29T09:00'),
    ],
    [
      'a clock at an hour that does not exist',
      { PROBITY_CLOCK: '2017-02-28T25:00' },
      clockSentence('2017-02-28T25:00'),
    ],
  ];

  test.each(cases)('%s', (_, env, sentence) => {
    expect(refusals(env)).toEqual([sentence]);
  });

  test('a secret of 32 characters is long enough', () => {
    expect(refusals({ SESSION_SECRET: 's'.repeat(32) })).toEqual([]);
  });

  test('every problem at once, so that they are mended in one go', () => {
    expect(refusals({ PORT: 'x', LOG_LEVEL: 'x', SMTP_URL: 'x' })).toHaveLength(3);
  });

  test('no sentence repeats an address, which may hold a password', () => {
    const secret = 'hunter2';
    const said = refusals({
      DATABASE_URL: `mysql://a:${secret}@db`,
      SMTP_URL: `smtpx://a:${secret}@mail`,
      REDIS_URL: `http://:${secret}@r`,
      SESSION_SECRET: secret,
      NOTIFY_API_KEY: secret,
      NOTIFY_TEMPLATE_ID: secret,
      NOTIFY_CALLBACK_TOKEN: secret,
    });
    // Four as before, one for two ways of sending, three for what belongs to Notify.
    expect(said).toHaveLength(8);
    expect(said.join()).not.toContain(secret);
  });
});

describe('production', () => {
  test('starts with its secrets and a mail server', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ production: true, clock: { kind: 'machine' } });
  });

  test.each([
    ['SESSION_SECRET', 'SESSION_SECRET must be given in production.'],
    ['PROBITY_KEYS', 'PROBITY_KEYS must be given in production.'],
    ['SMTP_URL', 'SMTP_URL or NOTIFY_API_KEY must be given in production.'],
  ])('is refused without %s', (name, sentence) => {
    expect(refusals({ ...PRODUCTION, [name]: '' })).toEqual([sentence]);
  });

  test('starts with Notify instead of a mail server, by https alone', () => {
    const notified = { ...PRODUCTION, SMTP_URL: '', ...NOTIFY };
    expect(refusals(notified)).toEqual([]);
    expect(refusals({ ...notified, NOTIFY_URL: 'http://127.0.0.1' })).toEqual([
      'NOTIFY_URL must be an address that starts with https://.',
    ]);
  });

  test.each(['2017-10-16T09:00', 'file:/tmp/now'])(
    'is refused with its clock moved to %s',
    (PROBITY_CLOCK) => {
      expect(refusals({ ...PRODUCTION, PROBITY_CLOCK })).toEqual([
        'PROBITY_CLOCK must not be set in production.',
      ]);
    },
  );

  test('is not what development must answer for', () => {
    expect(refusals({ NODE_ENV: 'development', PROBITY_CLOCK: '2017-10-16T09:00' })).toEqual([]);
  });
});
