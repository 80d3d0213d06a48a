import type { DisclosureDetails } from '../../disclosures/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { Sealer } from '../../platform/sealing/index.js';
import type { InstallationKind, RetentionKind } from './kinds.js';
import type { Asked, Kept } from './what-is-due.js';

type Batch = readonly Kept[];
type Erase = (uow: UnitOfWork, batch: Batch, asked: Asked, sealer: Sealer) => Promise<void>;

const ids = (batch: Batch): string[] => batch.map(({ id }) => id);
const membersOf = (batch: Batch): string[] => batch.flatMap(({ memberId }) => memberId ?? []);

/** The latest day on which what is counted from it is not due yet: what is erased counts from one before. */
const firstKept = `($3::date - make_interval(months => $4))::date + 1`;

/** Deletes from a table whatever of a batch is named 'table/…', by the column that follows. */
const deleteNamed =
  (tables: Readonly<Record<string, { readonly column: string; readonly inAuthority: boolean }>>): Erase =>
  async ({ manager, authorityId }, batch) => {
    for (const [table, { column, inAuthority }] of Object.entries(tables)) {
      const named = ids(batch).flatMap((id) =>
        id.startsWith(`${table}/`) ? [id.slice(table.length + 1)] : [],
      );
      if (named.length === 0) continue;
      await manager.query(
        `delete from ${table} where ${column} = any ($2) and ${inAuthority ? 'authority_id = $1' : '$1::uuid is not null'}`,
        [authorityId, named],
      );
    }
  };

/** Has the database let go, by a function that looks for itself, of whatever of a batch counts from a day before. */
const letGo =
  (named: string): Erase =>
  async ({ manager, authorityId }, batch, { onDay, months }) => {
    await manager.query(`select ${named}($1, $2::uuid[], ${firstKept})`, [
      ...[authorityId, ids(batch), onDay, months],
    ]);
  };

const byId = { column: 'id::text', inAuthority: true };

/** That it was declared stays, and where it stood in the register; what it was in anybody's words does not. */
function withoutWords({ nature, group, ...rest }: DisclosureDetails, onDay: string): DisclosureDetails {
  const erased = `The words of this declaration were erased on ${onDay}, when their period had ended.`;
  return nature === undefined && group === undefined ? rest : { ...rest, nature: erased };
}

/** How each kind goes. What is gone already is passed over, so a batch may be done again. */
export const ERASE: Readonly<Record<RetentionKind | InstallationKind, Erase>> = {
  'public-words': async ({ manager, authorityId }, batch) => {
    await manager.query('delete from public_line where authority_id = $1 and member_id = any ($2::uuid[])', [
      ...[authorityId, membersOf(batch)],
    ]);
  },
  'private-lists': async ({ manager, authorityId }, batch) => {
    for (const table of ['association', 'reminder_wish'])
      await manager.query(`delete from ${table} where authority_id = $1 and member_id = any ($2::uuid[])`, [
        ...[authorityId, membersOf(batch)],
      ]);
  },
  contact: async ({ manager, authorityId }, batch) => {
    await manager.query('update member set email = null where authority_id = $1 and id = any ($2::uuid[])', [
      ...[authorityId, membersOf(batch)],
    ]);
  },
  drafts: async ({ manager, authorityId }, batch) => {
    await manager.query(
      `delete from notification_draft where authority_id = $1 and member_id || '/' || channel = any ($2)`,
      [authorityId, ids(batch)],
    );
  },
  tokens: async ({ manager, authorityId }, batch) => {
    await manager.query('delete from api_token where authority_id = $1 and id = any ($2::uuid[])', [
      ...[authorityId, ids(batch)],
    ]);
  },
  imports: deleteNamed({ agenda_import: byId, directory_import: byId, register_import: byId }),
  messages: async ({ manager, authorityId }, batch, { onDay }, sealer) => {
    const words = { text: `The words of this message were erased on ${onDay}, when their period had ended.` };
    const sealed = ids(batch).map((id) => sealer.seal(words, { authorityId, row: `message:${id}` }));
    await manager.query(
      `update message set details = gone.details, subject = 'Erased', to_address = 'erased', erased_at = $4
       from unnest($2::uuid[], $3::text[]) as gone(id, details)
       where message.authority_id = $1 and message.id = gone.id`,
      [authorityId, ids(batch), sealed, `${onDay}T00:00:00Z`],
    );
  },
  briefings: async ({ manager, authorityId }, batch, { onDay, months, held }) => {
    const meetings = [...new Set(ids(batch).map((id) => id.split('/')[0]))];
    await manager.query(`select erase_old_briefings($1, $2::uuid[], ${firstKept}, $5::uuid[])`, [
      ...[authorityId, meetings, onDay, months, held],
    ]);
  },
  register: async ({ manager, authorityId }, batch, { onDay, months }) => {
    await manager.query(`select erase_former_registers($1, $2::uuid[], ${firstKept})`, [
      ...[authorityId, membersOf(batch), onDay, months],
    ]);
  },
  advice: letGo('erase_old_advice'),
  letters: letGo('erase_old_letters'),
  declarations: async ({ manager, authorityId }, batch, { onDay, months }, sealer) => {
    const rows = await manager.query<{ id: string; details: string }[]>(
      'select id, details from disclosure where authority_id = $1 and id = any ($2::uuid[])',
      [authorityId, ids(batch)],
    );
    const erased = rows.map(({ id, details }) => {
      const owner = { authorityId, row: `disclosure:${id}` };
      return sealer.seal(withoutWords(sealer.open(details, owner) as DisclosureDetails, onDay), owner);
    });
    await manager.query(`select erase_old_declarations($1, $5::uuid[], $2::text[], ${firstKept}, $6)`, [
      ...[authorityId, erased, onDay, months, rows.map(({ id }) => id), `${onDay}T00:00:00Z`],
    ]);
  },
  'case-files': letGo('erase_closed_cases'),
  'audit-words': async ({ manager, authorityId }, batch) => {
    await manager.query(
      'delete from audit_payload where authority_id = $1 and position = any ($2::bigint[])',
      [authorityId, ids(batch)],
    );
  },
  'spent-sign-ins': deleteNamed({
    session: { column: 'sid', inAuthority: false },
    known_device: { column: `encode(token_hash, 'hex')`, inAuthority: false },
    rate_limit: { column: 'key', inAuthority: false },
    sign_in_link: { column: 'id::text', inAuthority: false },
    passkey_challenge: { column: `encode(challenge_hash, 'hex')`, inAuthority: false },
    interrupted_form: { column: 'id::text', inAuthority: false },
    used_logout_token: { column: `encode(token_hash, 'hex')`, inAuthority: false },
  }),
  outbox: async ({ manager }, batch) => {
    await manager.query('delete from outbox_mail where id = any ($1::uuid[])', [ids(batch)]);
  },
  webhooks: async ({ manager, authorityId }, batch) => {
    const events = [authorityId, ids(batch)];
    const ofThem = (column: string): string => `authority_id = $1 and ${column} = any ($2::uuid[])`;
    await manager.query(`delete from webhook_delivery where ${ofThem('event_id')}`, events);
    await manager.query(`delete from webhook_event where ${ofThem('id')}`, events);
  },
  'left-accounts': async ({ manager, authorityId }, batch, { onDay, months }) => {
    await manager.query(`select erase_left_accounts($1, $2::uuid[], ${firstKept}, $5)`, [
      ...[authorityId, ids(batch), onDay, months, `${onDay}T00:00:00Z`],
    ]);
  },
  'intake-files': async ({ manager, authorityId }, batch) => {
    await manager.query('delete from intake where authority_id = $1 and id = any ($2::uuid[])', [
      ...[authorityId, ids(batch)],
    ]);
  },
};
