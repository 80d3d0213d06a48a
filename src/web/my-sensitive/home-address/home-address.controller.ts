import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RegisterSettings } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { HomeAddresses, includesHomeAddress, Publishing, Register } from '../../../register/index.js';
import { validateForm } from '../../form/index.js';
import { AsMember } from '../../my-interests/index.js';
import { homeAddressView, mayAsk, NoticeForm, type KnownOfHome } from './page.js';

const PAGE = 'web/my-sensitive/home-address/page.njk';
const RECEIVED = { text: 'Your notice was received, and the public register follows it.', success: true };
const NOTHING_TO_DO = { text: 'It stands like this already. Nothing was changed.' };

/** A member's home address in the public register: what stands today, and their notices about it. */
@Controller('my/home-address')
@Requires('NotifyOwnInterests')
export class HomeAddressController {
  constructor(
    private readonly addresses: HomeAddresses,
    private readonly asMember: AsMember,
    private readonly clock: Clock,
    private readonly publishing: Publishing,
    private readonly register: Register,
    private readonly settings: RegisterSettings,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.asMember.do(person, (uow, memberId) => this.#known(uow, memberId));
    const banner = done === undefined ? undefined : RECEIVED;
    response.render(PAGE, { ...homeAddressView(known, this.clock.today()), banner });
  }

  @Post()
  @Audits('address.show-asked')
  async give(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(NoticeForm, body);
    const { known, given } = await this.asMember.do(person, async (uow, memberId) => {
      const known = await this.#known(uow, memberId);
      if (!form.ok || form.value.asks !== mayAsk(known)) return { known, given: false };
      await this.addresses.give(uow, memberId, form.value.asks);
      await this.publishing.refresh(uow, memberId);
      return { known, given: true };
    });
    if (given) {
      response.redirect(303, '/my/home-address?done');
      return;
    }
    const view = homeAddressView(known, this.clock.today());
    response.status(form.ok ? 409 : 400).render(PAGE, { ...view, banner: NOTHING_TO_DO });
  }

  async #known(uow: UnitOfWork, memberId: string): Promise<KnownOfHome> {
    const entries = await this.register.current(uow, memberId);
    return {
      withheldBy: await this.publishing.withholdsHome(uow, memberId),
      commencesOn: await this.settings.residentialAddressesFrom(uow),
      notices: await this.addresses.notices(uow, memberId),
      homes: entries.filter(({ details }) => includesHomeAddress(details)),
    };
  }
}
