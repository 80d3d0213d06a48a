import { addMonths, type CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** Since how long entries stand in the register, youngest first. */
export const AGES = ['under-1', '1-to-2', '2-to-4', 'over-4'] as const;

/** How many entries are of an age, and whether their members have confirmed the register since they were made. */
export interface AgeOfEntries {
  readonly age: (typeof AGES)[number];
  readonly confirmed: number;
  readonly notConfirmed: number;
}

interface Row {
  readonly member: string;
  readonly entered: string;
  readonly count: number;
}

/** Of all entries that stand on a day. Counts alone: nothing of an interest is read. */
export async function agesOf(uow: UnitOfWork, asAt: CivilDate): Promise<AgeOfEntries[]> {
  const of = [uow.authorityId, asAt];
  const rows = await uow.manager.query<Row[]>(
    `select member_id as member, to_char(entered_on, 'YYYY-MM-DD') as entered, count(*)::integer as count
     from register_entry
     where authority_id = $1 and entered_on <= $2 and (ended_on is null or ended_on > $2)
     group by member_id, entered_on`,
    of,
  );
  const said = await uow.manager.query<{ member: string; last: string }[]>(
    `select member_id as member, to_char(max(confirmed_on), 'YYYY-MM-DD') as last
     from register_confirmation where authority_id = $1 and confirmed_on <= $2 group by member_id`,
    of,
  );
  const confirmed = new Map(said.map(({ member, last }) => [member, last]));
  const ageOf = agesOn(asAt);
  const counts = new Map(AGES.map((age) => [age, { age, confirmed: 0, notConfirmed: 0 }]));
  for (const { member, entered, count } of rows) {
    const own = counts.get(ageOf(entered));
    if (own === undefined) continue;
    if ((confirmed.get(member) ?? '') >= entered) own.confirmed += count;
    else own.notConfirmed += count;
  }
  return [...counts.values()];
}

/** The age of what was entered on a day: a year old on the same day a year later. */
function agesOn(asAt: CivilDate): (entered: string) => AgeOfEntries['age'] {
  const [one = '', two = '', four = ''] = [12, 24, 48].map((months) => addMonths(asAt, -months));
  return (entered) => {
    if (entered > one) return 'under-1';
    if (entered > two) return '1-to-2';
    return entered > four ? '2-to-4' : 'over-4';
  };
}
