import { randomUUID } from 'node:crypto';

const TOOK_OFFICE = '2026-05-07';
const DECLARED = '2026-06-10';

/**
 * Councils whose rows are made in bulk, and stand by themselves (after `letOwnerWrite`): of every ten members eight have
 * answered every heading, with three entries each, but for one who waits to be entered. Each member has a group, and
 * every ten of them a body of ten seats. Nothing of an entry is opened by a board, so none is sealed.
 * @param {{ name: string, councils: number, members: number, principal?: string }} of `members` of each of them
 * @returns their ids
 */
export async function addCouncils(owner, { name, councils, members, principal = null }) {
  const ids = Array.from({ length: councils }, () => randomUUID());
  const kind = principal === null ? 'county' : 'parish';
  await owner.query(
    `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, principal_authority_id, created_at)
     select id, $2 || '-' || n, 'Council of ' || $2 || ' ' || n, $3, 'england', true, $4, '2020-01-01'
     from unnest($1::uuid[]) with ordinality as made (id, n)`,
    [ids, name, kind, principal],
  );
  const statements = [
    `insert into adopted_code (authority_id, id, code, from_on)
     select id, gen_random_uuid(), 'lga-model-2020', '2020-05-01' from unnest($1::uuid[]) id where $2::int > 0`,
    `insert into member (authority_id, id, name)
     select id, gen_random_uuid(), 'Councillor ' || lpad(n::text, 4, '0') from unnest($1::uuid[]) id, generate_series(1, $2::int) n`,
    `insert into term_of_office (authority_id, id, member_id, standing, votes_on, became_member_on)
     select authority_id, gen_random_uuid(), id, 'elected', 'any', date '${TOOK_OFFICE}'
     from member where authority_id = any ($1) and $2::int > 0`,
    `insert into group_membership (authority_id, id, member_id, group_name, from_on)
     select authority_id, gen_random_uuid(), id, 'Group ' || right(name, 1), '${TOOK_OFFICE}'
     from member where authority_id = any ($1) and $2::int > 0`,
    `insert into notification (authority_id, id, member_id, kind, channel, received_at, received_on, recorded_at, recorded_by,
       has_partner, entered_at, entered_by)
     select authority_id, gen_random_uuid(), id, 'whole', 'web', day, day, day, authority_id, false,
       case when right(name, 1) <> '7' then day + 3 end, case when right(name, 1) <> '7' then authority_id end
     from (select *, date '${TOOK_OFFICE}' + (right(name, 2)::int % 40) as day from member) m
     where authority_id = any ($1) and $2::int > 0 and right(name, 1) not in ('8', '9')`,
    `insert into notification_answer (authority_id, notification_id, category, held_by, answer)
     select n.authority_id, n.id, category, 'self', case when hashtext(n.id::text || category) % 3 = 0 then 'entries' else 'nothing' end
     from notification n, unnest(array['employment', 'land', 'securities', 'contracts', 'sponsorship', 'licences',
       'corporate-tenancies', 'other-bodies']) as asked (category)
     where n.authority_id = any ($1) and $2::int > 0`,
    `insert into register_entry (authority_id, id, member_id, notified_interest_id, thing_id, category, held_by,
       schema_version, details, entered_on, entered_at, entered_by, sensitive)
     select n.authority_id, made.id, n.member_id, gen_random_uuid(), made.id, 'land', 'self', 2, 'v1.bench',
       n.received_on + 3, n.received_on + 3, n.authority_id, 'no'
     from notification n, lateral (select gen_random_uuid() as id from generate_series(1, 3) where n.id is not null) made
     where n.authority_id = any ($1) and $2::int > 0 and n.entered_at is not null`,
    `insert into body (authority_id, id, name, kind, quorum)
     select id, gen_random_uuid(), 'Panel ' || n, 'committee', '{"kind":"number","members":3}'
     from unnest($1::uuid[]) id, generate_series(1, greatest(1, $2::int / 10)) n`,
    `insert into seat (authority_id, id, body_id, position, role)
     select authority_id, gen_random_uuid(), id, n, 'member' from body, generate_series(1, 10) n
     where authority_id = any ($1) and $2::int > 0`,
    `insert into seat_holding (authority_id, id, seat_id, member_id, from_on)
     select s.authority_id, gen_random_uuid(), s.id, m.id, '${TOOK_OFFICE}'
     from (select *, row_number() over (partition by authority_id order by body_id, position) as place
           from seat where authority_id = any ($1)) s
     join (select *, row_number() over (partition by authority_id order by id) as place
           from member where authority_id = any ($1)) m on m.authority_id = s.authority_id and m.place = s.place
     where s.place % 50 <> 0 and $2::int > 0`,
  ];
  for (const statement of statements) await owner.query(statement, [ids, members]);
  return ids;
}

/**
 * Of every twenty members of a council one told a meeting of an interest that is not in the register; sealed as always,
 * because the board opens it. Half of them have notified it since.
 */
export async function addDeclarations(owner, sealer, authorityId) {
  const { rows: members } = await owner.query('select id from member where authority_id = $1 order by name', [
    authorityId,
  ]);
  const meetingId = randomUUID();
  await owner.query(
    `insert into meeting (authority_id, id, body_id, meets_on, starts_at, venue, status, changes)
     select $1, $2, id, '${DECLARED}', '18:30', 'Town Hall', 'confirmed', 0 from body where authority_id = $1 limit 1`,
    [authorityId, meetingId],
  );
  for (const [n, { id: memberId }] of members.entries()) {
    if (n % 20 !== 0) continue;
    const [id, item, told, interest] = Array.from({ length: 4 }, () => randomUUID());
    const details = { stood: 'nowhere', category: 'land', nature: `I own ${n} Mill Lane` };
    await owner.query(
      `insert into disclosure (authority_id, id, meeting_id, agenda_item_id, item_title, member_id, kind, stage,
         interest_kind, held_by, intends, details, said_at, received_at, recorded_by)
       values ($1, $2, $3, $4, 'Mill Lane', $5, 'interest', 'at-meeting', 'dpi', 'self', 'leaves', $6, '${DECLARED}',
         '${DECLARED}', $1)`,
      [
        authorityId,
        id,
        meetingId,
        item,
        memberId,
        sealer.seal(details, { authorityId, row: `disclosure:${id}` }),
      ],
    );
    await sealEntries(owner, sealer, authorityId, memberId);
    if (n % 40 !== 0) continue;
    const land = { category: 'land', address: `${n} Mill Lane`, natureOfInterest: 'Owner' };
    await owner.query(
      `insert into notification (authority_id, id, member_id, kind, channel, received_at, received_on, recorded_at,
         recorded_by) values ($1, $2, $3, 'change', 'web', '2026-06-20', '2026-06-20', '2026-06-20', $1)`,
      [authorityId, told, memberId],
    );
    await owner.query(
      `insert into notified_interest (authority_id, id, notification_id, category, held_by, position, schema_version,
         details, act) values ($1, $2, $3, 'land', 'self', 1, 2, $4, 'add')`,
      [
        ...[authorityId, interest, told],
        sealer.seal(land, { authorityId, row: `notified_interest:${interest}` }),
      ],
    );
  }
}

/** What somebody declared is shown only after a look at what is kept back of them. */
async function sealEntries(owner, sealer, authorityId, memberId) {
  const { rows } = await owner.query(
    'select id from register_entry where authority_id = $1 and member_id = $2',
    [authorityId, memberId],
  );
  for (const [n, { id }] of rows.entries()) {
    const details = { category: 'land', address: `${n + 1} Ferry Road`, natureOfInterest: 'Owner' };
    await owner.query('update register_entry set details = $3 where authority_id = $1 and id = $2', [
      ...[authorityId, id],
      sealer.seal(details, { authorityId, row: `register_entry:${id}` }),
    ]);
  }
}
