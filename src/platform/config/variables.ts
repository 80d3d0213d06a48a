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
    name: 'ACCESSIBILITY_CONTACT',
    default: 'the democratic services team',
    meaning:
      'whom the accessibility statement names: an e-mail address, a telephone number or both, in a few words',
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
    name: 'PROBITY_BACKUP_KEY',
    default: 'backups are not encrypted',
    meaning:
      'encrypts what `probity backup` writes, and opens it again: 32 bytes in base64, such as the output of `openssl rand -base64 32`. Keep it, and PROBITY_KEYS, somewhere else than the backups',
  },
  {
    name: 'METRICS_TOKEN',
    default: 'only this machine may ask',
    meaning:
      'the bearer token with which a Prometheus on another machine reads `/metrics`; at least 32 characters',
  },
  {
    name: 'SESSION_SECRET',
    default: 'generated in DATA_DIR',
    meaning: 'signs session cookies; at least 32 characters. Required in production',
  },
  {
    name: 'SESSION_IDLE_MINUTES',
    default: '60',
    meaning: 'minutes without a request after which somebody must sign in again; 5 to 1440',
  },
  {
    name: 'SESSION_HOURS',
    default: '12',
    meaning: 'hours after signing in after which they must do so again, however busy; 1 to 168',
  },
  {
    name: 'STEP_UP_MINUTES',
    default: '60',
    meaning:
      'minutes for which it is believed that whoever is signed in still sits there: after them, sensitive and officer actions ask again; 5 to 1440',
  },
  {
    name: 'SECOND_STEP',
    default: '`officers` in production, else `nobody`',
    meaning:
      'who must sign in with a second step (a code or a passkey) before they can work: `nobody`, `officers` (whoever has a role other than member, and administrators) or `everybody`. Who signs in by OpenID Connect does it there',
  },
  {
    name: 'API_REQUESTS_PER_MINUTE',
    default: '600',
    meaning: 'requests that one program may send to the API in a minute; 1 to 100000. More are answered 429',
  },
  {
    name: 'TRUSTED_PROXIES',
    default: 'none',
    meaning:
      'addresses or networks of the reverse proxies in front, with commas between them, such as `10.0.0.0/8` or `loopback`; what they say of who asks, and by https, is believed',
  },
  {
    name: 'REQUESTS_PER_MINUTE',
    default: '6000',
    meaning:
      'requests that one address may send in a minute to one web process, before it is answered 429; 0 for no limit. Behind a reverse proxy set TRUSTED_PROXIES, or everybody counts as one address',
  },
  {
    name: 'SECURITY_CONTACT',
    default: 'none',
    meaning:
      'whom to tell of a weakness: a `mailto:`, `https:` or `tel:` address, shown at PUBLIC_URL`/.well-known/security.txt` (RFC 9116)',
  },
  {
    name: 'OIDC_ISSUER',
    default: 'passwords alone',
    meaning:
      'an OpenID provider by which people sign in too, such as `https://login.microsoftonline.com/TENANT/v2.0`: see [sign-in by OpenID Connect](docs/sign-in-by-openid-connect.md)',
  },
  {
    name: 'OIDC_CLIENT_ID',
    default: 'none',
    meaning: 'how the provider knows Probity. Required with OIDC_ISSUER',
  },
  {
    name: 'OIDC_CLIENT_SECRET',
    default: 'none',
    meaning: 'its secret there. Required with OIDC_ISSUER',
  },
  {
    name: 'OIDC_NAME',
    default: 'your council account',
    meaning: 'what the button says after “Sign in with”',
  },
  {
    name: 'OIDC_EMAIL_DOMAINS',
    default: 'none',
    meaning:
      'domains of email for which the provider answers, with commas between them. Without, only an email that it says is verified finds an account',
  },
  {
    name: 'OIDC_GROUPS',
    default: 'none',
    meaning:
      'roles by groups of the provider: `council/role=GROUP[,council/role=GROUP…]`, with the council’s slug',
  },
  {
    name: 'OIDC_GROUPS_CLAIM',
    default: 'groups',
    meaning: 'the claim of the ID token that lists them; `roles` for app roles of Entra ID',
  },
  {
    name: 'OIDC_FILE',
    default: 'none',
    meaning: 'a JSON file of several providers, for councils that share an installation',
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
