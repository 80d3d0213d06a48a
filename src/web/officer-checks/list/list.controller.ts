import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { CHECK_IDS, type CheckId } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormResult } from '../../form/index.js';
import { found, pageIn } from '../../page/index.js';
import { KnownFindings } from '../known.js';
import { daysIn } from '../period.js';
import { findingsAsCsv } from './as-csv.js';
import { chosen, FindingsForm, wordsOfFilter } from './filter.js';
import { listView, type KnownOfList } from './page.js';

type Query = Readonly<Record<string, unknown>>;

/** One check, with its questions. */
@Controller('officer/checks')
@Requires('ReadComplianceBoard')
@Audits('none')
export class ChecksListController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly known: KnownFindings,
  ) {}

  @Get(':check')
  async show(
    @CurrentPerson() person: Person,
    @Param('check') name: string,
    @Query() query: Query,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(FindingsForm, query);
    const known = await this.#known(person, checkNamed(name), form);
    const view = listView({ ...known, page: pageIn(query.page) });
    const text = query.done === 'decided' ? 'Your decision is kept.' : undefined;
    response.status(form.ok ? 200 : 400).render('web/officer-checks/list/page.njk', {
      ...view,
      banner: text === undefined ? undefined : { text, success: true },
    });
  }

  /** The same list as a file. */
  @Get(':check/findings.csv')
  async file(
    @CurrentPerson() person: Person,
    @Param('check') name: string,
    @Query() query: Query,
    @Res() response: Response,
  ): Promise<void> {
    const check = checkNamed(name);
    const form = validateForm(FindingsForm, query);
    if (!form.ok) throw new Refusal(400, `${form.errors[0]?.text ?? 'This address asks for nothing'}.`);
    const known = await this.#known(person, check, form);
    response
      .type('text/csv; charset=utf-8; header=present')
      .setHeader('Content-Disposition', `attachment; filename="${check}.csv"`)
      .send(findingsAsCsv(known.chosen, known.names));
  }

  /** Where the address asks for what there is not, nothing is listed. */
  async #known(
    person: Person,
    check: CheckId,
    form: FormResult<FindingsForm>,
  ): Promise<Omit<KnownOfList, 'page'>> {
    const asked = form.ok ? form.value : {};
    const days = daysIn(asked, this.clock.today());
    const words = wordsOfFilter(asked, check, days);
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const shown = await this.known.shown(uow, person, { only: [check], ...days });
      const names = await this.known.names(uow, shown.findings);
      return {
        ...{ check, shown, names, words, seesAll: person.permissions.has('ReadSensitiveDetails') },
        chosen: form.ok ? chosen(shown.findings, asked, names) : [],
        form: form.ok ? blankForm(words) : refusedForm({ ...form, words: { ...words, ...form.words } }),
      };
    });
  }
}

const checkNamed = (name: string): CheckId => found(CHECK_IDS.find((id) => id === name));
