import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Trends } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { dateInWords } from '../../../wording/index.js';
import { trendsView } from './page.js';

/** How the council did over time, as charts with their tables. */
@Controller('officer/trends')
export class TrendsController {
  constructor(
    private readonly database: Database,
    private readonly trends: Trends,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const trends = await this.database.unitOfWork(actingOf(person), (uow) => this.trends.of(uow));
    const view =
      trends.kind === 'not-encoded'
        ? { title: 'How it goes over time', backHref: '/officer', notEncoded: dateInWords(trends.on) }
        : trendsView(trends);
    response.render('web/officer-board/trends/page.njk', view);
  }
}
