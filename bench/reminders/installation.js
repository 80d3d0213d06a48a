import { randomUUID } from 'node:crypto';

export const MEMBERS = 100;
export const SEATS = 10;
const BODIES = 10;
/** Councils whose rows go to the database in one statement a table. */
const AT_ONCE = 20;
const TOOK_OFFICE = '2024-05-06';
const NOTIFIED = '2026-02-10';
const CATEGORIES = [
  ...['employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies', 'securities'],
];
const FACTS = Object.fromEntries(
  ['planningOrRegulatory', 'educationFunction', 'scrutiny', 'councilTaxCalculation', 'publicMaySpeak'].map(
    (name) => [name, { value: 'unknown', source: 'reader' }],
  ),
);

const MAKERS = ['Hartle', 'Brack', 'Thorn', 'Wick', 'Elder', 'Sorrel', 'Marl'];
const TRADES = ['Joinery', 'Roofing', 'Bakery', 'Haulage', 'Nursery', 'Printing', 'Veterinary', 'Cider'];
const PLACES = ['Fallow Hill', 'Nether Brine', 'Ashford Magna', 'Quarrington', 'Weavers Cross'];
const LANES = ['Mill Lane', 'Orchard Row', 'Tanners Yard', 'Priory Street', 'Cobbler Walk', 'Ferry Road'];
const at = (list, n) => list[n % list.length];
const employerOf = (n) => `${at(MAKERS, n)}${at(['brook', 'ford', 'combe'], n)} ${at(TRADES, n)} Ltd`;
const addressOf = (n) => `${n + 1} ${at(LANES, n)}, ${at(PLACES, n)}`;

/** The three interests of a council's nth member. */
const interestsOf = (n) => [
  { category: 'employment', role: 'Manager', employer: employerOf(n) },
  { category: 'land', address: addressOf(n), natureOfInterest: 'Owner' },
  {
    ...{ category: 'securities', company: `${at(PLACES, n)} ${at(TRADES, n + 3)} Holdings plc` },
    ...{ bodyInArea: true, nominalHeldPence: 3_000_000 },
  },
];

/** The business of a council's nth meeting: two lines name an employer or a house of members, the rest nobody's. */
const businessOf = (n) => [
  ['Apologies for absence', ''],
  ['Minutes of the last meeting', 'To confirm the minutes as a correct record.'],
  ['Public participation', ''],
  [`Resurfacing of ${at(LANES, n)}`, `The road between ${at(PLACES, n)} and the ring road.`],
  [`Contract with ${employerOf(n)}`, 'To extend the contract by one year.'],
  [`Planning application for ${addressOf((7 * n) % MEMBERS)}`, 'A single-storey extension at the rear.'],
  ['Budget monitoring, second quarter', 'Spending is within the budget; see the table.'],
  [`Library opening hours in ${at(PLACES, n + 2)}`, 'Saturday opening from September.'],
  ['Appointments to outside bodies', ''],
  ['Work programme', 'Items for the next three meetings.'],
];

/**
 * Councils of a hundred members who registered three interests each, with bodies of ten seats, and meetings ahead whose
 * agendas of ten items were received on the day. Rows are made in bulk, and details are sealed as Probity seals them.
 * @param owner a client as the database's owner, after `letOwnerWrite`
 * @param sealer with the keys of the process that will read
 */
export async function addInstallation(owner, sealer, { councils, meetings, today, name }) {
  const clerk = randomUUID();
  await put(owner, {
    account: [{ id: clerk, email: `clerk-${name}@example.org`, name: 'Clerk', created_at: today }],
  });
  for (let from = 0; from < councils; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, councils - from) }, (_, k) => {
      const before = (n) => Math.floor((n * meetings) / councils);
      const held = before(from + k + 1) - before(from + k);
      return councilOf(`${name}-${from + k}`, { sealer, today, clerk, meetings: held });
    });
    const tables = Object.keys(some[0]).map((table) => [table, some.flatMap((council) => council[table])]);
    await put(owner, Object.fromEntries(tables));
  }
}

/** The rows of one council, by table. */
function councilOf(slug, { sealer, today, clerk, meetings }) {
  const id = randomUUID();
  const of = { authority_id: id };
  const member = Array.from({ length: MEMBERS }, (_, n) => ({
    ...{ ...of, id: randomUUID(), name: `Councillor ${n}`, email: `councillor-${n}@${slug}.example` },
  }));
  const bodies = Array.from({ length: BODIES }, (_, n) => ({
    ...{
      ...of,
      id: randomUUID(),
      name: `Panel ${n}`,
      kind: 'committee',
      quorum: { kind: 'number', members: 3 },
    },
  }));
  return {
    authority: [
      {
        ...{ id, slug, name: `Council of ${slug}`, kind: 'county', jurisdiction: 'england' },
        ...{ executive_arrangements: true, created_at: today },
      },
    ],
    member,
    term_of_office: member.map(({ id: member_id }) => ({
      ...{ ...of, id: randomUUID(), member_id, standing: 'elected', votes_on: 'any' },
      became_member_on: TOOK_OFFICE,
    })),
    ...registerOf(of, member, { sealer, clerk }),
    body: bodies,
    ...seatsOf(of, bodies, member),
    ...meetingsOf(of, bodies, { slug, today, clerk, meetings }),
  };
}

/** Each member answered every heading once, and what they hold is entered. */
function registerOf(of, members, { sealer, clerk }) {
  const notification = members.map(({ id: member_id }) => ({
    ...{ ...of, id: randomUUID(), member_id, kind: 'whole', channel: 'web', has_partner: false },
    ...{ received_at: NOTIFIED, received_on: NOTIFIED, recorded_at: NOTIFIED, recorded_by: clerk },
    ...{ entered_at: NOTIFIED, entered_by: clerk },
  }));
  const held = interestsOf(0).map(({ category }) => category);
  return {
    notification,
    notification_answer: notification.flatMap(({ id: notification_id }) =>
      CATEGORIES.map((category) => ({
        ...{ ...of, notification_id, category, held_by: 'self' },
        answer: held.includes(category) ? 'entries' : 'nothing',
      })),
    ),
    register_entry: members.flatMap(({ id: member_id }, n) =>
      interestsOf(n).map((details) => {
        const id = randomUUID();
        const row = { authorityId: of.authority_id, row: `register_entry:${id}` };
        return {
          ...{ ...of, id, member_id, notified_interest_id: randomUUID(), thing_id: id },
          ...{ category: details.category, held_by: 'self', schema_version: 2, sensitive: 'no' },
          ...{
            details: sealer.seal(details, row),
            entered_on: NOTIFIED,
            entered_at: NOTIFIED,
            entered_by: clerk,
          },
        };
      }),
    ),
  };
}

function seatsOf(of, bodies, members) {
  const seat = bodies.flatMap(({ id: body_id }) =>
    Array.from({ length: SEATS }, (_, n) => ({
      ...{ ...of, id: randomUUID(), body_id, position: n + 1, role: 'member' },
    })),
  );
  return {
    seat,
    seat_holding: seat.map(({ id: seat_id }, n) => ({
      ...{ ...of, id: randomUUID(), seat_id, member_id: members[n % MEMBERS].id, from_on: TOOK_OFFICE },
    })),
  };
}

function meetingsOf(of, bodies, { slug, today, clerk, meetings }) {
  const meeting = Array.from({ length: meetings }, (_, n) => ({
    ...{ ...of, id: randomUUID(), body_id: at(bodies, n).id, meets_on: daysAfter(today, 7 + 3 * n) },
    ...{ starts_at: '18:30', venue: 'Town Hall', status: 'confirmed', changes: 0 },
  }));
  return {
    meeting,
    agenda_revision: meeting.map(({ id: meeting_id }, n) => ({
      ...{ ...of, id: randomUUID(), meeting_id, number: 1, kind: 'whole', file_name: 'agenda.txt' },
      ...{
        content: 'Agenda',
        content_hash: `${slug}-${n}`,
        reading: {},
        received_at: today,
        recorded_by: clerk,
      },
    })),
    agenda_item: meeting.flatMap(({ id: meeting_id }, n) =>
      businessOf(n).map(([title, text], k) => ({
        ...{ ...of, id: randomUUID(), meeting_id, position: k + 1, number: `${k + 1}`, title, text },
        ...{ restricted: false, facts: FACTS, first_revision: 1 },
      })),
    ),
  };
}

const daysAfter = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Rows of several tables; the columns are those of each table's first row. */
async function put(owner, tables) {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue;
    const columns = Object.keys(rows[0]).join(', ');
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}

/**
 * A benchmark's rows are made in bulk, and stand by themselves: without foreign keys, and with row-level security for the
 * application alone, which stays as it is.
 */
export async function letOwnerWrite(owner) {
  const keys = await owner.query(
    `select conrelid::regclass as of, conname from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { of, conname } of keys.rows) await owner.query(`alter table ${of} drop constraint ${conname}`);
  const forced = await owner.query(
    `select oid::regclass as of from pg_class
     where relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  );
  for (const { of } of forced.rows) await owner.query(`alter table ${of} no force row level security`);
}
