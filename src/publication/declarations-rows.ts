import type { Disclosure } from '../disclosures/index.js';
import { addDays, civilDate, londonDateOf, type CivilDate } from '../law/index.js';

/** A row of what was declared to a meeting, with what the public reads of the meeting. */
export interface DeclaredRow extends Disclosure {
  readonly meetsOn: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly memberName: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly restricted: boolean | null;
  readonly isCancelled: boolean;
  /** What it took the place of after the day that follows the meeting, and on which day: the latest first. */
  readonly corrected: readonly { readonly row: DeclaredRow; readonly on: CivilDate }[];
}

export const AT_MEETINGS = `
  select d.authority_id as "authorityId", d.id, d.position, d.meeting_id as "meetingId",
    d.agenda_item_id as "agendaItemId", d.item_title as "itemTitle", d.member_id as "memberId", d.kind, d.stage,
    d.interest_kind as "interestKind", d.held_by as "heldBy", d.nature_withheld as "natureWithheld", d.intends,
    d.details, d.corrects_id as "correctsId", d.said_at as "saidAt", d.received_at as "receivedAt",
    to_char(m.meets_on, 'YYYY-MM-DD') as "meetsOn", m.body_id as "bodyId",
    b.name as "bodyName", who.name as "memberName", i.number, i.title, i.restricted,
    m.status = 'cancelled' as "isCancelled"
  from disclosure d
  join meeting m on m.authority_id = d.authority_id and m.id = d.meeting_id
  join body b on b.authority_id = d.authority_id and b.id = m.body_id
  join member who on who.authority_id = d.authority_id and who.id = d.member_id
  left join agenda_item i on i.authority_id = d.authority_id and i.id = d.agenda_item_id
  where d.authority_id = $1 and d.stage = 'at-meeting' and d.kind in ('interest', 'party-whip')
  order by m.meets_on desc, m.starts_at desc, b.name, m.id, i.position, d.position`;

/** What was taken back. */
export const TAKEN_BACK = `
  select corrects_id as id from disclosure
  where authority_id = $1 and kind = 'taken-back' and corrects_id is not null`;

/**
 * What stands, with what it corrects. A slip of the tongue that is put right by the end of the day after the meeting is
 * none of the public's; what is changed later stands beside what was said.
 */
export function saidAndCorrected(
  rows: readonly DeclaredRow[],
  takenBack: ReadonlySet<string>,
): DeclaredRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const followed = new Set(rows.map(({ correctsId }) => correctsId));
  const correctedIn = (row: DeclaredRow): DeclaredRow['corrected'] => {
    const before = row.correctsId === null ? undefined : byId.get(row.correctsId);
    if (before === undefined) return [];
    const on = londonDateOf(row.receivedAt);
    const isLate = on > addDays(civilDate(row.meetsOn), 1) && !takenBack.has(before.id);
    return [...(isLate ? [{ row: before, on }] : []), ...correctedIn(before)];
  };
  return rows
    .filter(({ id }) => !followed.has(id) && !takenBack.has(id))
    .map((row) => ({ ...row, corrected: correctedIn(row) }));
}
