import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Register, Sensitivities } from '../../../register/index.js';
import { listView } from './page.js';

const DONE: Readonly<Record<string, string>> = {
  agreed: 'Agreed. The details are off the public register, and off its pages of past days.',
  'not-agreed': 'Not agreed. The details may be published, and the member can read your reason.',
  reviewed: 'The interest stays withheld, with a new day on which to look at it again.',
  ended: 'Ended. The details are published from today on.',
};

/** What waits for the officer's key, and what is withheld until when. No details stand here. */
@Controller('officer/sensitive')
export class ListController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly members: Members,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  @Get()
  @Requires('DecideSensitivity')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) =>
      listView(
        {
          requests: (await this.sensitivities.list(uow)).map(({ request }) => request),
          entries: await this.register.outline(uow),
          names: new Map((await this.members.list(uow)).map(({ id, name }) => [id, name])),
        },
        this.clock.today(),
      ),
    );
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render('web/officer-sensitive/list/page.njk', { ...view, banner });
  }
}
