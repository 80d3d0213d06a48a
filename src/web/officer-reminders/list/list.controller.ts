import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { JobQueue, type QueueState } from '../../../platform/queue/index.js';
import { ReminderOverview, ReminderPractices, type ReminderFilter } from '../../../reminders/index.js';
import { blankForm, refusedForm, validateForm, type FormResult } from '../../form/index.js';
import { pageIn } from '../../page/index.js';
import { NamesOfReminders } from '../known.js';
import { remindersAsCsv } from './as-csv.js';
import { areasOf, FilterForm, filterIn } from './filter.js';
import { PAGE_SIZE, remindersView, type KnownReminders } from './page.js';
import { warningsOf } from './warnings.js';

/** A file holds so many reminders at most. */
const MOST_IN_A_FILE = 20_000;
/** So many members are named in a warning, with a link to where their address is changed. */
const MOST_UNREACHED = 10;
const DONE: Readonly<Record<string, string>> = {
  paused: 'All reminders are paused. Nothing is sent until you let them go on.',
  'gone-on': 'Reminders go on. What became due meanwhile and is still of use is sent, once.',
};

/** Everything that was planned, sent or not sent, with what keeps reminders from arriving. */
@Controller('officer')
@Requires('ReadComplianceBoard')
@Audits('none')
export class RemindersController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly names: NamesOfReminders,
    private readonly overview: ReminderOverview,
    private readonly practices: ReminderPractices,
    private readonly queue: JobQueue,
  ) {}

  @Get('reminders')
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(FilterForm, query);
    const page = pageIn(query.page);
    // A queue that is away takes its time to say so: not while a transaction is open.
    const queue = await this.queue.state();
    const known = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.#known(uow, person, { form, page, queue }),
    );
    const state = form.ok ? blankForm(form.words) : refusedForm(form);
    const text = typeof query.done === 'string' ? DONE[query.done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response
      .status(form.ok ? 200 : 400)
      .render('web/officer-reminders/list/page.njk', { ...remindersView(known, state, page), banner });
  }

  /** The same list as a file. */
  @Get('reminders.csv')
  async file(
    @CurrentPerson() person: Person,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(FilterForm, query);
    if (!form.ok) throw new Refusal(400, `${form.errors[0]?.text ?? 'This address asks for nothing'}.`);
    const filter = filterIn(form.value, areasOf(this.overview.rules()));
    const csv = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const reminders = await this.overview.list(uow, filter, { size: MOST_IN_A_FILE + 1 });
      if (reminders.length > MOST_IN_A_FILE)
        throw new Refusal(
          400,
          `These are more than ${MOST_IN_A_FILE.toLocaleString('en-GB')} reminders. Choose fewer days.`,
        );
      const names = await this.names.of(
        uow,
        reminders.map(({ reminder }) => reminder),
      );
      return remindersAsCsv(reminders, names, await this.practices.of(uow));
    });
    response
      .type('text/csv; charset=utf-8; header=present')
      .setHeader('Content-Disposition', 'attachment; filename="reminders.csv"')
      .send(csv);
  }

  /** Where the address asks for what there is not, nothing is listed, and the figures are of everything. */
  async #known(
    uow: UnitOfWork,
    person: Person,
    { form, page, queue }: { form: FormResult<FilterForm>; page: number; queue: QueueState },
  ): Promise<KnownReminders> {
    const areas = areasOf(this.overview.rules());
    const filter: ReminderFilter = form.ok ? filterIn(form.value, areas) : {};
    const practice = await this.practices.of(uow);
    const slice = { size: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE };
    const reminders = form.ok ? await this.overview.list(uow, filter, slice) : [];
    const troubles = await this.overview.troubles(uow);
    const mayManage = person.permissions.has('ManageReminders');
    const unreached = mayManage ? await this.overview.unreached(uow, MOST_UNREACHED) : [];
    return {
      ...{ practice, reminders, areas, mayManage },
      counts: await this.overview.counts(uow, filter),
      members: await this.members.list(uow),
      names: await this.names.of(
        uow,
        reminders.map(({ reminder }) => reminder),
      ),
      warnings: warningsOf(troubles, { pausedAt: practice.pausedAt, queue, unreached }),
    };
  }
}
