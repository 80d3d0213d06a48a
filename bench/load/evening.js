import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { addInstallation, MEMBERS } from '../reminders/installation.js';

/** The day on which the agendas came; every meeting is on the day after the evening. */
const TODAY = '2026-06-23';
export const EVENING = '2026-06-30T18:00';
const MEETS_ON = '2026-07-01';
const CATEGORIES = [
  ...['employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies', 'securities'],
];
const HOUR_MS = 3_600_000;

/**
 * Councils of a hundred members, each with a seat on a panel that meets tomorrow; everybody is signed in, as is a
 * monitoring officer of the first council, where notifications wait to be entered.
 * @param owner a client as the database's owner, after `letOwnerWrite`
 * @returns the members, each with their cookie and meeting, and the officer with theirs and what waits
 */
export async function addEvening(owner, { sealer, secret, councils, waiting }) {
  await addInstallation(owner, sealer, { councils, meetings: councils * 10, today: TODAY, name: 'load' });
  await owner.query('update meeting set meets_on = $1', [MEETS_ON]);
  await adoptCodes(owner);
  const { rows: seated } = await owner.query(
    `select m.authority_id, m.id, m.name, meeting.id as meeting_id, gen_random_uuid() as account_id
     from member m join seat_holding h on h.authority_id = m.authority_id and h.member_id = m.id
     join seat s on s.authority_id = h.authority_id and s.id = h.seat_id
     join meeting on meeting.authority_id = s.authority_id and meeting.body_id = s.body_id
     order by m.authority_id, m.name`,
  );
  if (seated.length !== councils * MEMBERS) throw new Error('Not every member has a meeting tomorrow.');
  await addAccounts(owner, seated);
  await owner.query(
    `update member set account_id = given.account_id from jsonb_to_recordset($1::jsonb)
       as given (authority_id uuid, id uuid, account_id uuid)
     where member.authority_id = given.authority_id and member.id = given.id`,
    [JSON.stringify(seated)],
  );
  const signIn = signingIn(owner, secret);
  const members = [];
  for (const { account_id: accountId, authority_id: authorityId, meeting_id: meetingId } of seated)
    members.push({ meetingId, ...(await signIn({ accountId, authorityId })) });
  return { members, officer: await addOfficer(owner, { of: seated, signIn, waiting }) };
}

/** A code that was adopted makes briefings whole: by law, by the code, so do this. */
async function adoptCodes(owner) {
  await owner.query(
    `insert into adopted_code (authority_id, id, code, from_on)
     select id, gen_random_uuid(), 'lga-model-2020', '2021-01-01' from authority`,
  );
}

async function addAccounts(owner, people) {
  await owner.query(
    `insert into account (id, email, name, created_at)
     select account_id, account_id || '@load.example', name, '2024-05-06'
     from jsonb_to_recordset($1::jsonb) as given (account_id uuid, name text)`,
    [JSON.stringify(people)],
  );
}

/** The officer, and notifications of every heading that wait to be entered: of the members of the first council in turn. */
async function addOfficer(owner, { of, signIn, waiting }) {
  const authorityId = of[0].authority_id;
  const accountId = randomUUID();
  await addAccounts(owner, [{ account_id: accountId, name: 'Officer' }]);
  await owner.query(
    `insert into role_holding (authority_id, id, account_id, role, from_on)
     values ($1, gen_random_uuid(), $2, 'monitoring-officer', '2024-05-06')`,
    [authorityId, accountId],
  );
  const { rows } = await owner.query(
    `insert into notification (authority_id, id, member_id, kind, channel, received_at, received_on, recorded_at,
       recorded_by, has_partner)
     select $1, gen_random_uuid(), id, 'whole', 'web', '2026-06-29', '2026-06-29', '2026-06-29', account_id, false
     from (select * from member where authority_id = $1 order by name limit $2) m returning id`,
    [authorityId, waiting],
  );
  await owner.query(
    `insert into notification_answer (authority_id, notification_id, category, held_by, answer)
     select $1, id, category, 'self', 'nothing' from unnest($2::uuid[]) id, unnest($3::text[]) category`,
    [authorityId, rows.map(({ id }) => id), CATEGORIES],
  );
  return { ...(await signIn({ accountId, authorityId })), authorityId, waiting: rows.map(({ id }) => id) };
}

/** A session as signing in leaves it. Signing in itself is slow on purpose, and is not what an evening is made of. */
const signingIn =
  (owner, secret) =>
  async ({ accountId, authorityId }) => {
    const [id, csrfToken] = [randomBytes(24).toString('base64url'), randomBytes(32).toString('hex')];
    const expires = new Date(Date.now() + HOUR_MS);
    const sess = {
      cookie: { originalMaxAge: HOUR_MS, expires, httpOnly: true, path: '/', sameSite: 'lax' },
      passport: { user: accountId },
      signedIn: { at: Date.now(), method: 'password', browser: 'Firefox on Linux' },
      ...{ actingAuthorityId: authorityId, csrfToken, kept: true },
    };
    const digest = createHash('sha256').update(id).digest('hex');
    await owner.query('insert into session (sid, sess, expire) values ($1, $2, $3)', [digest, sess, expires]);
    const mac = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
    return { cookie: `probity=${encodeURIComponent(`s:${id}.${mac}`)}`, csrfToken };
  };
