import { civilDate, type CivilDate } from '../../law/index.js';
import type { Standing, VotesOn } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** Terms that are alike to the law: begun and ended on the same days, and answered first on the same day. */
export interface GroupOfTerms {
  readonly standing: Standing;
  readonly votesOn: VotesOn;
  readonly becameMemberOn: CivilDate;
  readonly endedOn: CivilDate | undefined;
  /** When everything was first told for the term, be it before its first day; undefined where it was not by the day asked about. */
  readonly firstToldOn: CivilDate | undefined;
  readonly count: number;
}

interface Row {
  readonly standing: Standing;
  readonly votes_on: VotesOn;
  readonly became: string;
  readonly ended: string | null;
  readonly told: string | null;
  readonly count: number;
}

/**
 * Every term that began by a day, alike ones together: some hundred rows, whatever the number of members. As the law counts, the
 * first term takes whatever was told before it too, and a later one what was told from its poll on.
 */
export async function answersOfTerms(uow: UnitOfWork, asAt: CivilDate): Promise<GroupOfTerms[]> {
  const rows = await uow.manager.query<Row[]>(
    `select t.standing, t.votes_on, to_char(t.became_member_on, 'YYYY-MM-DD') as became,
            to_char(t.ended_on, 'YYYY-MM-DD') as ended, to_char(told.first_on, 'YYYY-MM-DD') as told,
            count(*)::integer as count
     from (
       select *, min(became_member_on) over (partition by member_id) as first_on
       from term_of_office where authority_id = $1
     ) t
     left join lateral (
       select min(n.received_on) as first_on from notification n
       where n.authority_id = $1 and n.member_id = t.member_id and n.kind = 'whole'
         and n.received_on <= least(t.ended_on, $2::date)
         and (t.became_member_on = t.first_on or n.received_on >= least(t.polling_day, t.became_member_on))
     ) told on true
     where t.became_member_on <= $2
     group by 1, 2, 3, 4, 5 order by 3`,
    [uow.authorityId, asAt],
  );
  return rows.map(({ standing, votes_on, became, ended, told, count }) => ({
    ...{ standing, votesOn: votes_on, becameMemberOn: civilDate(became), count },
    endedOn: ended === null ? undefined : civilDate(ended),
    firstToldOn: told === null ? undefined : civilDate(told),
  }));
}
