import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DispensationInvitations } from '../../../dispensations/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormError } from '../../form/index.js';
import { askedIn, askErrors, AskForm, errorAt, send, type Answer } from '../../my-dispensations/index.js';
import { GrantersChoices } from '../choices.js';
import { inviteView, membersIn } from './page.js';

const PAGE = 'web/officer-dispensations/invite/page.njk';
const NOBODY = errorAt('members', 'Choose at least one member');

/** An officer or a clerk prepares one request for several members to make. */
@Controller('officer/dispensations/invite')
@Requires('GrantDispensation')
export class InviteController {
  constructor(
    private readonly choices: GrantersChoices,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly invitations: DispensationInvitations,
  ) {}

  @Get()
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const choices = await this.database.unitOfWork(actingOf(person), (uow) => this.choices.of(uow));
    response.render(PAGE, inviteView(choices, blankForm()));
  }

  @Post()
  @Audits('dispensation.invited')
  async invite(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(AskForm, body, { today: this.clock.today() });
    const answer = await this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const choices = await this.choices.of(uow);
      const { words } = form;
      const memberIds = membersIn(words).filter((id) => choices.members.some(({ value }) => value === id));
      const again = (errors: readonly FormError[]): Answer => {
        const view = inviteView(choices, refusedForm({ errors, words }));
        return { status: 400, page: PAGE, view };
      };
      const nobody = memberIds.length === 0 ? [NOBODY] : [];
      if (!form.ok) return again([...nobody, ...form.errors]);
      const { from, to } = form.value;
      const result = await this.invitations.invite(uow, memberIds, { ...askedIn(form.value), from, to });
      if (!('refused' in result)) return { location: '/officer/dispensations?done=invited' };
      if (result.refused === 'nobody' || result.refused === 'no-such-member') return again([NOBODY]);
      return again(askErrors(result));
    });
    send(response, answer);
  }
}
