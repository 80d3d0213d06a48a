import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { AsMember } from '../my-interests/index.js';
import { send, type Answer } from '../my-dispensations/index.js';
import { IdInAddress } from '../page/index.js';
import { DecisionDesk } from './decision-desk.js';
import type { Desk } from './desk.js';
import { withBanner } from './banner.js';

/** A member records what they decided alone, and reads what the law makes of it. */
@Controller('my/decisions')
@Requires('DiscloseInterest')
export class MyDecisionsController {
  constructor(
    private readonly asMember: AsMember,
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
    return this.asMember.do(person, (uow, ownMemberId) =>
      work(uow, { basePath: '/my/decisions', ownMemberId }),
    );
  }
}
