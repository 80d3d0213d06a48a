import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { UnitOfWork } from '../platform/database/index.js';
import { COMES_BACK_IN_SQL } from './comes-back.js';
import { Reminder } from './reminder.entity.js';
import type { Wanted } from './topics/topic.js';

/** How many rows go to the database in one statement. */
const AT_ONCE = 2_000;

/** What keeps the same thing from being told twice. */
export type ReminderKey = Pick<Reminder, 'memberId' | 'accountId' | 'rule' | 'subject' | 'step' | 'edition'>;

/** One step of something that is wanted, as its row should be. */
export type WantedRow = ReminderKey & Pick<Reminder, 'dueAt' | 'usefulUntil' | 'actBy'>;

/** What a plan must know of a row that is there. */
export interface KnownRow extends WantedRow, Pick<Reminder, 'id' | 'state' | 'hurried'> {
  /** Whether it is planned again where it is still wanted: see COMES_BACK_IN_SQL. */
  readonly comesBack: boolean;
}

const COLUMNS = `
  reminder.id, reminder.member_id as "memberId", reminder.account_id as "accountId", reminder.rule, reminder.subject,
  reminder.step, reminder.edition, reminder.state, reminder.due_at as "dueAt", reminder.useful_until as "usefulUntil",
  reminder.act_by as "actBy", reminder.hurried`;

/** Waiting to be told: planned, or tried again because their words could not be made. */
export async function waitingRows(uow: UnitOfWork, rules: readonly string[]): Promise<KnownRow[]> {
  // Each state by the index of its own.
  return uow.manager.query<KnownRow[]>(
    `select ${COLUMNS}, false as "comesBack" from reminder
     where authority_id = $1 and rule = any ($2) and (state = 'planned' or state = 'failed')`,
    [uow.authorityId, rules],
  );
}

/** What became of reminders of the same to the same readers. What nobody wants any more is left where it is. */
export async function settledRows(uow: UnitOfWork, wanted: readonly Wanted[]): Promise<KnownRow[]> {
  const asked = new Map<string, object>();
  for (const { reader, rule, subject } of wanted) {
    const row = { member_id: reader.memberId, account_id: reader.accountId, rule, subject };
    asked.set(`${reader.memberId ?? reader.accountId} ${rule} ${subject}`, row);
  }
  const all = [...asked.values()];
  const rows: KnownRow[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    // A member or an account, one at a time: the index of the key finds either, and not the one or the other.
    const some = await uow.manager.query<KnownRow[]>(
      `with asked as (
         select * from jsonb_to_recordset($2::jsonb)
           as asked (member_id uuid, account_id uuid, rule text, subject text))
       select ${COLUMNS}, ${COMES_BACK_IN_SQL} as "comesBack"
       from asked join reminder
         on reminder.authority_id = $1 and reminder.member_id = asked.member_id and reminder.account_id is null
         and reminder.rule = asked.rule and reminder.subject = asked.subject
       where reminder.state in ('in-message', 'withdrawn', 'missed')
       union all
       select ${COLUMNS}, ${COMES_BACK_IN_SQL} as "comesBack"
       from asked join reminder
         on reminder.authority_id = $1 and reminder.member_id is null and reminder.account_id = asked.account_id
         and reminder.rule = asked.rule and reminder.subject = asked.subject
       where reminder.state in ('in-message', 'withdrawn', 'missed')`,
      [uow.authorityId, JSON.stringify(all.slice(from, from + AT_ONCE))],
    );
    rows.push(...some);
  }
  return rows;
}

/**
 * Adds rows, moves those that are planned for another time, and plans anew what comes back. The conditions stand here
 * once more, because a row may have gone into a message since it was read.
 */
export async function writePlanned(uow: UnitOfWork, rows: readonly WantedRow[], now: Date): Promise<number> {
  let planned = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => ({ ...row, id: randomUUID() }));
    const written = await uow.manager.query<unknown[]>(
      `insert into reminder (authority_id, id, member_id, account_id, rule, subject, step, edition, due_at,
                             useful_until, act_by, state, planned_at)
       select $1, id, "memberId", "accountId", rule, subject, step, edition, "dueAt", "usefulUntil", "actBy",
              'planned', $2
       from jsonb_to_recordset($3::jsonb) as row (id uuid, "memberId" uuid, "accountId" uuid, rule text,
         subject text, step text, edition text, "dueAt" timestamptz, "usefulUntil" timestamptz, "actBy" timestamptz)
       on conflict on constraint reminder_is_planned_once do update
       set state = 'planned', reason = null, due_at = excluded.due_at, useful_until = excluded.useful_until,
           act_by = excluded.act_by, held_until = null
       where ${COMES_BACK_IN_SQL}
          or (reminder.state = 'planned' and not reminder.hurried
              and (reminder.due_at, reminder.useful_until, reminder.act_by)
                  is distinct from (excluded.due_at, excluded.useful_until, excluded.act_by))
       returning id`,
      [uow.authorityId, now, JSON.stringify(some)],
    );
    planned += written.length;
  }
  return planned;
}

/** Takes rows out of what is waiting. Another worker may have put one into a message since: that one stays. */
export async function settle(
  uow: UnitOfWork,
  rows: readonly KnownRow[],
  as: Pick<Reminder, 'state' | 'reason'>,
): Promise<number> {
  let settled = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id);
    const { affected } = await uow.manager.update(
      Reminder,
      { authorityId: uow.authorityId, id: In(ids), state: In(['planned', 'failed']) },
      { ...as, heldUntil: null },
    );
    settled += affected ?? 0;
  }
  return settled;
}

export function keyOf({ memberId, accountId, rule, subject, step, edition }: ReminderKey): string {
  return [memberId ?? accountId ?? '', rule, subject, step, edition].join(' ');
}
