import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { Advice, mayReadWords } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { meetingNamed, NamesInAdvice } from '../../my-advice/index.js';
import { pageIn } from '../../page/index.js';
import { listView, readFilter, type AskedFor } from './page.js';

/** What members asked: the queue, the oldest first, and what was answered, by member, item and meeting. */
@Controller('officer/advice')
export class ListController {
  constructor(
    private readonly advice: Advice,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly members: Members,
    private readonly names: NamesInAdvice,
  ) {}

  @Get()
  @Requires('ReadAdvice')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    const asked = readFilter(query);
    const page = pageIn(query.page);
    const view = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.#view(uow, person, asked, page),
    );
    response.render('web/officer-advice/list/page.njk', view);
  }

  async #view(uow: UnitOfWork, person: Person, asked: AskedFor, page: number): Promise<object> {
    const { item, answered, ...others } = asked;
    const everything = await this.advice.list(uow);
    const names = await this.names.of(uow, everything);
    const all = (await this.advice.list(uow, { ...others, item }))
      .filter(({ answers }) => answers.length > 0 === answered)
      .map((known) => ({ known, mayRead: mayReadWords(person.permissions, known) }))
      // Who may not read for which item it was does not find it by its words either.
      .filter(({ known, mayRead }) => item === undefined || mayRead || !known.sensitive);
    if (answered) all.reverse();
    const members = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const meetings = [...names.meetings.keys()].map((id) => ({ id, name: meetingNamed(id, names) }));
    return listView({ all, names, members, meetings }, asked, page, this.clock.today());
  }
}
