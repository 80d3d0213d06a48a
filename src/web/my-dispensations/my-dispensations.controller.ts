import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  DispensationInvitations,
  DispensationRequests,
  Dispensations,
  type OpenedDispensation,
} from '../../dispensations/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { AsMember } from '../my-interests/index.js';
import { found, IdInAddress } from '../page/index.js';
import { Naming } from './naming.js';
import { myDispensationsView, oneView } from './page.js';

const DONE: Readonly<Record<string, string>> = {
  asked: 'Your request was received. This page is your receipt.',
  withdrawn: 'You have taken your request back.',
};
const DECIDED = 'This request is decided already, so it cannot be taken back. Nothing was changed.';

/** A member's own dispensations: what was asked, what became of it, and what they are invited to ask. */
@Controller('my/dispensations')
@Requires('RequestDispensation')
export class MyDispensationsController {
  constructor(
    private readonly asMember: AsMember,
    private readonly clock: Clock,
    private readonly dispensations: Dispensations,
    private readonly invitations: DispensationInvitations,
    private readonly naming: Naming,
    private readonly requests: DispensationRequests,
  ) {}

  @Get()
  @Audits('none')
  async list(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const view = await this.asMember.do(person, async (uow, memberId) =>
      myDispensationsView(
        await this.dispensations.ofMember(uow, memberId),
        await this.invitations.list(uow, memberId),
        this.clock.today(),
      ),
    );
    response.render('web/my-dispensations/page.njk', view);
  }

  @Get(':id')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.asMember.do(person, async (uow, memberId) => {
      const one = await this.#own(uow, memberId, id);
      const names = await this.naming.of(uow, [one.request.agendaItemId]);
      const begunBefore = await this.naming.begunBefore(uow, one);
      return oneView(one, { names, begunBefore }, this.clock.today());
    });
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render('web/my-dispensations/one/page.njk', { ...view, banner });
  }

  @Post(':id/withdraw')
  @Audits('dispensation.withdrawn')
  async withdraw(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.requests.withdraw(uow, memberId, id),
    );
    if ('refused' in result) {
      found(result.refused === 'not-found' ? undefined : result);
      throw new Refusal(409, DECIDED);
    }
    response.redirect(303, `/my/dispensations/${id}?done=withdrawn`);
  }

  /** Another member's is not found. */
  async #own(uow: UnitOfWork, memberId: string, id: string): Promise<OpenedDispensation> {
    const own = await this.dispensations.ofMember(uow, memberId);
    return found(own.find(({ request }) => request.id === id));
  }
}
