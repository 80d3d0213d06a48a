import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { Sensitivities, type OpenedRequest } from '../../../register/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { addressOf, ADDRESSES, askedAbout, OwnInterests, type OwnInterest } from '../own-interests.js';
import { withdrawView } from '../request/page.js';

const PAGE = 'web/my-sensitive/withdraw/page.njk';

/** A member takes back that an interest be treated as sensitive. */
@Controller(ADDRESSES.map((address) => `${address}/withdraw`))
@Requires('NotifyOwnInterests')
export class WithdrawController {
  constructor(
    private readonly asMember: AsMember,
    private readonly interests: OwnInterests,
    private readonly sensitivities: Sensitivities,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const own = await this.asMember.do(person, (uow, memberId) =>
      this.interests.find(uow, memberId, askedAbout(id, request.path)),
    );
    standing(own);
    response.render(PAGE, withdrawView(own));
  }

  @Post()
  @Audits('sensitivity.withdrawn')
  async withdraw(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = askedAbout(id, request.path);
    const result = await this.asMember.do(person, async (uow, memberId) => {
      const own = await this.interests.find(uow, memberId, asked);
      return this.sensitivities.withdraw(uow, memberId, standing(own).request.id);
    });
    if ('refused' in result) throw new Refusal(409, NOTHING_TO_TAKE_BACK);
    response.redirect(303, `${addressOf(asked)}?done=withdrawn`);
  }
}

/** The member's own request that keeps the details back. */
function standing({ requests }: OwnInterest): OpenedRequest {
  const [newest] = requests;
  const holds = newest?.request.decision === null || newest?.request.decision === 'agreed';
  return found(holds && newest.request.origin === 'member' ? newest : undefined);
}

const NOTHING_TO_TAKE_BACK = 'This request was settled already. Nothing was changed.';
