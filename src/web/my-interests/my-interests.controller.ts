import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Rulebooks } from '../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { RequiredCategory } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Queries, Register } from '../../register/index.js';
import { Notifying } from '../notify-interests/notifying.js';
import { receiptOf } from '../notify-interests/sent/page.js';
import { found, IdInAddress } from '../page/index.js';
import { AsMember } from './as-member.js';
import { MyRegister } from './my-register.js';
import { myInterestsView } from './page.js';

const CONFIRMED = { text: 'You have confirmed that the register is right.', success: true };

/** What the register holds of the member who asks, and the receipts of what they notified. */
@Controller('my/interests')
@Requires('NotifyOwnInterests')
@Audits('none')
export class MyInterestsController {
  constructor(
    private readonly asMember: AsMember,
    private readonly clock: Clock,
    private readonly mine: MyRegister,
    private readonly notifications: Notifications,
    private readonly notifying: Notifying,
    private readonly queries: Queries,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
  ) {}

  @Get()
  async show(
    @CurrentPerson() person: Person,
    @Query('confirmed') confirmed: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const held = await this.asMember.do(person, async (uow, memberId) => ({
      required: await this.#required(uow),
      entries: await this.register.history(uow, memberId),
      notifications: await this.notifications.openedOf(uow, memberId),
      withheldHomes: await this.mine.withheldHomes(uow, memberId),
      questions: await this.queries.waitingFor(uow, memberId),
      confirmation: (await this.mine.standing(uow, memberId)).confirmation,
    }));
    const banner = confirmed === undefined ? undefined : CONFIRMED;
    response.render('web/my-interests/page.njk', { ...myInterestsView(held), banner });
  }

  /** The receipt of a notification of everything. */
  @Get('receipts/:id')
  async receipt(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const receipt = await this.asMember.do(person, async (uow, memberId) => {
      const opened = found(await this.notifications.open(uow, id));
      const { memberId: whose, kind } = opened.notification;
      found(whose === memberId && kind === 'whole' ? opened : undefined);
      return receiptOf(opened, await this.#required(uow), await this.notifying.lawThen(uow, opened));
    });
    const title = 'What you notified';
    response.render('web/my-interests/receipt.njk', { title, backHref: '/my/interests', receipt });
  }

  /** What is asked about today; nothing where the law of today is not held here. */
  async #required(uow: UnitOfWork): Promise<readonly RequiredCategory[]> {
    const rulebook = await this.rulebooks.on(uow, this.clock.today());
    return rulebook.kind === 'not-encoded' ? [] : rulebook.requiredCategories();
  }
}
