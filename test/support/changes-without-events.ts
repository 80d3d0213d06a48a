import type { Rooms } from './rooms.js';

/** Which changes of rows no audit event tells of. */
export interface Unlogged {
  /** @param options.of whose changes must each have an event; `but`: whose rows must not change at all */
  found(options: { of: string; but: string }): Promise<{ unlogged: string[]; ofOthers: string[] }>;
  /** How many transactions changed something. */
  seen(): Promise<number>;
}

/**
 * Drafts are said to nobody and leave no trace; the audit’s own tables are the trace; and what is only worked out from
 * rows that were logged is kept to be quick.
 */
const LEAVE_NO_TRACE = ['notification_draft', 'audit_event', 'audit_payload', 'audit_head'];

/**
 * From now on each change of a row of a council is noted, with its transaction. State and event are saved together, so a
 * transaction that changed something and wrote no event is a change that nobody can see afterwards.
 */
export async function recordChanges({ owner }: Pick<Rooms, 'owner'>): Promise<Unlogged> {
  await owner.query(`
    create table noted_change (xid xid not null, name text not null, authority_id uuid not null);
    create function note_change() returns trigger language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
    begin
      -- When a token was used last is no change of what a council keeps.
      if tg_op = 'UPDATE' and to_jsonb(old) - 'last_used_at' = to_jsonb(new) - 'last_used_at' then return null; end if;
      insert into noted_change
      values (pg_current_xact_id()::xid, tg_table_name, case tg_op when 'DELETE' then old.authority_id else new.authority_id end);
      return null;
    end $$`);
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'noted_change'
       and not c.relname = any ($1)`,
    [LEAVE_NO_TRACE],
  );
  for (const { name } of rows)
    await owner.query(
      `create trigger zz_note_change after insert or update or delete on "${name}" for each row execute function note_change()`,
    );
  return {
    found: async ({ of, but }) => {
      const lines = async (sql: string, authorityId: string): Promise<string[]> =>
        (await owner.query<{ line: string }>(sql, [authorityId])).rows.map(({ line }) => line);
      return {
        unlogged: await lines(
          `select distinct name as line from noted_change n where authority_id = $1
           and not exists (select from audit_event e where e.xmin = n.xid) order by 1`,
          of,
        ),
        ofOthers: await lines(
          'select distinct name as line from noted_change where authority_id = $1 order by 1',
          but,
        ),
      };
    },
    seen: async () =>
      Number(
        (await owner.query<{ count: string }>('select count(distinct xid::text) from noted_change')).rows[0]
          ?.count,
      ),
  };
}
