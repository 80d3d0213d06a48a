import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../../authorities/index.js';
import { Disclosures } from '../../../disclosures/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Meetings } from '../../../meetings/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { uuidIn } from '../declare/declaring.js';
import { refusedPage, refusalFor } from '../refusals.js';
import { declaredView, type DeclaredHere } from './page.js';

/** What a member has declared for a meeting: what to say aloud, and to take back or confirm it. */
@Controller('my/meetings/:id/declared')
@Requires('DiscloseInterest')
export class DeclaredController {
  constructor(
    private readonly asMember: AsMember,
    private readonly bodies: Bodies,
    private readonly disclosures: Disclosures,
    private readonly meetings: Meetings,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const here = await this.asMember.do(person, (uow, memberId) => this.#here(uow, memberId, meetingId));
    response.render('web/my-disclosures/declared/page.njk', declaredView(here, done));
  }

  @Post(':declaration/confirm')
  @Audits('disclosure.made')
  async confirm(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('declaration') confirms: string,
    @Body() { declaration }: { declaration?: unknown },
    @Res() response: Response,
  ): Promise<void> {
    const id = found(uuidIn(declaration));
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.disclosures.confirm(uow, { id, memberId, meetingId, confirms }),
    );
    answer(response, meetingId, result, 'confirmed');
  }

  @Post(':declaration/take-back')
  @Audits('disclosure.taken-back')
  async takeBack(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('declaration') takesBack: string,
    @Body() { declaration }: { declaration?: unknown },
    @Res() response: Response,
  ): Promise<void> {
    const id = found(uuidIn(declaration));
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.disclosures.takeBack(uow, { id, memberId, meetingId, takesBack }),
    );
    answer(response, meetingId, result, 'taken-back');
  }

  async #here(uow: UnitOfWork, memberId: string, meetingId: string): Promise<DeclaredHere> {
    const occasion = await this.disclosures.occasion(uow, { memberId, meetingId });
    const closed = 'refused' in occasion && refusalFor(occasion.refused);
    const meeting = found(await this.meetings.find(uow, meetingId));
    return {
      meeting,
      bodyName: (await this.bodies.find(uow, meeting.bodyId))?.name ?? '',
      items: await this.meetings.items(uow, meetingId),
      standing: await this.disclosures.standing(uow, meetingId, memberId),
      stage: closed === false && 'stage' in occasion ? occasion.stage : undefined,
    };
  }
}

type Result = Awaited<ReturnType<Disclosures['confirm'] | Disclosures['takeBack']>>;

function answer(response: Response, meetingId: string, result: Result, done: string): void {
  if ('refused' in result) refusedPage(response, meetingId, refusalFor(result.refused));
  else response.redirect(303, `/my/meetings/${meetingId}/declared?done=${done}`);
}
