import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { IdInAddress } from '../../page/index.js';
import { Naming } from '../../my-dispensations/index.js';
import { KnownDispensations } from '../known.js';
import { MeetingsInPeriod } from '../reach/meetings-in-period.js';
import { oneView } from './page.js';

const SAVED = { text: 'Your answers are saved. Members’ briefings follow them.', success: true };

/** One request, what became of it, and which items it reaches. */
@Controller('officer/dispensations/:id')
export class OneController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownDispensations,
    private readonly naming: Naming,
    private readonly periods: MeetingsInPeriod,
  ) {}

  @Get()
  @Requires('ReadDispensations')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('saved') saved: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const mayRead = person.permissions.has('GrantDispensation');
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.known.of(uow, person, id);
      const meetings = await this.periods.of(uow, known.one);
      const begunBefore = await this.naming.begunBefore(uow, known.one);
      return oneView(known, { meetings, begunBefore }, mayRead, this.clock.today());
    });
    const banner = saved === undefined ? undefined : SAVED;
    response.render('web/officer-dispensations/one/page.njk', { ...view, banner });
  }
}
