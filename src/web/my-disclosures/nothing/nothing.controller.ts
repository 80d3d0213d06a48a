import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Disclosures } from '../../../disclosures/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { blankForm } from '../../form/index.js';
import { uuidIn } from '../declare/declaring.js';
import { refusalFor, refusedPage } from '../refusals.js';

const PAGE = 'web/my-disclosures/nothing/page.njk';

/** "I have nothing to declare" is recorded as that. It is what the member says, and never that there is no interest. */
@Controller('my/meetings/:id/nothing')
@Requires('DiscloseInterest')
export class NothingController {
  constructor(
    private readonly asMember: AsMember,
    private readonly disclosures: Disclosures,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { occasion, declared } = await this.asMember.do(person, async (uow, memberId) => ({
      occasion: await this.disclosures.occasion(uow, { memberId, meetingId }),
      declared: (await this.disclosures.standing(uow, meetingId, memberId)).some(
        ({ kind }) => kind !== 'nothing',
      ),
    }));
    if ('refused' in occasion) refusedPage(response, meetingId, refusalFor(occasion.refused));
    else response.render(PAGE, nothingView(meetingId, declared));
  }

  @Post()
  @Audits('disclosure.made')
  async say(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @Body() { declaration }: { declaration?: unknown },
    @Res() response: Response,
  ): Promise<void> {
    const id = found(uuidIn(declaration));
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.disclosures.declareNothing(uow, { id, memberId, meetingId }),
    );
    if (!('refused' in result))
      response.redirect(303, `/my/meetings/${meetingId}/declared?done=${result.id}`);
    else if (result.refused === 'has-declared')
      response.status(409).render(PAGE, nothingView(meetingId, true));
    else refusedPage(response, meetingId, refusalFor(result.refused));
  }
}

const nothingView = (meetingId: string, declared: boolean): object => ({
  title: declared ? 'You have declared something for this meeting' : 'You have nothing to declare',
  backHref: `/my/meetings/${meetingId}`,
  base: `/my/meetings/${meetingId}`,
  declared,
  declarationId: randomUUID(),
  form: blankForm(),
});
