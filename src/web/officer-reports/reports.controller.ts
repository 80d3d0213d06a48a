import { Controller, Get, NotFoundException, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { ReportExports, Reports, REPORTS, type ReportForm, type ReportName } from '../../oversight/index.js';
import { Clock } from '../../platform/clock/index.js';
import { blankForm, refusedForm } from '../form/index.js';
import { periodIn, refusedBy, reportsView, reportView, type Query as Asked } from './page.js';

const LIST = 'web/officer-reports/list.njk';
const REPORT = 'web/officer-reports/report.njk';
const TYPES: Readonly<Record<ReportForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
};

/** Reports over a period, as a page, a Word document and CSV: the same figures in all three. */
@Controller('officer/reports')
@Requires('ReadReports')
export class ReportsController {
  constructor(
    private readonly clock: Clock,
    private readonly exports: ReportExports,
    private readonly reports: Reports,
  ) {}

  @Get()
  @Audits('none')
  async list(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    response.render(LIST, reportsView(await this.reports.offered(actingOf(person)), blankForm()));
  }

  @Get('annual')
  @Audits('none')
  async annual(
    @CurrentPerson() person: Person,
    @Query() query: Asked,
    @Res() response: Response,
  ): Promise<void> {
    await this.#show(person, 'annual', query, response);
  }

  @Get('gifts')
  @Audits('none')
  async gifts(
    @CurrentPerson() person: Person,
    @Query() query: Asked,
    @Res() response: Response,
  ): Promise<void> {
    await this.#show(person, 'gifts', query, response);
  }

  @Get(['annual.docx', 'gifts.docx'])
  @Audits('report.exported')
  async docx(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Query() query: Asked,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send(person, nameOf(request), query, 'docx', response);
  }

  @Get(['annual.csv', 'gifts.csv'])
  @Audits('report.exported')
  async csv(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Query() query: Asked,
    @Res() response: Response,
  ): Promise<void> {
    await this.#send(person, nameOf(request), query, 'csv', response);
  }

  async #show(person: Person, name: ReportName, query: Asked, response: Response): Promise<void> {
    const asked = periodIn(name, query, this.clock.today());
    if ('errors' in asked) {
      await this.#refuse(person, response, asked);
      return;
    }
    const report = await this.reports.make(actingOf(person), name, asked.period);
    if ('refused' in report) await this.#refuse(person, response, refusedBy(report, asked.words));
    else response.render(REPORT, reportView(name, report));
  }

  async #send(
    person: Person,
    name: ReportName,
    query: Asked,
    form: ReportForm,
    response: Response,
  ): Promise<void> {
    const asked = periodIn(name, query, this.clock.today());
    if ('errors' in asked) {
      await this.#refuse(person, response, asked);
      return;
    }
    const made = await this.exports.make(actingOf(person), name, asked.period, form);
    if ('refused' in made) await this.#refuse(person, response, refusedBy(made, asked.words));
    else response.attachment(made.fileName).type(TYPES[form]).send(made.bytes);
  }

  /** The page on which a period is chosen comes back with what was typed. */
  async #refuse(
    person: Person,
    response: Response,
    refused: Parameters<typeof refusedForm>[0],
  ): Promise<void> {
    const offered = await this.reports.offered(actingOf(person));
    response.status(400).render(LIST, reportsView(offered, refusedForm(refused)));
  }
}

/** Of an address such as '/officer/reports/annual.csv'. */
function nameOf({ path }: Request): ReportName {
  const name = REPORTS.find((one) => path.includes(`/${one}.`));
  if (name === undefined) throw new NotFoundException();
  return name;
}
