/** What a table holds about the account of somebody. */
export interface AccountTable {
  readonly table: string;
  readonly title: string;
  /** By authority ($1) and account ($2). No secret, and no digest of one. */
  readonly sql: string;
}

const own = (table: string, title: string, columns: string, order: string): AccountTable => ({
  ...{ table, title },
  sql: `select ${columns} from ${table} where account_id = $2 and $1::uuid is not null order by ${order}`,
});

/** How somebody signs in, and as what. */
export const ACCOUNT_TABLES: readonly AccountTable[] = [
  {
    ...{ table: 'account', title: 'Your account' },
    sql: `select email, name, is_administrator, created_at::text, disabled_at::text, password_hash is not null as has_password
      from account where id = $2 and $1::uuid is not null`,
  },
  {
    ...{ table: 'role_holding', title: 'Roles' },
    sql: `select role, from_on::text, to_on::text from role_holding
      where authority_id = $1 and account_id = $2 order by from_on`,
  },
  {
    ...{ table: 'named_officer', title: 'Named to read sensitive details' },
    sql: `select named_at::text, ended_at::text from named_officer
      where authority_id = $1 and account_id = $2 order by named_at`,
  },
  {
    ...{ table: 'api_token', title: 'Tokens for your own programs' },
    sql: `select name, scopes, made_at::text, expires_at::text, withdrawn_at::text, last_used_at::text from api_token
      where authority_id = $1 and account_id = $2 order by made_at`,
  },
  own('session', 'Where you are signed in', 'last_used_at::text, expire::text as ends_at', 'last_used_at'),
  own('known_device', 'Devices that you signed in on', 'last_used_at::text', 'last_used_at'),
  own('passkey', 'Passkeys', 'name, added_at::text, last_used_at::text', 'added_at'),
  own('code_app', 'App that makes codes', 'added_at::text', 'added_at'),
  own('recovery_code', 'Recovery codes', 'made_at::text, used_at::text', 'made_at'),
  own('provider_account', 'Accounts elsewhere that sign you in', 'issuer, linked_at::text', 'linked_at'),
  own(
    'account_notice',
    'Messages about changes of it',
    'change, happened_at::text, settled_at::text',
    'happened_at',
  ),
  own(
    ...(['sign_in_link', 'Links that were asked for'] as const),
    ...(['purpose, asked_at::text, sent_at::text, used_at::text', 'asked_at'] as const),
  ),
];

/** What names an account and is in no copy, and why. */
export const ACCOUNT_LEFT_OUT: readonly string[] = [
  // A form that was interrupted for a moment by the question who somebody is.
  'interrupted_form',
  // By the member, in the other list; or of an officer, whose copy is not made here.
  ...['member', 'invitation', 'message', 'reminder', 'stepped_aside'],
];
