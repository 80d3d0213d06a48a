import { Body as SentBody, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies, type Body } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Seats } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { bannerFor } from '../banners.js';
import { addBodyView, addSeatsView, BodyForm, bodyView, quorumOf, SeatsForm } from './page.js';

/** The bodies of one council, and their seats. */
@Controller('admin/authorities/:slug')
export class BodiesController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly scope: AdminScope,
    private readonly seats: Seats,
  ) {}

  @Get('add-body')
  @Requires('AdministerInstallation')
  @Audits('none')
  async askBody(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    response.render('web/admin/bodies/add.njk', addBodyView(await this.scope.authority(slug), blankForm()));
  }

  @Post('add-body')
  @Requires('AdministerInstallation')
  @Audits('body.added')
  async addBody(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const council = await this.scope.authority(slug);
    const again = (form: FormState): void => {
      response.status(400).render('web/admin/bodies/add.njk', addBodyView(council, form));
    };
    const form = validateForm(BodyForm, sent);
    if (!form.ok) {
      again(refusedForm(form));
      return;
    }
    const { name, kind } = form.value;
    const body = { name, kind, quorum: quorumOf(form.value) };
    const result = await this.scope.inUnit(council.id, person, (uow) => this.bodies.add(uow, body));
    if ('refused' in result) {
      const text = 'This council has a body of this name already';
      again(refusedForm({ errors: [{ field: 'name', href: '#name', text }], words: form.words }));
      return;
    }
    response.redirect(303, `/admin/authorities/${slug}/bodies/${result.id}?done=body`);
  }

  @Get('bodies/:body')
  @Requires('AdministerInstallation')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @IdInAddress('body') bodyId: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const council = await this.scope.authority(slug);
    const view = await this.scope.inUnit(council.id, person, async (uow) => {
      const body = found(await this.bodies.find(uow, bodyId));
      return bodyView(council, body, await this.seats.ofBody(uow, bodyId, this.clock.today()));
    });
    response.render('web/admin/bodies/body.njk', { ...view, banner: bannerFor(done) });
  }

  @Get('bodies/:body/add-seats')
  @Requires('AdministerInstallation')
  @Audits('none')
  async askSeats(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @IdInAddress('body') bodyId: string,
    @Res() response: Response,
  ): Promise<void> {
    const council = await this.scope.authority(slug);
    const body = await this.#body(council.id, person, bodyId);
    response.render('web/admin/bodies/add-seats.njk', addSeatsView(council, body, blankForm({ count: '1' })));
  }

  @Post('bodies/:body/add-seats')
  @Requires('AdministerInstallation')
  @Audits('seat.added')
  async addSeats(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @IdInAddress('body') bodyId: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const council = await this.scope.authority(slug);
    const body = await this.#body(council.id, person, bodyId);
    const form = validateForm(SeatsForm, sent);
    if (!form.ok) {
      const view = addSeatsView(council, body, refusedForm(form));
      response.status(400).render('web/admin/bodies/add-seats.njk', view);
      return;
    }
    const { role, count, note = '' } = form.value;
    await this.scope.inUnit(council.id, person, async (uow) => {
      for (let added = 0; added < Number(count); added += 1) {
        await this.seats.add(uow, { bodyId, role, ...(note === '' ? {} : { note }) });
      }
    });
    response.redirect(303, `/admin/authorities/${slug}/bodies/${bodyId}?done=seats`);
  }

  async #body(authorityId: string, person: Person, bodyId: string): Promise<Body> {
    return found(await this.scope.inUnit(authorityId, person, (uow) => this.bodies.find(uow, bodyId)));
  }
}
