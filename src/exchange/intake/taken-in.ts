import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import { Database, INSTALLATION, type Actor } from '../../platform/database/index.js';
import { IntakeCouncil } from './intake.entity.js';
import { Invitations, type InvitationCounts } from './invitations.js';
import { hashOfRows, type RowTaken } from './take-council.js';

/** What an intake did to one council, and whether its rows are still what was recorded. */
export interface CouncilTaken {
  readonly name: string;
  readonly slug: string;
  readonly done: IntakeCouncil;
  readonly invitations: InvitationCounts;
  /** Do the rows that are kept give the hash that stands in the council's record? */
  readonly holds: boolean;
}

/** What became of an intake, council by council. */
@Injectable()
export class TakenIn {
  constructor(
    private readonly authorities: Authorities,
    private readonly database: Database,
    private readonly invitations: Invitations,
  ) {}

  /** The councils that are done, by name. */
  async councils(intakeId: string, actor: Actor): Promise<CouncilTaken[]> {
    const all = await this.authorities.all();
    const alsoSees = all.map(({ id }) => id);
    const done = await this.database.unitOfWork({ authorityId: INSTALLATION, alsoSees, actor }, (uow) =>
      uow.manager.findBy(IntakeCouncil, { intakeId }),
    );
    const taken: CouncilTaken[] = [];
    for (const { id, name, slug } of all) {
      const one = done.find(({ authorityId }) => authorityId === id);
      if (one === undefined) continue;
      taken.push(
        await this.database.unitOfWork({ authorityId: id, actor }, async (uow) => {
          const rows = await uow.manager.query<RowTaken[]>(
            `select r.row_number as row, r.member_id as "memberId", r.term_id as "termId", r.outcome,
               to_char(t.became_member_on, 'YYYY-MM-DD') as "becameMemberOn"
             from intake_row r join term_of_office t on t.authority_id = r.authority_id and t.id = r.term_id
             where r.authority_id = $1 and r.intake_id = $2`,
            [id, intakeId],
          );
          const invitations = await this.invitations.counts(uow, intakeId);
          return { name, slug, done: one, invitations, holds: hashOfRows(rows).equals(one.rowsHash) };
        }),
      );
    }
    return taken;
  }

  /** Sends the invitations of every council once more, to whoever has no password yet. @returns how many */
  async inviteAgain(intakeId: string, actor: Actor): Promise<number> {
    let again = 0;
    for (const { done } of await this.councils(intakeId, actor)) {
      again += await this.database.unitOfWork({ authorityId: done.authorityId, actor }, (uow) =>
        this.invitations.sendAgain(uow, intakeId),
      );
    }
    await this.invitations.handOn();
    return again;
  }
}
