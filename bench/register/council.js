import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** As the owner, who may write for any authority. A benchmark's rows are made in bulk, so they stand by themselves. */
export async function openAsOwner(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    `select conrelid::regclass as of, conname from pg_constraint
     where contype = 'f' and conrelid in ('register_entry'::regclass, 'public_line'::regclass)`,
  );
  for (const { of, conname } of rows) await client.query(`alter table ${of} drop constraint ${conname}`);
  return client;
}

/** Whose rows the next statements write; to the end of the session. */
export const actFor = (client, ids) =>
  client.query(`select set_config('probity.authority_ids', $1, false)`, [`{${ids.join(',')}}`]);

/** A council with so many members in office, and entries that stand in its register today. Gives its id. */
export async function addCouncil(client, { slug, members, entries }) {
  const id = randomUUID();
  await actFor(client, [id]);
  await client.query(
    `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
     values ($1, $2, $3, 'county', 'england', true, now())`,
    [id, slug, `Council of ${slug}`],
  );
  await client.query(
    `insert into member (authority_id, id, name)
     select $1, gen_random_uuid(), 'Councillor ' || lpad(n::text, 4, '0') from generate_series(1, $2::int) n`,
    [id, members],
  );
  await client.query(
    `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
     select authority_id, gen_random_uuid(), id, 'elected', 'any', '2020-05-07' from member where authority_id = $1`,
    [id],
  );
  await addEntries(client, id, entries, { closed: false });
  return id;
}

/**
 * Entries shared out among an authority's members; open ones stand in the register, closed ones are its history: each
 * stood for a month, and all of them were taken down in the years from 2021 to 2024.
 */
export async function addEntries(client, authorityId, count, { closed }) {
  await client.query(
    `with sitting as (
       select id, row_number() over (order by name) - 1 as n, count(*) over () as of_them
       from member where authority_id = $1
     ), made as (
       select s.id as member_id, gen_random_uuid() as entry_id, gen_random_uuid() as interest_id, k,
         date '2021-01-01' + (k % 1400)::int as day
       from generate_series(0, $2::int - 1) k join sitting s on s.n = k % s.of_them
     ), entered as (
       insert into register_entry (authority_id, id, member_id, notified_interest_id, thing_id, category, held_by,
         schema_version, details, entered_on, entered_at, entered_by, sensitive, ended_on, ended_at, ended_because)
       select $1, entry_id, member_id, interest_id, entry_id, 'land', 'self', 2, 'v1.bench', day, day, $1, 'no',
         case when $3 then day + 30 end, case when $3 then day + 30 end, case when $3 then 'ended' end
       from made
     )
     insert into public_line (authority_id, id, member_id, kind, category, register_entry_id, thing_id, details, words,
       published_at, published_on, closed_at, closed_on)
     select $1, gen_random_uuid(), member_id, 'entry', 'land', entry_id, entry_id,
       jsonb_build_object('category', 'land', 'address', k || ' Mill Lane, Fallow Hill', 'natureOfInterest', 'Owner'),
       'Owner: ' || k || ' Mill Lane, Fallow Hill', day, day,
       case when $3 then day + 30 end, case when $3 then day + 30 end
     from made`,
    [authorityId, count, closed],
  );
}
