import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { Accounts } from '../../identity/index.js';
import { Meetings } from '../../meetings/index.js';
import type { KnownAdvice } from '../../oversight/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { AdviceNames } from './page.js';

/** The names of whoever answered, and of the meetings. */
@Injectable()
export class NamesInAdvice {
  constructor(
    private readonly accounts: Accounts,
    private readonly bodies: Bodies,
    private readonly meetings: Meetings,
  ) {}

  async of(uow: UnitOfWork, all: readonly KnownAdvice[]): Promise<AdviceNames> {
    const answering = all.flatMap(({ answers }) => answers.map(({ answeredBy }) => answeredBy));
    const meetingIds = [...new Set(all.map(({ question }) => question.meetingId))];
    return {
      people: await this.accounts.names(uow, [...new Set(answering)]),
      bodies: new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name])),
      meetings: await this.meetings.found(uow, meetingIds),
    };
  }
}
