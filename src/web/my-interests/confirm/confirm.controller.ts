import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Confirmations } from '../../../register/index.js';
import { refusedForm, validateForm } from '../../form/index.js';
import { AsMember } from '../as-member.js';
import { MyRegister } from '../my-register.js';
import { ConfirmForm, confirmView, seenOf } from './page.js';

const PAGE = 'web/my-interests/confirm/page.njk';

/** The regular confirmation that the register is right: the council's practice. */
@Controller('my/interests/confirm')
@Requires('NotifyOwnInterests')
export class ConfirmController {
  constructor(
    private readonly asMember: AsMember,
    private readonly confirmations: Confirmations,
    private readonly mine: MyRegister,
  ) {}

  @Get()
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const about = await this.asMember.do(person, (uow, memberId) => this.mine.toConfirm(uow, memberId));
    response.render(PAGE, confirmView(about));
  }

  @Post()
  @Audits('register.confirmed')
  async confirm(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(ConfirmForm, body);
    const seen = (body as { seen?: unknown } | undefined)?.seen;
    const result = await this.asMember.do(person, async (uow, memberId) => {
      const about = await this.mine.toConfirm(uow, memberId);
      const isSame = seen === seenOf(about.entries);
      if (form.ok && isSame) await this.confirmations.confirm(uow, memberId);
      return { about, isSame };
    });
    if (!form.ok) response.status(400).render(PAGE, confirmView(result.about, refusedForm(form)));
    else if (!result.isSame) response.status(409).render(PAGE, confirmView(result.about, undefined, true));
    else response.redirect(303, '/my/interests?confirmed');
  }
}
