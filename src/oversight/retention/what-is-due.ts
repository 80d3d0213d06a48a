import type { UnitOfWork } from '../../platform/database/index.js';
import type { InstallationKind, RetentionKind } from './kinds.js';

/** Something that is kept, and the day from which its months are counted. */
export interface Kept {
  readonly id: string;
  /** Whose it is; null where it is nobody's in particular. */
  readonly memberId: string | null;
  /** A civil date. */
  readonly since: string;
}

/** The day in London of an instant. */
const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/London')::date`;

/** Those who have left office, and their last day in it. Whoever has a term to come has not left. */
const FORMER = `
  select m.id::text as id, m.id as member_id, max(t.ended_on) as since
  from member m join term_of_office t on t.authority_id = m.authority_id and t.member_id = m.id
  where m.authority_id = $1
  group by m.id having bool_and(t.ended_on is not null)`;

const formerWith = (rows: readonly string[]): string => `
  select f.* from (${FORMER}) f
  where ${rows.map((table) => `exists (select from ${table} k where k.authority_id = $1 and k.member_id = f.member_id)`).join(' or ')}`;

/** There are millions of some: what is younger by days than the oldest that may be due is not looked at. */
const oldEnough = (instant: string): string =>
  `${instant} < $2::date - make_interval(months => $3) + interval '4 days'`;

/** What there is of each kind. $1 is the authority, $2 the day that is asked about and $3 the months. */
const KEPT: Readonly<Record<RetentionKind | InstallationKind, string>> = {
  'public-words': formerWith(['public_line']),
  'private-lists': formerWith(['association', 'reminder_wish']),
  contact: `select f.* from (${FORMER}) f
    where exists (select from member k where k.authority_id = $1 and k.id = f.member_id and k.email is not null)`,
  drafts: `select member_id || '/' || channel as id, member_id, ${dayOf('saved_at')} as since
    from notification_draft where authority_id = $1`,
  // With the account of its person, a token has ended too.
  tokens: `select t.id::text, null::uuid as member_id,
      ${dayOf('least(t.withdrawn_at, t.expires_at, a.disabled_at)')} as since
    from api_token t left join account a on a.id = t.account_id where t.authority_id = $1`,
  imports: `
    select 'agenda_import/' || id as id, null::uuid as member_id, ${dayOf('received_at')} as since
    from agenda_import where authority_id = $1
    union all select 'directory_import/' || id, null, ${dayOf('received_at')} from directory_import where authority_id = $1
    union all select 'register_import/' || id, null, ${dayOf('coalesce(taken_over_at, made_at)')}
    from register_import where authority_id = $1 and state <> 'taking-over'`,
  // What is still to be delivered is needed, and an event as long as any delivery of it is.
  webhooks: `select e.id::text, e.member_id, ${dayOf('max(greatest(d.owed_since, d.delivered_at))')} as since
    from webhook_event e join webhook_delivery d on d.authority_id = $1 and d.event_id = e.id
    where e.authority_id = $1 group by e.id, e.member_id having bool_and(d.state <> 'waiting')`,
  // What was given up by the channel is tried again, so its words are still needed.
  messages: `select id::text, member_id, ${dayOf('fixed_at')} as since from message
    where authority_id = $1 and erased_at is null
      and ${oldEnough('fixed_at')}
      and (sent_at is not null or withdrawn_at is not null or failed_reason <> 'given-up')`,
  briefings: `select m.id || '/' || b.member_id as id, b.member_id, m.meets_on as since
    from meeting m join (
      select meeting_id, member_id from briefing_edition where authority_id = $1
      union select i.meeting_id, r.member_id from relevance_answer r
        join agenda_item i on i.authority_id = $1 and i.id = r.agenda_item_id where r.authority_id = $1
      union select i.meeting_id, a.member_id from interview_answer a
        join agenda_item i on i.authority_id = $1 and i.id = a.agenda_item_id where a.authority_id = $1
    ) b on b.meeting_id = m.id
    where m.authority_id = $1`,
  advice: `select q.id::text, q.member_id,
      greatest(m.meets_on, ${dayOf('q.asked_at')}, max(${dayOf('a.answered_at')})) as since
    from advice_question q join meeting m on m.authority_id = $1 and m.id = q.meeting_id
      left join advice_answer a on a.authority_id = $1 and a.question_id = q.id
    where q.authority_id = $1 group by q.id, q.member_id, q.asked_at, m.meets_on`,
  letters: `select id::text, member_id, max(happened_on) over (partition by member_id, rule, subject) as since
    from escalation_step where authority_id = $1`,
  declarations: `select d.id::text, d.member_id, m.meets_on as since
    from disclosure d join meeting m on m.authority_id = $1 and m.id = d.meeting_id
    where d.authority_id = $1 and d.erased_at is null`,
  register: formerWith(['notification', 'register_entry', 'address_notice', 'register_confirmation']),
  'case-files': `select id::text, member_id, ${dayOf('closed_at')} as since from case_file
    where authority_id = $1 and closed_at is not null`,
  'audit-words': `select e.position::text as id, null::uuid as member_id, ${dayOf('e.application_at')} as since
    from audit_event e join audit_payload p on p.authority_id = e.authority_id and p.position = e.position
    where e.authority_id = $1 and ${oldEnough('e.application_at')}`,
  // Machine time decides here, so the days of the application's clock are not asked.
  'spent-sign-ins': `
    select spent.id, null::uuid as member_id, 'epoch'::date as since from (
      select 'session/' || sid as id from session where expire < now()
      union all select 'known_device/' || encode(token_hash, 'hex') from known_device
        where last_used_at < now() - interval '12 months'
      union all select 'rate_limit/' || key from rate_limit where expire < extract(epoch from now()) * 1000
      union all select 'sign_in_link/' || id from sign_in_link where expires_at < now() - interval '1 month'
      union all select 'passkey_challenge/' || encode(challenge_hash, 'hex') from passkey_challenge
        where expires_at < now()
      union all select 'interrupted_form/' || id from interrupted_form where expires_at < now()
      union all select 'used_logout_token/' || encode(token_hash, 'hex') from used_logout_token
        where expires_at < now()
    ) spent where $1::uuid is not null`,
  outbox: `select id::text, null::uuid as member_id, ${dayOf('sent_at')} as since from outbox_mail
    where $1::uuid is not null`,
  'intake-files': `select id::text, null::uuid as member_id, ${dayOf('coalesce(taken_in_at, read_at)')} as since
    from intake where authority_id = $1 and state not in ('taking-in', 'stopped')`,
  'left-accounts': `select id::text, null::uuid as member_id, since from accounts_of_those_who_left()
    where $1::uuid is not null`,
};

/** A day, a period, and who is held. */
export interface Asked {
  readonly kind: RetentionKind | InstallationKind;
  readonly months: number;
  /** Civil date. Due is what was kept for the whole period before this day. */
  readonly onDay: string;
  readonly held: readonly string[];
}

/** What is due on a day, the oldest first, so many at most: kept through its last day, and gone on the next. */
export async function dueOf(
  { manager, authorityId }: UnitOfWork,
  { kind, months, onDay, held }: Asked,
  atMost: number,
): Promise<Kept[]> {
  return manager.query<Kept[]>(
    `select kept.id, kept.member_id as "memberId", kept.since::text from (${KEPT[kind]}) kept
     where (kept.since + make_interval(months => $3))::date < $2::date
       and (kept.member_id is null or not kept.member_id = any ($4::uuid[]))
     order by kept.since, kept.id limit $5`,
    [authorityId, onDay, months, held, atMost],
  );
}

export interface Counts {
  /** Due and not held back. */
  readonly due: number;
  /** Due, and kept because somebody or something is held. */
  readonly heldBack: number;
}

export async function countsOf(
  { manager, authorityId }: UnitOfWork,
  { kind, months, onDay, held }: Asked,
): Promise<Counts> {
  const [counts] = await manager.query<Counts[]>(
    `select count(*) filter (where kept.member_id is null or not kept.member_id = any ($4::uuid[]))::int as due,
       count(*) filter (where kept.member_id = any ($4::uuid[]))::int as "heldBack"
     from (${KEPT[kind]}) kept
     where (kept.since + make_interval(months => $3))::date < $2::date`,
    [authorityId, onDay, months, held],
  );
  return counts ?? { due: 0, heldBack: 0 };
}
