import { randomUUID } from 'node:crypto';
import { actFor } from '../register/council.js';

export const MEMBERS = 100;
const BODIES = 10;
export const SEATS = 10;
/** Councils whose rows go to the database in one statement a table. */
const AT_ONCE = 20;
const TOOK_OFFICE = '2024-05-06';
const NOTIFIED = '2026-02-10';
const FACTS = JSON.stringify(
  Object.fromEntries(
    ['planningOrRegulatory', 'educationFunction', 'scrutiny', 'councilTaxCalculation', 'publicMaySpeak'].map(
      (name) => [name, { value: 'unknown', source: 'reader' }],
    ),
  ),
);

const TRADES = ['Joinery', 'Roofing', 'Bakery', 'Haulage', 'Nursery', 'Printing', 'Veterinary', 'Cider'];
const PLACES = ['Fallow Hill', 'Nether Brine', 'Ashford Magna', 'Quarrington', 'Weavers Cross'];
const LANES = ['Mill Lane', 'Orchard Row', 'Tanners Yard', 'Priory Street', 'Cobbler Walk', 'Ferry Road'];
const of = (list, n) => list[n % list.length];
const employerOf = (n) => `${of(['Hartle', 'Brack', 'Thorn', 'Wick', 'Elder'], n)}${n}brook ${of(TRADES, n)} Ltd`;
const addressOf = (n) => `${n + 1} ${of(LANES, n)}, ${of(PLACES, n)}`;

/** The three interests of a council's nth member. */
const interestsOf = (n) => [
  { category: 'employment', role: 'Manager', employer: employerOf(n) },
  { category: 'land', address: addressOf(n), natureOfInterest: 'Owner' },
  { category: 'securities', company: `${of(PLACES, n)} ${of(TRADES, n + 3)} Holdings plc`, bodyInArea: true },
];

/** Ten lines of business: two of them name an employer or a house of members, most of them nobody's. */
const itemsOf = (n) =>
  [
    ['Apologies for absence', ''],
    ['Minutes of the last meeting', 'To confirm the minutes as a correct record.'],
    ['Public participation', ''],
    [`Resurfacing of ${of(LANES, n)}`, `The road between ${of(PLACES, n)} and the ring road.`],
    [`Contract with ${employerOf(n % MEMBERS)}`, 'To extend the contract by one year.'],
    [`Planning application for ${addressOf((7 * n) % MEMBERS)}`, 'A single-storey extension at the rear.'],
    ['Budget monitoring, second quarter', 'Spending is within the budget; see the table.'],
    [`Library opening hours in ${of(PLACES, n + 2)}`, 'Saturday opening from September.'],
    ['Appointments to outside bodies', ''],
    ['Work programme', 'Items for the next three meetings.'],
  ].map(([title, text]) => ({ title, text }));

/**
 * Councils of a hundred members who have registered three interests each, with bodies of ten seats and meetings ahead
 * whose agendas were received this morning. Rows are made in bulk, details sealed as Probity seals them.
 * @param owner a client as the database's owner
 * @param sealer with the keys of the process that will read
 */
export async function addInstallation(owner, sealer, { councils, meetings, today, named }) {
  const [clerk] = (
    await owner.query(
      `insert into account (id, email, name, created_at) values (gen_random_uuid(), $1, 'Clerk', now()) returning id`,
      [`clerk-${named}@example.org`],
    )
  ).rows;
  for (let from = 0; from < councils; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, councils - from) }, (_, k) => {
      const n = from + k;
      const share = Math.floor(((n + 1) * meetings) / councils) - Math.floor((n * meetings) / councils);
      return councilOf(`${named}-${n}`, share, { sealer, today });
    });
    await insertAll(owner, some, clerk.id);
  }
}

function councilOf(slug, meetings, { sealer, today }) {
  const authority_id = randomUUID();
  const members = Array.from({ length: MEMBERS }, (_, n) => ({
    ...{ authority_id, id: randomUUID(), term: randomUUID(), notification: randomUUID() },
    ...{ name: `Councillor ${n}`, email: `councillor-${n}@${slug}.example` },
  }));
  const entries = members.flatMap((member, n) =>
    interestsOf(n).map((details) => {
      const id = randomUUID();
      const sealed = sealer.seal(details, { authorityId: authority_id, row: `register_entry:${id}` });
      return { authority_id, id, member_id: member.id, category: details.category, details: sealed };
    }),
  );
  const bodies = Array.from({ length: BODIES }, (_, n) => ({ authority_id, id: randomUUID(), name: `Panel ${n}` }));
  const seats = bodies.flatMap((body, b) =>
    Array.from({ length: SEATS }, (_, s) => ({
      ...{ authority_id, id: randomUUID(), body_id: body.id, position: s + 1, holding: randomUUID() },
      member_id: members[(b * SEATS + s * 3) % MEMBERS].id,
    })),
  );
  const held = Array.from({ length: meetings }, (_, n) => ({
    ...{ authority_id, id: randomUUID(), revision: randomUUID(), body_id: bodies[n % BODIES].id },
    meets_on: dayAfter(today, 7 + 3 * n),
  }));
  const items = held.flatMap((meeting, n) =>
    itemsOf(n).map((item, k) => ({
      ...{ authority_id, id: randomUUID(), meeting_id: meeting.id, position: k + 1, ...item },
    })),
  );
  return { authority: { id: authority_id, slug }, members, entries, bodies, seats, held, items };
}

const dayAfter = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

async function insertAll(owner, councils, clerk) {
  await actFor(
    owner,
    councils.map(({ authority }) => authority.id),
  );
  const put = (rows, columns, insert, ...more) =>
    owner.query(`${insert} from jsonb_to_recordset($1::jsonb) as r (${columns})`, [JSON.stringify(rows), ...more]);
  const all = (name) => councils.flatMap((council) => council[name]);
  await put(
    all('authority'),
    'id uuid, slug text',
    `insert into authority (id, slug, name, kind, jurisdiction, executive_arrangements, created_at)
     select id, slug, 'Council of ' || slug, 'county', 'england', true, now()`,
  );
  await put(
    all('members'),
    'authority_id uuid, id uuid, term uuid, notification uuid, name text, email text',
    `with r as (select r.*`.replace('with r as (select r.*', 'insert into member (authority_id, id, name, email) select authority_id, id, name, email'),
  );
}
