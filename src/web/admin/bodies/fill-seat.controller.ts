import { Body as SentBody, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies, type Body, type ListedAuthority } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { covers, Members, Seats, type Member, type SeatOnDay } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormError } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { FillForm, fillView } from './page.js';

/** What the page shows of the seat and of who may hold it. */
interface Known {
  readonly council: ListedAuthority;
  readonly body: Body;
  readonly seat: SeatOnDay;
  readonly members: readonly Member[];
}

/** Seating a member on a vacant seat. */
@Controller('admin/authorities/:slug/bodies/:body/seats/:seat/fill')
export class FillSeatController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly scope: AdminScope,
    private readonly seats: Seats,
  ) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async ask(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @IdInAddress('body') bodyId: string,
    @IdInAddress('seat') seatId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { council, body, seat, members } = await this.#known(person, slug, bodyId, seatId);
    response.render('web/admin/bodies/fill.njk', fillView(council, body, seat, members, blankForm()));
  }

  @Post()
  @Requires('AdministerInstallation')
  @Audits('seat.filled')
  async fill(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @IdInAddress('body') bodyId: string,
    @IdInAddress('seat') seatId: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { council, body, seat, members } = await this.#known(person, slug, bodyId, seatId);
    const form = validateForm(FillForm, sent);
    const problem = form.ok
      ? await this.scope.inUnit(council.id, person, (uow) => this.#seat(uow, seatId, form.value, members))
      : undefined;
    if (form.ok && problem === undefined) {
      response.redirect(303, `/admin/authorities/${slug}/bodies/${bodyId}?done=filled`);
      return;
    }
    const refused = refusedForm(form.ok ? { errors: problem ? [problem] : [], words: form.words } : form);
    response.status(400).render('web/admin/bodies/fill.njk', fillView(council, body, seat, members, refused));
  }

  /** Seats the member, or says why not, and then nothing is changed. */
  async #seat(
    uow: UnitOfWork,
    seatId: string,
    { memberId, fromOn }: FillForm,
    members: readonly Member[],
  ): Promise<FormError | undefined> {
    if (!members.some(({ id }) => id === memberId)) {
      return { field: 'memberId', href: '#memberId', text: 'Choose a member of this council' };
    }
    const terms = await this.members.terms(uow, memberId);
    if (!terms.some((term) => covers(term, fromOn))) {
      return {
        field: 'fromOn',
        href: '#fromOn-day',
        text: 'This person is not a member of the council on that day',
      };
    }
    const result = await this.seats.fill(uow, { seatId, memberId, fromOn });
    if (!('refused' in result)) return undefined;
    return { field: 'fromOn', href: '#fromOn-day', text: 'Somebody holds the seat on that day already' };
  }

  async #known(person: Person, slug: string, bodyId: string, seatId: string): Promise<Known> {
    const council = await this.scope.authority(slug);
    return this.scope.inUnit(council.id, person, async (uow) => {
      const body = found(await this.bodies.find(uow, bodyId));
      const seats = await this.seats.ofBody(uow, bodyId, this.clock.today());
      const seat = found(seats.find((one) => one.seatId === seatId));
      return { council, body, seat, members: await this.members.list(uow) };
    });
  }
}
