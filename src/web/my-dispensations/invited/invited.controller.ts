import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DispensationInvitations } from '../../../dispensations/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { Naming } from '../naming.js';
import { invitedView } from './page.js';

const PAGE = 'web/my-dispensations/invited/page.njk';
const ASKED_ALREADY = 'You have asked for this already. Nothing more was sent.';
const NOT_NOW = 'What was prepared cannot be asked for any more. Ask for a dispensation in your own words.';

/** What was prepared for a member to ask: they read it, and ask with one press. */
@Controller('my/dispensations/invitations/:id')
@Requires('RequestDispensation')
export class InvitedController {
  constructor(
    private readonly asMember: AsMember,
    private readonly clock: Clock,
    private readonly invitations: DispensationInvitations,
    private readonly naming: Naming,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.asMember.do(person, async (uow, memberId) => {
      const invited = found(await this.invitations.find(uow, memberId, id));
      const names = await this.naming.of(uow, [invited.invitation.agendaItemId]);
      return invitedView(invited, names, this.clock.today());
    });
    response.render(PAGE, view);
  }

  @Post()
  @Audits('dispensation.requested')
  async confirm(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.invitations.confirm(uow, memberId, id),
    );
    if ('refused' in result) {
      found(result.refused === 'not-found' ? undefined : result);
      throw new Refusal(409, result.refused === 'asked-already' ? ASKED_ALREADY : NOT_NOW);
    }
    response.redirect(303, `/my/dispensations/${result.id}?done=asked`);
  }
}
