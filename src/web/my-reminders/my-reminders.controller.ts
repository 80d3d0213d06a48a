import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { ReminderPractices, Wishes } from '../../reminders/index.js';
import { blankForm, refusedForm, validateForm } from '../form/index.js';
import { AsMember } from '../my-interests/index.js';
import { found } from '../page/index.js';
import { myRemindersView, offBy, WishesForm, wordsOf, type MyReminders } from './page.js';
import { RemindersOfMember } from './told-of.js';

const PAGE = 'web/my-reminders/page.njk';

/** Which reminders a member gets, what they choose of them, and what came of those that went. */
@Controller('my/reminders')
@Requires('NotifyOwnInterests')
export class MyRemindersController {
  constructor(
    private readonly asMember: AsMember,
    private readonly authorities: Authorities,
    private readonly members: Members,
    private readonly practices: ReminderPractices,
    private readonly reminders: RemindersOfMember,
    private readonly wishes: Wishes,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.asMember.do(person, async (uow, memberId) => {
      const form = blankForm(wordsOf(await this.wishes.off(uow, memberId)));
      return myRemindersView(await this.#known(uow, memberId), form, done);
    });
    response.render(PAGE, view);
  }

  @Post()
  @Audits('reminder-wish.changed')
  async choose(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(WishesForm, body);
    if (form.ok) {
      const off = offBy(form.value);
      await this.asMember.do(person, (uow, memberId) => this.wishes.set(uow, memberId, off));
      response.redirect(303, '/my/reminders?done=saved');
      return;
    }
    const known = await this.asMember.do(person, (uow, memberId) => this.#known(uow, memberId));
    response.status(400).render(PAGE, myRemindersView(known, refusedForm(form), undefined));
  }

  async #known(uow: UnitOfWork, memberId: string): Promise<MyReminders> {
    return {
      authority: await this.authorities.get(uow),
      email: found(await this.members.find(uow, memberId)).email,
      practice: await this.practices.of(uow),
      told: await this.reminders.of(uow, memberId),
    };
  }
}
