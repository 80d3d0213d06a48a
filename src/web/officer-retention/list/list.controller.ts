import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { CaseFiles, Retention, RetentionHolds } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { retentionView } from './page.js';

const DONE: Readonly<Record<string, string>> = {
  period: 'Saved. The next run goes by it.',
  held: 'Held. Nothing of it is erased until the hold is lifted.',
  lifted: 'The hold is lifted. What is due goes with the next run.',
};

/** What would be erased, when and why; what is held. A dry run: nothing is erased by looking. */
@Controller('officer/retention')
@Requires('ManageRetention')
export class RetentionListController {
  constructor(
    private readonly cases: CaseFiles,
    private readonly database: Database,
    private readonly holds: RetentionHolds,
    private readonly members: Members,
    private readonly retention: Retention,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) =>
      retentionView({
        foreseen: await this.retention.foresee(uow),
        holds: await this.holds.standing(uow),
        openCases: (await this.cases.list(uow)).filter(({ closedAt }) => closedAt === null).length,
        lastRun: await this.retention.lastRun(uow),
        names: new Map((await this.members.list(uow)).map(({ id, name }) => [id, name])),
      }),
    );
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render('web/officer-retention/list/page.njk', { ...view, banner });
  }
}
