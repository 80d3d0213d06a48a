import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Rulebooks } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { Notifications, Register } from '../../../register/index.js';
import { AsMember } from '../as-member.js';
import { giftsView } from './page.js';

/** The gifts and the hospitality that a member told of: accepted and refused, and what each donor gave together. */
@Controller('my/interests/gifts')
export class GiftsController {
  constructor(
    private readonly asMember: AsMember,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
  ) {}

  @Get()
  @Requires('NotifyOwnInterests')
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const gifts = await this.asMember.do(person, async (uow, memberId) => ({
      entries: await this.register.current(uow, memberId),
      notifications: await this.notifications.openedOf(uow, memberId),
      registersGifts: await this.#registersGifts(uow),
    }));
    response.render('web/my-interests/gifts/page.njk', giftsView(gifts));
  }

  async #registersGifts(uow: UnitOfWork): Promise<boolean> {
    const rulebook = await this.rulebooks.on(uow, this.clock.today());
    if (rulebook.kind === 'not-encoded') return false;
    return rulebook.requiredCategories().some(({ category }) => category === 'gifts');
  }
}
