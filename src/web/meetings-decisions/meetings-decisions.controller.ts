import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';

import { send, type Answer } from '../my-dispensations/index.js';
import { IdInAddress } from '../page/index.js';
import { DecisionDesk, withBanner, type Desk } from '../my-decisions/index.js';

/** A clerk records decisions that no meeting made: by one member alone, or by an officer under delegation. */
@Controller('meetings/decisions')
@Requires('RecordMeeting')
export class MeetingsDecisionsController {
  constructor(
    private readonly database: Database,
    private readonly desk: DecisionDesk,
  ) {}

  @Get()
  @Audits('none')
  async list(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    send(response, await this.#do(person, (uow, desk) => this.desk.list(uow, desk)));
  }

  @Get('new')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    send(response, await this.#do(person, (uow, desk) => this.desk.ask(uow, desk)));
  }

  @Post('new')
  @Audits('decision-alone.recorded')
  async record(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#do(person, (uow, desk) => this.desk.take(uow, desk, body)));
  }

  @Get(':id')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.#do(person, (uow, desk) => this.desk.one(uow, desk, id));
    send(response, withBanner(answer, done));
  }

  @Get(':id/correct')
  @Audits('none')
  async askAgain(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#do(person, (uow, desk) => this.desk.ask(uow, desk, id)));
  }

  @Post(':id/correct')
  @Audits('decision-alone.corrected')
  async correct(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.#do(person, (uow, desk) => this.desk.take(uow, desk, body, id)));
  }

  #do(person: Person, work: (uow: UnitOfWork, desk: Desk) => Promise<Answer>): Promise<Answer> {
    return this.database.unitOfWork(actingOf(person), (uow) => work(uow, CLERK));
  }
}

const CLERK: Desk = { basePath: '/meetings/decisions', ownMemberId: undefined };
