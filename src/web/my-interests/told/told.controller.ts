import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { civilDate, londonDateOf } from '../../../law/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { Notifications, Register } from '../../../register/index.js';
import { found, IdInAddress, instantInWords } from '../../page/index.js';
import { AsMember } from '../as-member.js';
import { Laws } from '../law-says/laws.js';
import { fateInWords, toldRows, type ToldView } from './page.js';

/** The receipt of one change that was told. */
@Controller('my/interests/told')
export class ToldChangeController {
  constructor(
    private readonly asMember: AsMember,
    private readonly laws: Laws,
    private readonly notifications: Notifications,
    private readonly register: Register,
  ) {}

  @Get(':id')
  @Requires('NotifyOwnInterests')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.asMember.do(person, (uow, memberId) => this.#view(uow, memberId, id));
    response.render('web/my-interests/told/page.njk', view);
  }

  async #view(uow: UnitOfWork, memberId: string, id: string): Promise<ToldView> {
    const { notification, interests } = found(await this.notifications.open(uow, id));
    const isTheirs = notification.memberId === memberId && notification.kind === 'change';
    const interest = found(isTheirs ? interests[0] : undefined);
    const about =
      interest.aboutEntryId === null ? undefined : await this.register.find(uow, interest.aboutEntryId);
    const { receivedAt, receivedOn, enteredAt } = notification;
    const otherGifts = await this.laws.otherGifts(uow, memberId, notification);
    const law = await this.laws.on(uow, interest, { day: civilDate(receivedOn), sent: true, otherGifts });
    const isPrescribed = interest.category !== 'gifts' && interest.category !== 'other-bodies';
    return {
      title: 'Received',
      receivedAt: instantInWords(receivedAt),
      rows: toldRows(interest, about?.details),
      fate: fateInWords(interest.fate, enteredAt && londonDateOf(enteredAt)),
      sensitiveHref:
        interest.fate === null && interest.act !== 'end'
          ? `/my/interests/pending/${interest.id}/sensitive`
          : undefined,
      atMeetings:
        isPrescribed && interest.fate === null && (interest.act === 'add' || interest.act === 'change'),
      isGift: interest.category === 'gifts',
      ...law,
    };
  }
}
