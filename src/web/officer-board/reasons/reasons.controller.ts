import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { ComplianceBoard } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { reasonsView } from './page.js';

/** Why a member is on the board: every duty of theirs with its reasons and their sources. */
@Controller('officer/members/:id/duties')
export class ReasonsController {
  constructor(
    private readonly board: ComplianceBoard,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const member = found(await this.members.find(uow, id));
      return reasonsView(member, await this.board.ofMember(uow, id), this.clock.today());
    });
    response.render('web/officer-board/reasons/page.njk', view);
  }
}
