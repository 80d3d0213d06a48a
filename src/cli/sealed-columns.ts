import { INSTALLATION } from '../platform/database/index.js';
import type { SealedFor } from '../platform/sealing/index.js';

/** A row with a sealed value, as the database gives it. */
export type SealedRow = Readonly<Record<string, string>>;

/** A column whose values are sealed. A test holds this list to the constraints of the database. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns that name a row within its authority. */
  readonly key: readonly string[];
  /** False for what stands outside all authorities. */
  readonly inAuthority: boolean;
  /** How many values are held in memory at once: files are large. */
  readonly batch: number;
  /** What a value is bound to, besides its authority; as the room that wrote it bound it. */
  readonly boundTo: (row: SealedRow) => string;
}

const IN_AUTHORITY = { key: ['id'], inAuthority: true, batch: 200 } as const;

/** Bound to the table and the row. */
const details = (table: string): SealedColumn => ({
  ...{ ...IN_AUTHORITY, table, column: 'details' },
  boundTo: ({ id = '' }) => `${table}:${id}`,
});

/** Bound to the column too, where a table has several. */
const words = (table: string, column: string): SealedColumn => ({
  ...{ ...IN_AUTHORITY, table, column },
  boundTo: ({ id = '' }) => `${table}.${column}:${id}`,
});

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    ...{ ...IN_AUTHORITY, table: 'notification_draft', column: 'details', key: ['member_id', 'channel'] },
    boundTo: ({ member_id = '', channel = '' }) =>
      `notification_draft:${member_id}${channel === 'web' ? '' : `:${channel}`}`,
  },
  details('notified_interest'),
  details('register_entry'),
  details('briefing_edition'),
  details('message'),
  words('notification_query', 'question'),
  words('notification_query', 'answer'),
  { ...words('notification_attachment', 'content'), batch: 2 },
  words('sensitivity_request', 'reason'),
  words('sensitivity_request', 'decision_reason'),
  {
    ...{ ...IN_AUTHORITY, table: 'register_import', column: 'content', batch: 2 },
    boundTo: ({ id = '' }) => `register_import:${id}`,
  },
  details('relevance_answer'),
  details('interview_answer'),
  details('association'),
  details('dispensation_request'),
  details('dispensation_decision'),
  details('dispensation_invitation'),
  details('disclosure'),
  details('decision_alone'),
  details('escalation_step'),
  details('advice_question'),
  details('advice_answer'),
  words('case_file', 'alleged'),
  words('case_file', 'outcome'),
  words('case_file_note', 'words'),
  words('retention_hold', 'reason'),
  words('webhook', 'secret'),
  words('webhook', 'former_secret'),
  details('check_closing'),
  details('company_officer'),
  details('company_officer_decision'),
  {
    ...{ table: 'intake', column: 'content', key: ['id'], inAuthority: false, batch: 2 },
    boundTo: ({ id = '' }) => `intake:${id}`,
  },
  {
    ...{ table: 'code_app', column: 'secret', key: ['account_id'], inAuthority: false, batch: 200 },
    boundTo: ({ account_id = '' }) => `code_app:${account_id}`,
  },
  {
    ...{ table: 'interrupted_form', column: 'content', key: ['id'], inAuthority: false, batch: 2 },
    boundTo: ({ id = '' }) => `interrupted_form:${id}`,
  },
  {
    ...{ table: 'outbox_mail', column: 'body', key: ['id'], inAuthority: false, batch: 200 },
    boundTo: ({ id = '' }) => `outbox_mail:${id}`,
  },
];

export const ownerOf = (sealed: SealedColumn, authorityId: string, row: SealedRow): SealedFor => ({
  authorityId: sealed.inAuthority ? authorityId : INSTALLATION,
  row: sealed.boundTo(row),
});
