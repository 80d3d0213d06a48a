/** Fewer rows than this say little of what one takes: a page of PostgreSQL is 8 kB. */
const ENOUGH_ROWS = 100;

/**
 * What the rows of an evening take on the disk, with their indexes and what is kept beside the table, largest first.
 * @param owner a client as the database's owner, after `letOwnerWrite`
 */
export async function bytesOfRows(owner) {
  const { rows: tables } = await owner.query(
    `select oid::regclass::text as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc`,
  );
  const sizes = [];
  for (const { name, bytes } of tables) {
    const { rows } = await owner.query(`select count(*)::int as n from ${name}`);
    if (rows[0].n >= ENOUGH_ROWS) sizes.push({ name, rows: rows[0].n, bytes, each: bytes / rows[0].n });
  }
  return sizes;
}
