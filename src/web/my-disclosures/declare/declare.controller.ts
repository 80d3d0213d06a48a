import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { AsMember } from '../../my-interests/index.js';
import { IdInAddress } from '../../page/index.js';
import { refusedPage } from '../refusals.js';
import { DeclaringAnInterest, uuidIn, type Declared } from './declaring.js';
import { declarePage } from './page.js';

/** A member declares an interest in one item, before the meeting or at it. */
@Controller('my/meetings/:id/items/:item/disclose')
@Requires('DiscloseInterest')
export class DeclareController {
  constructor(
    private readonly asMember: AsMember,
    private readonly declaring: DeclaringAnInterest,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Query() { interest, changes }: { interest?: unknown; changes?: unknown },
    @Res() response: Response,
  ): Promise<void> {
    const begun = { interest: uuidIn(interest), changes: uuidIn(changes) };
    const first = await this.asMember.do(person, (uow, memberId) =>
      this.declaring.begin(uow, { memberId, meetingId, itemId }, begun),
    );
    answer(response, meetingId, first);
  }

  /**
   * The answers go from page to page and are kept nowhere before the last one is sent: not in the session, a draft or an
   * address.
   */
  @Post()
  @Audits('disclosure.made')
  async send(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const next = await this.asMember.do(person, (uow, memberId) =>
      this.declaring.next(uow, { memberId, meetingId, itemId }, body),
    );
    answer(response, meetingId, next);
  }
}

function answer(response: Response, meetingId: string, declared: Declared): void {
  if ('done' in declared) response.redirect(303, `/my/meetings/${meetingId}/declared?done=${declared.done}`);
  else if ('refused' in declared) refusedPage(response, meetingId, declared.refused);
  else {
    const { template, view } = declarePage(declared.page);
    response.status(declared.page.turn.refused ? 400 : 200).render(template, view);
  }
}
