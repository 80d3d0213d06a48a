import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Makes councils whose members took office on a day and have notified nothing; each member has a mail address. */
export async function membersWhoOwe(
  ownerUrl: string,
  { members, councils, from }: { members: number; councils: number; from: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let council = 0; council < councils; council += 1) {
      const id = randomUUID();
      await client.query(`select set_config('probity.authority_ids', $1, false)`, [`{${id}}`]);
      await client.query(
        `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
         values ($1, $2, $3, 'county', 'england', true, $4)`,
        [id, `owing-${council}`, `Owing Council ${council}`, from],
      );
      await client.query(
        `insert into member (authority_id, id, name, email)
         select $1, gen_random_uuid(), 'Member ' || n, 'member-' || n || '@' || $2 || '.example'
         from generate_series(1, $3::int) n`,
        [id, `owing-${council}`, Math.round(members / councils)],
      );
      await client.query(
        `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
         select authority_id, gen_random_uuid(), id, 'elected', 'any', $2 from member where authority_id = $1`,
        [id, from],
      );
    }
  } finally {
    await client.end();
  }
}
