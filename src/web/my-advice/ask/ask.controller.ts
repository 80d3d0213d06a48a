import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Advice, canBeAsked } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { send, type Answer } from '../../my-dispensations/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { askView, QuestionForm, type AskedAbout } from './page.js';

const PAGE = 'web/my-advice/ask/page.njk';

/** A member asks the monitoring officer about one item of a meeting that is to come. */
@Controller('my/meetings/:id/items/:item/ask')
@Requires('AskForAdvice')
export class AskController {
  constructor(
    private readonly advice: Advice,
    private readonly asMember: AsMember,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.asMember.do(person, async (uow) =>
      askView(await this.#about(uow, meetingId, itemId), blankForm()),
    );
    response.render(PAGE, view);
  }

  @Post()
  @Audits('advice.asked')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(QuestionForm, body);
    const answer = await this.asMember.do(person, async (uow, memberId): Promise<Answer> => {
      const about = await this.#about(uow, meetingId, itemId);
      if (!form.ok) return { status: 400, page: PAGE, view: askView(about, refusedForm(form)) };
      const { question, sensitive } = form.value;
      const asked = { meetingId, itemId, question, saysSensitive: sensitive === 'yes' };
      const result = await this.advice.ask(uow, memberId, asked);
      return { location: `/my/advice/${found('id' in result ? result.id : undefined)}?done=asked` };
    });
    send(response, answer);
  }

  /** An item of another council, of a meeting that is over or cancelled, or of no agenda any more is not found. */
  async #about(uow: UnitOfWork, meetingId: string, itemId: string): Promise<AskedAbout> {
    const at = found(await this.advice.itemOf(uow, meetingId, itemId));
    found(canBeAsked(at.meeting, this.clock.today()) ? at : undefined);
    return { ...at, bodyName: (await this.bodies.find(uow, at.meeting.bodyId))?.name ?? '' };
  }
}
