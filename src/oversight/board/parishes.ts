import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import { Duties, isOpen, type Board } from '../../duties/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Acting } from '../../platform/database/index.js';

/** How the register of one parish stands: what its principal authority's monitoring officer keeps (s.29(4), (9)). */
export interface ParishStanding {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly members: number;
  /** Who has not answered, whether or not there is still time. */
  readonly notAnswered: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly toEnter: number;
  /** The newest day on which somebody saw the register on the parish's own website (s.29(7)). */
  readonly lastSeenOn: CivilDate | undefined;
}

/** A principal authority's parishes, side by side. */
@Injectable()
export class Parishes {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly duties: Duties,
  ) {}

  /**
   * The parishes of the acting authority, by name: each counted by the code that makes its own board, all of them in one
   * reading. Only for whoever answers for them; the caller sees to that.
   */
  async of(acting: Acting): Promise<ParishStanding[]> {
    const all = await this.authorities.all();
    const parishes = all.filter(({ principalAuthorityId }) => principalAuthorityId === acting.authorityId);
    if (parishes.length === 0) return [];
    const ids = parishes.map(({ id }) => id);
    return this.database.unitOfWork({ ...acting, alsoSees: ids }, async (uow) => {
      const boards = await this.duties.boards(uow, ids, this.clock.today());
      const rows = await uow.manager.query<{ id: string; day: string }[]>(
        `select authority_id as id, to_char(max(seen_on), 'YYYY-MM-DD') as day
         from parish_publication where authority_id = any ($1) group by authority_id`,
        [ids],
      );
      const seen = new Map(rows.map(({ id, day }) => [id, civilDate(day)]));
      return parishes.map(({ id, slug, name }) => ({
        ...{ id, slug, name, lastSeenOn: seen.get(id) },
        ...countsOf(boards.get(id)),
      }));
    });
  }
}

function countsOf(
  board: Board | undefined,
): Pick<ParishStanding, 'members' | 'notAnswered' | 'dueSoon' | 'overdue' | 'toEnter'> {
  const duties = board?.duties ?? [];
  return {
    members: duties.length,
    notAnswered: duties.filter(({ state }) => isOpen(state)).length,
    dueSoon: duties.filter(({ state }) => state === 'due-soon').length,
    overdue: duties.filter(({ state }) => state === 'overdue').length,
    toEnter: duties.reduce((sum, { pending }) => sum + pending, 0),
  };
}
