import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Sensitivities } from '../../../register/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { addressOf, ADDRESSES, askedAbout, OwnInterests } from '../own-interests.js';
import { checkView, ReasonForm, requestView } from './page.js';

const PAGE = 'web/my-sensitive/request/page.njk';
const CHECK = 'web/my-sensitive/request/check.njk';
const DONE: Readonly<Record<string, string>> = {
  asked:
    'You have asked the monitoring officer. The details are kept off the public register while they decide.',
  withdrawn: 'You have taken your request back.',
};
const ASKED_ALREADY = { text: 'You have asked this already. Nothing more was sent.' };

/** A member asks for one of their interests to be treated as sensitive, and sees what became of it. */
@Controller(ADDRESSES)
@Requires('NotifyOwnInterests')
export class RequestController {
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
    @Query('done') done: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const own = await this.asMember.do(person, (uow, memberId) =>
      this.interests.find(uow, memberId, askedAbout(id, request.path)),
    );
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render(PAGE, { ...requestView(own, blankForm()), banner });
  }

  /**
   * The reason goes from the form to the page that asks to check it, and from there to the officer. It is kept nowhere
   * before it is sent: not in the session, a draft or an address.
   */
  @Post()
  @Audits('sensitivity.requested')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = askedAbout(id, request.path);
    const form = validateForm(ReasonForm, body);
    const send = form.ok && form.value.step === 'send' ? form.value.reason : undefined;
    const { own, result } = await this.asMember.do(person, async (uow, memberId) => ({
      own: await this.interests.find(uow, memberId, asked),
      result:
        send === undefined
          ? undefined
          : await this.sensitivities.request(uow, memberId, { ...asked, reason: send }),
    }));
    if (!form.ok) response.status(400).render(PAGE, requestView(own, refusedForm(form)));
    else if (form.value.step === 'change')
      response.status(200).render(PAGE, requestView(own, blankForm(form.words)));
    else if (result === undefined) response.status(200).render(CHECK, checkView(own, form.value.reason));
    else if (!('refused' in result)) response.redirect(303, `${addressOf(asked)}?done=asked`);
    else {
      found(result.refused === 'not-found' ? undefined : result);
      response.status(409).render(PAGE, { ...requestView(own, blankForm()), banner: ASKED_ALREADY });
    }
  }
}
