import { addMonths } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { ReportPeriod } from './report-document.js';

/** How often something stands in the record between two days. */
export interface Counted {
  readonly inOfficeAtBeginning: number;
  readonly inOfficeAtEnd: number;
  readonly tookOffice: number;
  readonly leftOffice: number;
  readonly whole: number;
  readonly changes: number;
  readonly entered: number;
  readonly ended: number;
  readonly standing: number;
  readonly confirmations: number;
  readonly confirming: number;
  readonly withheld: number;
  readonly asked: number;
  readonly messagesSent: number;
  readonly messagesFailed: number;
  readonly missed: number;
  readonly questions: number;
  readonly answered: number;
  /** Those that did not arrive, or were taken back before they left, are none. */
  readonly letters: number;
  readonly reported: number;
}

const IN = (instant: string): string => `(${instant} at time zone 'Europe/London')::date between $2 and $3`;

/**
 * The public register says once of a member that something is withheld, however much it is. A total that counted it would
 * tell how much, to whoever counts the public lines. So what is sensitive, or asked to be, is in no total of entries.
 */
const TOLD = `sensitive = 'no'`;

/**
 * Counts alone: nothing of an interest is read. What is treated as sensitive is counted by members, and as it is treated today:
 * what it was treated as on the last day is nobody's to reconstruct from a report.
 */
export async function countsOf(uow: UnitOfWork, { from, to }: ReportPeriod): Promise<Counted> {
  const [row] = await uow.manager.query<Counted[]>(
    `select
       (select count(distinct member_id) from term_of_office where authority_id = $1
          and became_member_on <= $2 and (ended_on is null or ended_on >= $2))::int as "inOfficeAtBeginning",
       (select count(distinct member_id) from term_of_office where authority_id = $1
          and became_member_on <= $3 and (ended_on is null or ended_on >= $3))::int as "inOfficeAtEnd",
       (select count(*) from term_of_office where authority_id = $1 and became_member_on between $2 and $3)::int
         as "tookOffice",
       (select count(*) from term_of_office where authority_id = $1 and ended_on between $2 and $3)::int as "leftOffice",
       (select count(*) from notification where authority_id = $1 and kind = 'whole'
          and received_on between $2 and $3)::int as whole,
       (select count(*) from notification where authority_id = $1 and kind = 'change'
          and received_on between $2 and $3)::int as changes,
       (select count(*) from register_entry where authority_id = $1 and ${TOLD}
          and entered_on between $2 and $3)::int as entered,
       (select count(*) from register_entry where authority_id = $1 and ${TOLD}
          and ended_on between $2 and $3)::int as ended,
       (select count(*) from register_entry where authority_id = $1 and ${TOLD} and entered_on <= $3
          and (ended_on is null or ended_on > $3))::int as standing,
       (select count(*) from register_confirmation where authority_id = $1
          and confirmed_on between $2 and $3)::int as confirmations,
       (select count(distinct member_id) from register_confirmation where authority_id = $1
          and confirmed_on between $2 and $3)::int as confirming,
       (select count(distinct member_id) from register_entry where authority_id = $1 and sensitive = 'agreed'
          and entered_on <= $3 and (ended_on is null or ended_on > $3))::int as withheld,
       (select count(*) from dispensation_request where authority_id = $1 and requested_on between $2 and $3)::int
         as asked,
       (select count(*) from message where authority_id = $1 and failed_reason is null and ${IN('sent_at')})::int
         as "messagesSent",
       (select count(*) from message where authority_id = $1 and failed_reason is not null and ${IN('failed_at')})::int
         as "messagesFailed",
       (select count(*) from reminder where authority_id = $1 and state in ('missed', 'failed') and ${IN('due_at')})::int
         as missed,
       (select count(*) from advice_question where authority_id = $1 and ${IN('asked_at')})::int as questions,
       (select count(*) from advice_question q where authority_id = $1 and ${IN('asked_at')} and exists (
          select from advice_answer a where a.authority_id = $1 and a.question_id = q.id))::int as answered,
       (select count(*) from escalation_step s where authority_id = $1 and step = 'letter'
          and happened_on between $2 and $3
          and coalesce((select e.kind from escalation_letter_event e where e.authority_id = $1 and e.step_id = s.id
                        order by e.position desc limit 1), 'sent') not in ('failed', 'withdrawn'))::int as letters,
       (select count(*) from escalation_step where authority_id = $1 and step = 'report'
          and happened_on between $2 and $3)::int as reported`,
    [uow.authorityId, from, to],
  );
  if (row === undefined) throw new Error('A count without rows is a bug of the query.');
  return row;
}

/** How old the entries are that stood on the last day, and whether their members have confirmed the register since. */
export interface AgeOfEntries {
  readonly age: 'under-1' | '1-to-2' | '2-to-4' | 'over-4';
  readonly confirmed: number;
  readonly notConfirmed: number;
}

/** Ages that there are no entries of are not among them. */
export async function agesOf(uow: UnitOfWork, { to }: ReportPeriod): Promise<AgeOfEntries[]> {
  return uow.manager.query<AgeOfEntries[]>(
    `select aged.age, (count(*) filter (where aged.confirmed))::int as confirmed,
       (count(*) filter (where not aged.confirmed))::int as "notConfirmed"
     from (
       select case when e.entered_on > $3 then 'under-1' when e.entered_on > $4 then '1-to-2'
                   when e.entered_on > $5 then '2-to-4' else 'over-4' end as age,
              coalesce(c.last_on >= e.entered_on, false) as confirmed
       from register_entry e
       left join (select member_id, max(confirmed_on) as last_on from register_confirmation
                  where authority_id = $1 and confirmed_on <= $2 group by member_id) c on c.member_id = e.member_id
       where e.authority_id = $1 and e.${TOLD} and e.entered_on <= $2 and (e.ended_on is null or e.ended_on > $2)
     ) aged group by aged.age`,
    [uow.authorityId, to, ...[12, 24, 48].map((months) => addMonths(to, -months))],
  );
}

/** Dispensations that were decided between two days, by the ground of s.33(2); null where none was named. */
export interface DecidedOnGround {
  readonly ground: 'a' | 'b' | 'c' | 'd' | 'e' | null;
  readonly granted: number;
  readonly refused: number;
}

/** Only those of s.33: what the head of paid service decides for an executive decision lifts nothing of s.31. */
export async function decidedByGround(
  uow: UnitOfWork,
  { from, to }: ReportPeriod,
): Promise<DecidedOnGround[]> {
  return uow.manager.query<DecidedOnGround[]>(
    `select d.ground, (count(*) filter (where d.outcome = 'granted'))::int as granted,
       (count(*) filter (where d.outcome = 'refused'))::int as refused
     from dispensation_decision d
     join dispensation_request r on r.authority_id = d.authority_id and r.id = d.request_id
     where d.authority_id = $1 and d.decided_on between $2 and $3 and d.outcome in ('granted', 'refused')
       and r.kind = 'restriction'
     group by d.ground order by d.ground nulls last`,
    [uow.authorityId, from, to],
  );
}

/** What stands of what was declared at meetings between two days, by kind. */
export async function declaredByKind(
  uow: UnitOfWork,
  { from, to }: ReportPeriod,
): Promise<{ readonly kind: string; readonly count: number }[]> {
  return uow.manager.query<{ kind: string; count: number }[]>(
    `select case when d.kind = 'interest' then d.interest_kind else d.kind end as kind, count(*)::int as count
     from disclosure d join meeting m on m.authority_id = d.authority_id and m.id = d.meeting_id
     where d.authority_id = $1 and m.meets_on between $2 and $3 and m.status <> 'cancelled'
       and d.stage = 'at-meeting' and d.kind in ('interest', 'party-whip', 'council-tax-arrears', 'nothing')
       and not exists (select from disclosure later where later.authority_id = $1
         and (later.corrects_id = d.id or later.confirms_id = d.id))
     group by 1 order by 2 desc, 1`,
    [uow.authorityId, from, to],
  );
}
