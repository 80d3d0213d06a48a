import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities, RegisterSettings } from '../../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Publishing } from '../../../register/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { practiceIn, practiceView, SettingsForm, wordsOfPractice, type KnownOfPractice } from './page.js';

const PAGE = 'web/officer-register-practice/settings/page.njk';
const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved. The public register follows it from now on.',
  figure: 'The figure for gifts is recorded.',
  seen: 'What was seen on the parish council’s website is recorded.',
};

/** The settings of the register, on one page. */
@Controller('officer/register/practice')
@Requires('SetRegisterPractice')
export class SettingsController {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly publishing: Publishing,
    private readonly settings: RegisterSettings,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.#known(uow));
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    const form = blankForm(wordsOfPractice(known.practice));
    response.render(PAGE, { ...practiceView(known, this.clock.today(), form), banner });
  }

  @Post()
  @Audits('register-setting.changed')
  async save(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(SettingsForm, body);
    const known = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.#known(uow);
      if (!form.ok) return known;
      const practice = practiceIn(form.value, known);
      await this.settings.set(uow, practice);
      if (practice.withholdsHomeAddresses !== known.practice.withholdsHomeAddresses)
        await this.publishing.refreshAll(uow);
      return known;
    });
    if (form.ok) response.redirect(303, '/officer/register/practice?done=saved');
    else response.status(400).render(PAGE, practiceView(known, this.clock.today(), refusedForm(form)));
  }

  async #known(uow: UnitOfWork): Promise<KnownOfPractice> {
    return {
      practice: await this.settings.of(uow),
      isParish: (await this.authorities.get(uow)).kind === 'parish',
      commencesOn: await this.settings.residentialAddressesFrom(uow),
      figures: await this.settings.giftThresholds(uow),
      seen: await this.settings.parishPublications(uow),
    };
  }
}
