import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Ladders } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { listView, MOST_CLOSED } from './page.js';

/** The members whose duty is open and past its last day, and how far the officer has gone about it. */
@Controller('officer/escalations')
export class ListController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly ladders: Ladders,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) =>
      listView(
        await this.ladders.overdue(uow),
        await this.ladders.closed(uow, MOST_CLOSED),
        this.clock.today(),
      ),
    );
    response.render('web/officer-escalation/list/page.njk', view);
  }
}
