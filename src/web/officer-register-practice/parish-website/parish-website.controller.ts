import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities, RegisterSettings } from '../../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { found } from '../../page/index.js';
import { SeenForm, seenView } from './page.js';

const PAGE = 'web/officer-register-practice/parish-website/page.njk';

/** Evidence that a parish council's own website carries its register (s.29(7)). */
@Controller('officer/register/practice/parish-website')
@Requires('SetRegisterPractice')
export class ParishWebsiteController {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly settings: RegisterSettings,
  ) {}

  @Get()
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const website = await this.database.unitOfWork(actingOf(person), async (uow) => {
      await this.#onlyParishes(uow);
      return (await this.settings.of(uow)).parishWebsite;
    });
    response.render(PAGE, seenView(blankForm({ url: website ?? '' })));
  }

  @Post()
  @Audits('parish-publication.seen')
  async record(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(SeenForm, body, { today: this.clock.today() });
    await this.database.unitOfWork(actingOf(person), async (uow) => {
      await this.#onlyParishes(uow);
      if (form.ok)
        await this.settings.recordParishPublication(uow, { url: form.value.url, seenOn: form.value.seenOn });
    });
    if (form.ok) response.redirect(303, '/officer/register/practice?done=seen');
    else response.status(400).render(PAGE, seenView(refusedForm(form)));
  }

  /** No other authority owes it. */
  async #onlyParishes(uow: UnitOfWork): Promise<void> {
    const { kind } = await this.authorities.get(uow);
    found(kind === 'parish' ? kind : undefined);
  }
}
