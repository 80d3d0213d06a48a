import type { CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** What was declared at the meetings of a body. */
export interface DeclarationsOfBody {
  readonly body: string;
  /** Its meetings of that time, cancelled ones left out. */
  readonly meetings: number;
  /** Disclosable pecuniary interests. */
  readonly pecuniary: number;
  /** Interests that the code alone knows, party whips and council tax that is owed. */
  readonly other: number;
}

/**
 * What stands of what was told to meetings between two days, both included: counted by body, the most first. A
 * correction counts instead of what it corrects, and what was taken back counts no more.
 */
export async function declarationsByBody(
  uow: UnitOfWork,
  from: CivilDate,
  to: CivilDate,
): Promise<DeclarationsOfBody[]> {
  return uow.manager.query<DeclarationsOfBody[]>(
    `with met as (
       select id, body_id from meeting
       where authority_id = $1 and meets_on between $2 and $3 and status <> 'cancelled'
     ), declared as (
       select d.id, d.kind, d.interest_kind, met.body_id from disclosure d join met on met.id = d.meeting_id
       where d.authority_id = $1 and d.stage = 'at-meeting'
         and d.kind in ('interest', 'party-whip', 'council-tax-arrears')
         and d.id not in (select corrects_id from disclosure where authority_id = $1 and corrects_id is not null
                          union all
                          select confirms_id from disclosure where authority_id = $1 and confirms_id is not null)
     )
     select b.name as body,
            (select count(*)::integer from met where met.body_id = b.id) as meetings,
            (count(declared.id) filter (where declared.interest_kind = 'dpi'))::integer as pecuniary,
            (count(declared.id) filter (where declared.interest_kind is distinct from 'dpi'))::integer as other
     from body b left join declared on declared.body_id = b.id
     where b.authority_id = $1
     group by b.id, b.name
     having count(declared.id) > 0 or exists (select from met where met.body_id = b.id)
     order by count(declared.id) desc, b.name`,
    [uow.authorityId, from, to],
  );
}
