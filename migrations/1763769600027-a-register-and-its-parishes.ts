import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public page of an authority shows of it and of its parishes, in one digest, found by their own rows. Every
 * request for a public register asks it, and it was made from all authorities of the installation: 13 milliseconds
 * where there are ten thousand.
 */
export class ARegisterAndItsParishes1763769600027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Zero downtime: the table has a row for each council, and nobody writes there but who adds or renames one.
    await runner.query(`create index authority_principal on authority (principal_authority_id)`);
    await runner.query(`
      create function authority_and_parishes_digest(asked uuid) returns text
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select md5(string_agg(concat_ws('|', a.id, a.slug, a.name), '|' order by a.id))
        from authority a where a.id = asked or a.principal_authority_id = asked
      $$`);
    await runner.query(`revoke all on function authority_and_parishes_digest(uuid) from public`);
    await runner.query(`grant execute on function authority_and_parishes_digest(uuid) to probity_app`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
