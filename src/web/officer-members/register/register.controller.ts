import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { parseCivilDate, type CivilDate } from '../../../law/index.js';
import { Members } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Register } from '../../../register/index.js';
import { refusedForm, validateForm, wordsOfDate } from '../../form/index.js';
import { Withholding } from '../../officer-notifications/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AsAtForm, memberRegisterView, type KnownOfRegister } from './page.js';

const PAGE = 'web/officer-members/register/page.njk';

/** One member's register as the officer keeps it: with its history, or as it stood at the end of a past day. */
@Controller('officer/members/:member/register')
export class MemberRegisterController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly members: Members,
    private readonly register: Register,
    private readonly withholding: Withholding,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const asked = askedIn(query);
    if (asked === undefined) {
      response.render(PAGE, memberRegisterView(await this.#known(person, memberId, undefined)));
      return;
    }
    const form = validateForm(AsAtForm, asked, { today: this.clock.today() });
    if (!form.ok) {
      const known = await this.#known(person, memberId, undefined);
      response.status(400).render(PAGE, memberRegisterView(known, refusedForm(form)));
    } else if ('as-at' in query) {
      response.render(PAGE, memberRegisterView(await this.#known(person, memberId, form.value.asAt)));
    } else {
      response.redirect(303, `/officer/members/${memberId}/register?as-at=${form.value.asAt}`);
    }
  }

  async #known(person: Person, memberId: string, asAt: CivilDate | undefined): Promise<KnownOfRegister> {
    return this.database.unitOfWork(actingOf(person), async (uow) => ({
      member: found(await this.members.find(uow, memberId)),
      entries:
        asAt === undefined
          ? await this.register.history(uow, memberId)
          : await this.register.asAt(uow, memberId, asAt),
      asAt,
      withheld: await this.withholding.from(uow, person, memberId),
    }));
  }
}

/** The words of the day asked about: of an address with `as-at`, or of the form's three boxes. */
function askedIn(query: Readonly<Record<string, unknown>>): object | undefined {
  const asAt = query['as-at'];
  if (typeof asAt === 'string') return { ...wordsOfDate('asAt', parseCivilDate(asAt)) };
  return 'asAt-day' in query ? query : undefined;
}
