import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** Somebody with a session that is good on every web process with the same SESSION_SECRET. */
export interface SignedInMember {
  readonly memberId: string;
  readonly cookie: string;
  readonly csrfToken: string;
}

const HOUR_MS = 3_600_000;

/**
 * Makes a council whose members took office on a day and are signed in. Their sessions are written as signing in leaves
 * them: it is slow on purpose, and not what is looked at.
 */
export async function signedInMembers(
  ownerUrl: string,
  { members, from, secret }: { members: number; from: string; secret: string },
): Promise<SignedInMember[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const authorityId = randomUUID();
    await client.query(`select set_config('probity.authority_ids', $1, false)`, [`{${authorityId}}`]);
    await client.query(
      `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
       values ($1, 'under-load', 'Council under Load', 'county', 'england', true, $2)`,
      [authorityId, from],
    );
    const people = [];
    for (let n = 0; n < members; n += 1)
      people.push(await signedIn(client, { authorityId, name: `Member ${n}`, from, secret }));
    return people;
  } finally {
    await client.end();
  }
}

async function signedIn(
  client: pg.Client,
  given: { authorityId: string; name: string; from: string; secret: string },
): Promise<SignedInMember> {
  const { authorityId, name, from, secret } = given;
  const [accountId, memberId] = [randomUUID(), randomUUID()];
  await client.query('insert into account (id, email, name, created_at) values ($1, $2, $3, $4)', [
    ...[accountId, `${accountId}@under-load.example`, name, from],
  ]);
  await client.query('insert into member (authority_id, id, name, account_id) values ($1, $2, $3, $4)', [
    ...[authorityId, memberId, name, accountId],
  ]);
  await client.query(
    `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
     values ($1, gen_random_uuid(), $2, 'elected', 'any', $3)`,
    [authorityId, memberId, from],
  );
  const [id, csrfToken] = [randomBytes(24).toString('base64url'), randomBytes(32).toString('hex')];
  const expires = new Date(Date.now() + HOUR_MS);
  const sess = {
    cookie: { originalMaxAge: HOUR_MS, expires, httpOnly: true, path: '/', sameSite: 'lax' },
    passport: { user: accountId },
    signedIn: { at: Date.now(), method: 'password', browser: 'Firefox on Linux' },
    ...{ actingAuthorityId: authorityId, csrfToken, kept: true },
  };
  await client.query('insert into session (sid, sess, expire) values ($1, $2, $3)', [
    ...[createHash('sha256').update(id).digest('hex'), sess, expires],
  ]);
  const mac = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
  return { memberId, cookie: `probity=${encodeURIComponent(`s:${id}.${mac}`)}`, csrfToken };
}
