import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DispensationCoverages } from '../../../dispensations/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm } from '../../form/index.js';
import { send, type Answer } from '../../my-dispensations/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { KnownDispensations, type KnownOfOne } from '../known.js';
import { MeetingsInPeriod, type MeetingInPeriod } from './meetings-in-period.js';
import { firstWords, reachView, saidIn } from './page.js';

const PAGE = 'web/officer-dispensations/reach/page.njk';
const REVISED = { text: 'The agenda was revised since you opened this page. Read the items again.' };

/** Whoever may grant says which items of a meeting a dispensation reaches. */
@Controller('officer/dispensations/:id/meetings/:meeting')
@Requires('GrantDispensation')
export class ReachController {
  constructor(
    private readonly coverages: DispensationCoverages,
    private readonly database: Database,
    private readonly known: KnownDispensations,
    private readonly periods: MeetingsInPeriod,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('meeting') meetingId: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { known, meeting } = await this.#asked(uow, person, id, meetingId);
      return reachView(known, meeting, blankForm(firstWords(meeting)));
    });
    response.render(PAGE, view);
  }

  @Post()
  @Audits('dispensation.coverage-said')
  async say(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('meeting') meetingId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const { known, meeting } = await this.#asked(uow, person, id, meetingId);
      const { said, errors, words } = saidIn(body, meeting);
      const again = (status: 400 | 409, banner?: object): Answer => {
        const view = reachView(known, meeting, refusedForm({ errors, words }));
        return { status, page: PAGE, view: { ...view, banner } };
      };
      if (errors.length > 0) return again(400);
      const titles = new Map(meeting.items.map((item) => [item.id, item.title]));
      if (said.some((one) => titles.get(one.id) !== one.title)) return again(409, REVISED);
      for (const { covers, ...item } of said) {
        const result = await this.coverages.say(uow, id, item, covers);
        if ('refused' in result) throw new Error(`An item that was just read is refused: ${result.refused}`);
      }
      return { location: `/officer/dispensations/${id}?saved` };
    });
    send(response, answer);
  }

  /** A parish’s is its clerk’s to say, so that to others this page is not there. */
  async #asked(
    uow: UnitOfWork,
    person: Person,
    id: string,
    meetingId: string,
  ): Promise<{ known: KnownOfOne; meeting: MeetingInPeriod }> {
    const known = await this.known.of(uow, person, id);
    const meetings = await this.periods.of(uow, known.one);
    const meeting = meetings.find((one) => one.id === meetingId);
    return { known, meeting: found(known.mayDecide ? meeting : undefined) };
  }
}
