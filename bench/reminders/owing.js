import { randomUUID } from 'node:crypto';
import { actFor } from '../register/council.js';

/** Councils whose members took office on a day and have notified nothing; each member has a mail address. */
export async function addCouncilsThatOwe(client, { members, councils, from }) {
  for (let n = 0; n < councils; n += 1) {
    const id = randomUUID();
    await actFor(client, [id]);
    await client.query(
      `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
       values ($1, $2, $3, 'county', 'england', true, $4)`,
      [id, `owing-${n}`, `Owing Council ${n}`, from],
    );
    await client.query(
      `insert into member (authority_id, id, name, email)
       select $1, gen_random_uuid(), 'Member ' || n, 'member-' || n || '@' || $2 || '.example'
       from generate_series(1, $3::int) n`,
      [id, `owing-${n}`, members / councils],
    );
    await client.query(
      `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
       select authority_id, gen_random_uuid(), id, 'elected', 'any', $2 from member where authority_id = $1`,
      [id, from],
    );
  }
  await actFor(
    client,
    (await client.query('select id from authority')).rows.map(({ id }) => id),
  );
}
