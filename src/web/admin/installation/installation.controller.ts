import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RegisterSettings } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import type { CivilDate } from '../../../law/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { HomeAddressRound } from '../../../publication/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { actorOf } from '../admin-scope.js';
import { CommencementForm, dayIn, installationView, wordsOfDay } from './page.js';

const PAGE = 'web/admin/installation/page.njk';
const DAY_IS_MISSING = {
  field: 'from',
  href: '#from-day',
  text: 'Enter the day on which section 32A begins',
};
const SAVED = { text: 'Saved. Every public register here follows it.', success: true };

/** What holds for every council of the installation: the day on which s.32A begins. */
@Controller('admin/installation')
@Requires('AdministerInstallation')
export class InstallationController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly round: HomeAddressRound,
    private readonly settings: RegisterSettings,
  ) {}

  @Get()
  @Audits('none')
  async show(@Query('done') done: unknown, @Res() response: Response): Promise<void> {
    const from = await this.#day();
    const view = installationView(from, this.clock.today(), blankForm(wordsOfDay(from)));
    response.render(PAGE, { ...view, banner: done === undefined ? undefined : SAVED });
  }

  @Post()
  @Audits('residential-addresses.commencement-set')
  async save(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(CommencementForm, body);
    const day = form.ok ? dayIn(form.value) : undefined;
    if (day === undefined) {
      const refused = form.ok ? { errors: [DAY_IS_MISSING], words: form.words } : form;
      const view = installationView(await this.#day(), this.clock.today(), refusedForm(refused));
      response.status(400).render(PAGE, view);
      return;
    }
    await this.settings.setResidentialAddressesFrom(day, actorOf(person));
    await this.round.run();
    response.redirect(303, '/admin/installation?done');
  }

  async #day(): Promise<CivilDate | undefined> {
    return this.database.acrossAuthorities((manager) => this.settings.residentialAddressesFrom({ manager }));
  }
}
