import { Body as SentBody, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies, type Body, type ListedAuthority } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { SeatHolding, Seats, type SeatOnDay } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress, seatRoleInWords } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { beforeItBegan, LastDayForm, lastDayView } from '../last-day.js';

const PAGE = 'web/admin/last-day.njk';

interface Known {
  readonly council: ListedAuthority;
  readonly body: Body;
  readonly seat: SeatOnDay;
  /** The day from which the seat is held. */
  readonly fromOn: string;
}

/** Ending a member's time on a seat. */
@Controller('admin/authorities/:slug/bodies/:body/seats/:seat/empty')
export class EmptySeatController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
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
    response.render(PAGE, view(await this.#known(person, slug, bodyId, seatId), blankForm()));
  }

  @Post()
  @Requires('AdministerInstallation')
  @Audits('seat.emptied')
  async empty(
    @CurrentPerson() person: Person,
    @Param('slug') slug: string,
    @IdInAddress('body') bodyId: string,
    @IdInAddress('seat') seatId: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.#known(person, slug, bodyId, seatId);
    const form = validateForm(LastDayForm, sent);
    if (!form.ok) {
      response.status(400).render(PAGE, view(known, refusedForm(form)));
      return;
    }
    const result = await this.scope.inUnit(known.council.id, person, (uow) =>
      this.seats.empty(uow, seatId, form.value.lastDay),
    );
    if (!('refused' in result)) {
      response.redirect(303, `/admin/authorities/${slug}/bodies/${bodyId}?done=emptied`);
      return;
    }
    if (result.refused === 'nobody-holds-it') throw new Refusal(409, EMPTY);
    const refused = refusedForm({ errors: [beforeItBegan(known.fromOn)], words: form.words });
    response.status(400).render(PAGE, view(known, refused));
  }

  async #known(person: Person, slug: string, bodyId: string, seatId: string): Promise<Known> {
    const council = await this.scope.authority(slug);
    return this.scope.inUnit(council.id, person, async (uow) => {
      const body = found(await this.bodies.find(uow, bodyId));
      const seats = await this.seats.ofBody(uow, bodyId, this.clock.today());
      const seat = found(seats.find((one) => one.seatId === seatId));
      const holdings = await uow.manager.findBy(SeatHolding, { authorityId: council.id, seatId });
      const open = holdings.find(({ toOn }) => toOn === null);
      if (open === undefined) throw new Refusal(409, EMPTY);
      return { council, body, seat, fromOn: open.fromOn };
    });
  }
}

function view({ council, body, seat }: Known, form: FormState): object {
  const page = {
    title: 'Empty this seat',
    about: `${council.name}, ${body.name}: ${seatRoleInWords(seat.role)}, ${seat.holder?.name ?? ''}`,
    after: 'From the day after the seat is vacant, and the member is no longer briefed for this body.',
    backHref: `/admin/authorities/${council.slug}/bodies/${body.id}`,
  };
  return lastDayView(page, form);
}

const EMPTY = 'The last day of the member on this seat is recorded already. Nothing was changed.';
