import { Body as SentBody, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities, Bodies, type Body } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members, Seats } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { AdminScope } from '../admin-scope.js';
import { bannerFor } from '../banners.js';
import {
  authorityView,
  CodeForm,
  codeView,
  StandingOrderForm,
  standingOrderView,
  type KnownOfAuthority,
} from './page.js';

/** One council: what it adopted, which bodies it has and who its members are. */
@Controller('admin/authorities/:slug')
export class AuthorityController {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly scope: AdminScope,
    private readonly seats: Seats,
  ) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = await this.scope.authority(slug);
    const known = await this.scope.inUnit(id, person, (uow) => this.#known(uow));
    response.render('web/admin/authority/page.njk', { ...authorityView(known), banner: bannerFor(done) });
  }

  @Get('codes/adopt')
  @Requires('AdministerInstallation')
  @Audits('none')
  async askCode(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    response.render('web/admin/authority/code.njk', codeView(await this.scope.authority(slug), blankForm()));
  }

  @Post('codes/adopt')
  @Requires('AdministerInstallation')
  @Audits('code.adopted')
  async adoptCode(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @SentBody() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const authority = await this.scope.authority(slug);
    const again = (form: FormState): void => {
      response.status(400).render('web/admin/authority/code.njk', codeView(authority, form));
    };
    const form = validateForm(CodeForm, body);
    if (!form.ok) {
      again(refusedForm(form));
      return;
    }
    const result = await this.scope.inUnit(authority.id, person, (uow) =>
      this.authorities.adoptCode(uow, form.value),
    );
    if ('refused' in result) {
      const text = 'A code that applies from this day or a later one is recorded already';
      again(refusedForm({ errors: [{ field: 'fromOn', href: '#fromOn-day', text }], words: form.words }));
      return;
    }
    response.redirect(303, `/admin/authorities/${slug}?done=code`);
  }

  @Get('standing-orders/adopt')
  @Requires('AdministerInstallation')
  @Audits('none')
  async askStandingOrder(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const view = standingOrderView(await this.scope.authority(slug), blankForm());
    response.render('web/admin/authority/standing-order.njk', view);
  }

  @Post('standing-orders/adopt')
  @Requires('AdministerInstallation')
  @Audits('standing-order.adopted')
  async adoptStandingOrder(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @SentBody() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const authority = await this.scope.authority(slug);
    const again = (form: FormState): void => {
      response
        .status(400)
        .render('web/admin/authority/standing-order.njk', standingOrderView(authority, form));
    };
    const form = validateForm(StandingOrderForm, body);
    if (!form.ok) {
      again(refusedForm(form));
      return;
    }
    const order = { kind: 'excludes-from-room', fromOn: form.value.fromOn } as const;
    const result = await this.scope.inUnit(authority.id, person, (uow) =>
      this.authorities.adoptStandingOrder(uow, order),
    );
    if ('refused' in result) {
      const text = 'Such a standing order is in force already on this day';
      again(refusedForm({ errors: [{ field: 'fromOn', href: '#fromOn-day', text }], words: form.words }));
      return;
    }
    response.redirect(303, `/admin/authorities/${slug}?done=standing-order`);
  }

  async #known(uow: UnitOfWork): Promise<KnownOfAuthority> {
    const bodies = await this.bodies.list(uow);
    return {
      authority: await this.authorities.get(uow),
      codes: await this.authorities.adoptedCodes(uow),
      standingOrders: await this.authorities.standingOrders(uow),
      bodies,
      seats: await this.#seats(uow, bodies),
      members: await this.members.list(uow),
      terms: await this.members.terms(uow),
    };
  }

  async #seats(uow: UnitOfWork, bodies: readonly Body[]): Promise<KnownOfAuthority['seats']> {
    const counted = new Map<string, { all: number; empty: number }>();
    for (const { id } of bodies) {
      const seats = await this.seats.ofBody(uow, id, this.clock.today());
      counted.set(id, {
        all: seats.length,
        empty: seats.filter(({ holder }) => holder === undefined).length,
      });
    }
    return counted;
  }
}
