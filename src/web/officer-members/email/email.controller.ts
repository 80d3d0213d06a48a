import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members, type Member } from '../../../members/index.js';
import { Database } from '../../../platform/database/index.js';
import { refusedForm, validateForm } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { EmailForm, emailView } from './page.js';

const PAGE = 'web/officer-members/email/page.njk';

/** Where reminders reach a member: for the officers who answer for what comes back. */
@Controller('officer/members/:member/email')
@Requires('ManageReminders')
export class MemberEmailController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  @Get()
  @Audits('none')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, emailView(await this.#member(person, memberId)));
  }

  @Post()
  @Audits('member.email-changed')
  async change(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const member = await this.#member(person, memberId);
    const form = validateForm(EmailForm, body);
    if (!form.ok) {
      response.status(400).render(PAGE, emailView(member, refusedForm(form)));
      return;
    }
    const email = form.value.email === '' ? null : form.value.email;
    await this.database.unitOfWork(actingOf(person), (uow) =>
      this.members.correctEmail(uow, memberId, email),
    );
    response.redirect(303, `/officer/members/${memberId}?done=email`);
  }

  async #member(person: Person, memberId: string): Promise<Member> {
    return this.database.unitOfWork(actingOf(person), async (uow) =>
      found(await this.members.find(uow, memberId)),
    );
  }
}
