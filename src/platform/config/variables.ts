/** One environment variable: its name, what it defaults to and what it does. The README's table is this list. */
export interface Variable {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

export const VARIABLES = [
  {
    name: 'NODE_ENV',
    default: 'development',
    meaning: '`production` refuses the demonstration council and the clock setting, and requires the secrets',
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'the address to listen on',
  },
  { name: 'PORT', default: '3000', meaning: 'the port to listen on' },
  {
    name: 'PUBLIC_URL',
    default: 'http://HOST:PORT',
    meaning: 'how people reach the site; used in messages. An https address makes cookies secure',
  },
  {
    name: 'DATA_DIR',
    default: './data',
    meaning: 'the embedded database, the generated keys and secrets',
  },
  {
    name: 'DATABASE_URL',
    default: 'the embedded server',
    meaning: 'a PostgreSQL 15+ server to use instead, as the role `probity_app`',
  },
  {
    name: 'DATABASE_OWNER_URL',
    default: 'DATABASE_URL',
    meaning: 'the same database as its owner; only migrations use it',
  },
  {
    name: 'REDIS_URL',
    default: 'queues in PostgreSQL',
    meaning: 'a Redis or Valkey server to carry the queues instead',
  },
  {
    name: 'SMTP_URL',
    default: 'the outbox page',
    meaning:
      'a mail server, such as `smtp://user:password@mail.example:587`, with `?socketTimeout=60000` and the like where needed. This or NOTIFY_API_KEY is required in production',
  },
  {
    name: 'MAIL_FROM',
    default: 'Probity <probity@localhost>',
    meaning: 'the sender of messages by SMTP',
  },
  {
    name: 'NOTIFY_API_KEY',
    default: 'the outbox page',
    meaning: 'an API key of GOV.UK Notify, to send by it instead of SMTP_URL',
  },
  {
    name: 'NOTIFY_TEMPLATE_ID',
    default: 'none',
    meaning:
      'an email template there with the subject `((subject))` and the message `((body))`. Required with NOTIFY_API_KEY',
  },
  {
    name: 'NOTIFY_CALLBACK_TOKEN',
    default: 'none',
    meaning:
      'the bearer token with which Notify calls PUBLIC_URL`/callbacks/notify`; at least 32 characters. Required with NOTIFY_API_KEY',
  },
  {
    name: 'NOTIFY_URL',
    default: 'https://api.notifications.service.gov.uk',
    meaning: 'another server that speaks as Notify does',
  },
  {
    name: 'AUDIT_ANCHOR_TO',
    default: 'nobody',
    meaning:
      'addresses, with commas between them, to which the daily anchor of each audit chain is mailed; best ones that nobody who runs Probity can change. Anchors are always kept and shown at PUBLIC_URL`/anchors`',
  },
  {
    name: 'PROBITY_KEYS',
    default: 'generated in DATA_DIR',
    meaning:
      'keys that encrypt the details of interests: `id:base64[,id:base64…]`, 32 bytes each, the first one encrypts. Required in production',
  },
  {
    name: 'SESSION_SECRET',
    default: 'generated in DATA_DIR',
    meaning: 'signs session cookies; at least 32 characters. Required in production',
  },
  {
    name: 'PROBITY_CLOCK',
    default: 'the machine’s time',
    meaning:
      'start the application’s clock elsewhere, such as `2017-10-16T09:00` (London), or read it from `file:PATH`. Refused in production',
  },
  {
    name: 'PROBITY_PROCESS',
    default: 'all',
    meaning: '`web`, `worker` or `all`; a split needs DATABASE_URL',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: '`error`, `warn`, `info` or `debug`; logs are JSON Lines on standard error',
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]['name'];
