import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { IdInAddress } from '../../page/index.js';
import { KnownLadders } from '../known.js';
import { bannerOf, ladderView } from './page.js';

/** What was done about one duty of one member, step by step, and what may be done next. */
@Controller('officer/escalations/:member/:duty')
export class OneController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownLadders,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('duty') duty: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const mayClimb = person.permissions.has('EscalateDuty');
    const view = await this.database.unitOfWork(actingOf(person), async (uow) =>
      ladderView(await this.known.of(uow, memberId, duty), mayClimb, this.clock.today()),
    );
    response.render('web/officer-escalation/one/page.njk', { ...view, banner: bannerOf(done) });
  }
}
