import { isAbsolute, resolve } from 'node:path';
import { readNotify, type NotifySetting } from './notify-setting.js';
import { readOidc, type OidcSetting } from './oidc-setting.js';
import { readProxies } from './proxies-setting.js';
import { VARIABLES, type VariableName } from './variables.js';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Where the application's time comes from (see platform/clock). */
export type ClockSetting =
  | { readonly kind: 'machine' }
  | { readonly kind: 'starts-at'; readonly londonTime: string }
  | { readonly kind: 'file'; readonly path: string };

export type DatabaseSetting =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly url: string; readonly ownerUrl: string };

/** Everything that the environment decides, read once at the start. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly database: DatabaseSetting;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly notify: NotifySetting | undefined;
  readonly mailFrom: string;
  /** Whom the accessibility statement names; undefined: the democratic services team. */
  readonly accessibilityContact: string | undefined;
  /** To whom the daily anchors of the audit chains are mailed; nobody when empty. */
  readonly auditAnchorTo: readonly string[];
  /** As written in PROBITY_KEYS; undefined means that platform/sealing makes and keeps its own. */
  readonly keys: string | undefined;
  /** As written in PROBITY_BACKUP_KEY; encrypts what `probity backup` writes. */
  readonly backupKey: string | undefined;
  /** What who reads /metrics must show; undefined: only this machine itself may. */
  readonly metricsToken: string | undefined;
  readonly sessionSecret: string | undefined;
  /** Minutes without a request after which a session ends. */
  readonly sessionIdleMinutes: number;
  /** Hours from signing in after which it ends, however busy. */
  readonly sessionHours: number;
  /** Minutes after the last proof of identity in which sensitive and officer actions need no other one. */
  readonly stepUpMinutes: number;
  /** How many requests a minute a program may send to the API. */
  readonly apiRequestsPerMinute: number;
  /** Who may not work without a second step of sign-in. */
  readonly secondStep: 'nobody' | 'officers' | 'everybody';
  /** Reverse proxies that are believed, in the words of Express's `trust proxy`. */
  readonly trustedProxies: readonly string[];
  /** Requests that one address may send in a minute to a web process; 0: no limit. */
  readonly requestsPerMinute: number;
  /** Where whoever finds a weakness may tell of it (RFC 9116); nowhere when undefined. */
  readonly securityContact: string | undefined;
  /** OpenID providers by which people sign in; none when empty. */
  readonly oidc: readonly OidcSetting[];
  readonly clock: ClockSetting;
  readonly runsWeb: boolean;
  readonly runsWorker: boolean;
  readonly logLevel: LogLevel;
}

/** The role under which every statement of the application runs: bound by row-level security, owner of nothing. */
export const APP_ROLE = 'probity_app';
/**
 * What every connection of the application begins with. The login of DATABASE_URL may be that role, a member of it,
 * or the owner of everything: its sessions are the role's all the same.
 */
export const AS_APP_ROLE = `-c role=${APP_ROLE}`;

/** Nest's token for the one `Config` of the process. */
export const CONFIG = Symbol('Config');

/** A start that is refused because of its configuration; one sentence a problem, each naming its variable. */
export class ConfigurationRefused extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/**
 * Reads the configuration.
 * @throws ConfigurationRefused with every problem at once, so that an operator mends them in one go.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = [];
  // A variable that is set to nothing is not set.
  const given = (name: VariableName): string | undefined => {
    const text = env[name]?.trim();
    return text === '' ? undefined : text;
  };
  const refuse = (sentence: string): void => {
    problems.push(sentence);
  };

  for (const name of Object.keys(env)) {
    if (name.startsWith('PROBITY_') && !VARIABLES.some((variable) => variable.name === name)) {
      if (!SET_BY_TESTS.includes(name)) refuse(`${name} is not a setting of Probity. Check its spelling.`);
    }
  }

  const production = given('NODE_ENV') === 'production';
  const host = given('HOST') ?? '127.0.0.1';
  const port = readPort(given('PORT'), refuse);
  const database = readDatabase(given('DATABASE_URL'), given('DATABASE_OWNER_URL'), refuse);
  const process_ = oneOf('PROBITY_PROCESS', given('PROBITY_PROCESS'), ['all', 'web', 'worker'], refuse);
  const clock = readClock(given('PROBITY_CLOCK'), refuse);
  const smtpUrl = readUrl('SMTP_URL', given('SMTP_URL'), ['smtp:', 'smtps:'], refuse);
  const notifyUrl = readUrl(
    'NOTIFY_URL',
    given('NOTIFY_URL'),
    production ? ['https:'] : ['https:', 'http:'],
    refuse,
  );
  const notify = readNotify(given, notifyUrl, refuse);
  const sessionSecret = given('SESSION_SECRET');

  if (process_ !== 'all' && database.kind === 'embedded') {
    refuse(
      `PROBITY_PROCESS=${process_} needs DATABASE_URL: one process owns the embedded database, so web and worker cannot be split on it.`,
    );
  }
  if (sessionSecret !== undefined && sessionSecret.length < 32) {
    refuse('SESSION_SECRET is too short: use at least 32 random characters.');
  }
  if (production) {
    for (const name of ['SESSION_SECRET', 'PROBITY_KEYS'] as const) {
      if (given(name) === undefined) refuse(`${name} must be given in production.`);
    }
    if (given('SMTP_URL') === undefined && given('NOTIFY_API_KEY') === undefined) {
      refuse('SMTP_URL or NOTIFY_API_KEY must be given in production.');
    }
    if (clock.kind !== 'machine') refuse('PROBITY_CLOCK must not be set in production.');
  }

  const config: Config = {
    production,
    host,
    port,
    publicUrl:
      readUrl('PUBLIC_URL', given('PUBLIC_URL'), ['http:', 'https:'], refuse)?.replace(/\/+$/, '') ??
      `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    dataDir: resolve(given('DATA_DIR') ?? 'data'),
    database,
    redisUrl: readUrl('REDIS_URL', given('REDIS_URL'), ['redis:', 'rediss:'], refuse),
    smtpUrl,
    notify,
    accessibilityContact: given('ACCESSIBILITY_CONTACT'),
    mailFrom: given('MAIL_FROM') ?? 'Probity <probity@localhost>',
    auditAnchorTo: readAddresses('AUDIT_ANCHOR_TO', given('AUDIT_ANCHOR_TO'), refuse),
    keys: given('PROBITY_KEYS'),
    backupKey: given('PROBITY_BACKUP_KEY'),
    metricsToken: readToken('METRICS_TOKEN', given('METRICS_TOKEN'), refuse),
    sessionSecret,
    sessionIdleMinutes: readWhole(
      'SESSION_IDLE_MINUTES',
      given,
      { least: 5, most: 1440, otherwise: 60 },
      refuse,
    ),
    sessionHours: readWhole('SESSION_HOURS', given, { least: 1, most: 168, otherwise: 12 }, refuse),
    stepUpMinutes: readWhole('STEP_UP_MINUTES', given, { least: 5, most: 1440, otherwise: 60 }, refuse),
    apiRequestsPerMinute: readWhole(
      'API_REQUESTS_PER_MINUTE',
      given,
      { least: 1, most: 100_000, otherwise: 600 },
      refuse,
    ),
    secondStep: oneOf(
      'SECOND_STEP',
      given('SECOND_STEP') ?? (production ? 'officers' : 'nobody'),
      ['nobody', 'officers', 'everybody'],
      refuse,
    ),
    trustedProxies: readProxies(given('TRUSTED_PROXIES'), refuse),
    requestsPerMinute: readWhole(
      'REQUESTS_PER_MINUTE',
      given,
      { least: 0, most: 600_000, otherwise: 6_000 },
      refuse,
    ),
    securityContact: readUrl(
      'SECURITY_CONTACT',
      given('SECURITY_CONTACT'),
      ['mailto:', 'https:', 'tel:'],
      refuse,
    ),
    oidc: readOidc(given, production, refuse),
    clock,
    runsWeb: process_ !== 'worker',
    runsWorker: process_ !== 'web',
    logLevel: oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'info', ['info', 'error', 'warn', 'debug'], refuse),
  };
  if (problems.length > 0) throw new ConfigurationRefused(problems);
  return config;
}

/** Names that only the project's own tests set. */
const SET_BY_TESTS: readonly string[] = ['PROBITY_SCREENSHOTS'];

type Refuse = (sentence: string) => void;

function readPort(text: string | undefined, refuse: Refuse): number {
  if (text === undefined) return 3000;
  const port = Number(text);
  // 0 lets the machine choose a free port; tests and trials use it.
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    refuse(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function readToken(name: VariableName, text: string | undefined, refuse: Refuse): string | undefined {
  if (text !== undefined && text.length < 32)
    refuse(`${name} is too short: use at least 32 random characters.`);
  return text;
}

function readWhole(
  name: VariableName,
  given: (name: VariableName) => string | undefined,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
  refuse: Refuse,
): number {
  const text = given(name) ?? String(otherwise);
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number < least || number > most) {
    refuse(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  }
  return number;
}

function readUrl(
  name: VariableName,
  text: string | undefined,
  protocols: readonly string[],
  refuse: Refuse,
): string | undefined {
  if (text === undefined) return undefined;
  // The value is not repeated: it may hold a password.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    refuse(`${name} must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
  }
  return text;
}

/** Addresses with commas between them. Whether a mailbox is there, only its server can say. */
function readAddresses(name: VariableName, text: string | undefined, refuse: Refuse): readonly string[] {
  const addresses = (text ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  if (addresses.some((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address))) {
    refuse(`${name} must be email addresses with commas between them, such as auditor@example.org.`);
  }
  return [...new Set(addresses)];
}

function readDatabase(
  url: string | undefined,
  ownerUrl: string | undefined,
  refuse: Refuse,
): DatabaseSetting {
  const protocols = ['postgres:', 'postgresql:'];
  if (url === undefined) {
    if (ownerUrl !== undefined)
      refuse('DATABASE_OWNER_URL is set but DATABASE_URL is not: give both or neither.');
    return { kind: 'embedded' };
  }
  readUrl('DATABASE_URL', url, protocols, refuse);
  readUrl('DATABASE_OWNER_URL', ownerUrl, protocols, refuse);
  return { kind: 'external', url, ownerUrl: ownerUrl ?? url };
}

function readClock(text: string | undefined, refuse: Refuse): ClockSetting {
  if (text === undefined) return { kind: 'machine' };
  if (text.startsWith('file:')) {
    const path = text.slice('file:'.length);
    return { kind: 'file', path: isAbsolute(path) ? path : resolve(path) };
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) || !exists(text)) {
    refuse(`PROBITY_CLOCK must be a London time such as 2017-10-16T09:00, or file:PATH, not "${text}".`);
  }
  return { kind: 'starts-at', londonTime: text };
}

/** JavaScript reads 30 February as a day in March: a time exists when it is read as what was written. */
function exists(time: string): boolean {
  const instant = new Date(`${time}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(time);
}

function oneOf<T extends string>(
  name: VariableName,
  text: string | undefined,
  allowed: readonly [T, ...T[]],
  refuse: Refuse,
): T {
  if (text === undefined) return allowed[0];
  const found = allowed.find((value) => value === text);
  if (found === undefined) refuse(`${name} must be ${allowed.join(', ')}; "${text}" is none of them.`);
  return found ?? allowed[0];
}
