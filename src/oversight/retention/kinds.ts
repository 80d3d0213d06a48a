/** One kind of what is kept about people, which goes when its time has come. */
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** What each council keeps, in the order in which a former member's data goes. */
export const RETENTION_KINDS = [
  'public-words',
  'private-lists',
  'contact',
  'drafts',
  'tokens',
  'imports',
  'webhooks',
  'messages',
  'briefings',
  'advice',
  'letters',
  'register',
  'declarations',
  'case-files',
  'audit-words',
] as const;

/** How long a kind is kept. Whole months after the day that it counts from; it goes on the day after. */
export interface KeptFor {
  /** Unless the council sets another one. */
  readonly months: number;
  /** What a council may set. */
  readonly least: number;
  readonly most: number;
}

/**
 * Nobody is prosecuted under s.34 of the Localism Act 2011 more than three years after the offence, and a prosecutor has
 * twelve months from the day on which the evidence was known: what may be evidence stands for four years.
 */
const AS_LONG_AS_S34 = 48;

export const KEPT_FOR: Readonly<Record<RetentionKind, KeptFor>> = {
  'public-words': { months: 1, least: 0, most: 12 },
  'private-lists': { months: 1, least: 0, most: 12 },
  contact: { months: 12, least: 1, most: 48 },
  drafts: { months: 6, least: 2, most: 24 },
  tokens: { months: 1, least: 0, most: 12 },
  imports: { months: 6, least: 1, most: 24 },
  webhooks: { months: 3, least: 1, most: 12 },
  messages: { months: 24, least: 6, most: 72 },
  briefings: { months: AS_LONG_AS_S34, least: 36, most: 96 },
  advice: { months: AS_LONG_AS_S34, least: 36, most: 96 },
  letters: { months: AS_LONG_AS_S34, least: 36, most: 96 },
  register: { months: AS_LONG_AS_S34, least: 36, most: 96 },
  /** Minutes of a principal council are open to inspection for six years (Local Government Act 1972 s.100C(1)). */
  declarations: { months: 72, least: 72, most: 120 },
  'case-files': { months: 72, least: 36, most: 120 },
  'audit-words': { months: 84, least: AS_LONG_AS_S34, most: 180 },
};

export const isRetentionKind = (word: string): word is RetentionKind =>
  (RETENTION_KINDS as readonly string[]).includes(word);

/** What the installation itself keeps, outside every council. Nobody sets these. */
export type InstallationKind = 'spent-sign-ins' | 'outbox' | 'intake-files' | 'left-accounts' | 'audit-words';
export const KEPT_BY_INSTALLATION: Readonly<Record<InstallationKind, number>> = {
  /** Past their own end, by machine time; a device not used for a year. */
  'spent-sign-ins': 0,
  outbox: 1,
  'intake-files': 6,
  /** As long as a former member’s own address. */
  'left-accounts': KEPT_FOR.contact.months,
  'audit-words': KEPT_FOR['audit-words'].months,
};
