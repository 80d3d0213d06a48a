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
      mailFrom: 'Probity <probity@localhost>',
      keys: undefined,
      sessionSecret: undefined,
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
    });
    expect(said).toHaveLength(4);
    expect(said.join()).not.toContain(secret);
  });
});

describe('production', () => {
  test('starts with its secrets and a mail server', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ production: true, clock: { kind: 'machine' } });
  });

  test.each(['SESSION_SECRET', 'PROBITY_KEYS', 'SMTP_URL'] as const)('is refused without %s', (name) => {
    expect(refusals({ ...PRODUCTION, [name]: '' })).toEqual([`${name} must be given in production.`]);
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
