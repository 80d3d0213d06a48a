import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Parishes, type ParishStanding } from '../../../oversight/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { found } from '../../page/index.js';
import { parishesAsCsv } from '../as-csv.js';
import { parishesView } from './page.js';

/** The parishes whose registers this council's monitoring officer keeps (Localism Act 2011 s.29(4), (9)). */
@Controller('officer')
@Requires('ReadComplianceBoard')
@Audits('none')
export class ParishesController {
  constructor(private readonly parishes: Parishes) {}

  @Get('parishes')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const { authorityName } = found(person.acting);
    const view = parishesView(await this.#of(person), authorityName);
    response.render('web/officer-board/parishes/page.njk', view);
  }

  /** The same list as a file. */
  @Get('parishes.csv')
  async file(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    response
      .type('text/csv; charset=utf-8; header=present')
      .setHeader('Content-Disposition', 'attachment; filename="parishes.csv"')
      .send(parishesAsCsv(await this.#of(person)));
  }

  /** Another council's rows are counted here: for the monitoring officer and deputies, who answer for them, alone. */
  async #of(person: Person): Promise<ParishStanding[]> {
    const roles = found(person.acting).roles;
    const answers = roles.includes('monitoring-officer') || roles.includes('deputy-monitoring-officer');
    if (!answers)
      throw new Refusal(
        403,
        'Only the monitoring officer, or a deputy, answers for the registers of parish councils.',
      );
    return this.parishes.of(actingOf(person));
  }
}
