import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { minutesAsText, minutesOf, type Minutes } from '../../wording/index.js';
import {
  differenceInWords,
  RecordedMeetings,
  type RecordedMeeting,
  whatDoesNotFit,
} from '../meetings-record/index.js';
import { IdInAddress } from '../page/index.js';
import { minutedOf } from './minutes-of-record.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Minute-ready text of what was recorded: as a page, as text and as a Word document. */
@Controller('meetings')
@Requires('ReadMeetings')
export class MinutesController {
  constructor(
    private readonly database: Database,
    private readonly recorded: RecordedMeetings,
  ) {}

  @Get(':id/minutes')
  @Audits('none')
  async page(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { recorded, minutes } = await this.#minutes(person, id);
    const mayRecord = person.permissions.has('RecordMeeting');
    response.render('web/meetings-minutes/page.njk', {
      title: minutes.title,
      backHref: `/meetings/${id}`,
      ...{ meetingId: id, minutes, text: minutesAsText(minutes), mayRecord },
      // For whoever can put it right. Which clerk recorded what is nobody else’s to read.
      checks: mayRecord ? checksOf(recorded) : [],
    });
  }

  @Get(':id/minutes.txt')
  @Audits('none')
  async text(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { minutes, fileName } = await this.#minutes(person, id);
    response.attachment(`${fileName}.txt`).type('text/plain; charset=utf-8').send(minutesAsText(minutes));
  }

  @Get(':id/minutes.docx')
  @Audits('none')
  async docx(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { minutes, fileName } = await this.#minutes(person, id);
    // The library of Word documents is large: it is loaded when the first is made.
    const { minutesAsDocx } = await import('./as-docx.js');
    const content = await minutesAsDocx(minutes, person.acting?.authorityName ?? '');
    response.attachment(`${fileName}.docx`).type(DOCX).send(content);
  }

  async #minutes(
    person: Person,
    id: string,
  ): Promise<{ recorded: RecordedMeeting; minutes: Minutes; fileName: string }> {
    const recorded = await this.database.unitOfWork(actingOf(person), (uow) => this.recorded.of(uow, id));
    return {
      recorded,
      minutes: minutesOf(minutedOf(recorded)),
      fileName: `minutes-${recorded.meeting.meetsOn}`,
    };
  }
}

/** What to look at before the text is used. */
function checksOf(recorded: RecordedMeeting): string[] {
  const { observed, declared, nameOf } = recorded;
  const unsaid = declared.filter(({ stage, kind }) => stage === 'before' && kind !== 'nothing');
  return [
    ...(observed.opened === undefined ? ['Nobody recorded when the meeting began.'] : []),
    ...(observed.closed === undefined ? ['Nobody recorded when the meeting ended.'] : []),
    ...[...new Set(unsaid.map(({ memberId }) => memberId))].map(
      (memberId) =>
        `${nameOf(memberId)} declared something before the meeting that is not recorded as said at it. It is not in the minutes.`,
    ),
    ...whatDoesNotFit(recorded),
    ...observed.differences.map((one) => differenceInWords(one, recorded)),
  ];
}
