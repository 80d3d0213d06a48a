import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { ComplianceBoard, filtered } from '../../oversight/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { dateInWords } from '../../wording/index.js';
import { found, pageIn } from '../page/index.js';
import { dutiesAsCsv } from './as-csv.js';
import { filterOf, readAsked } from './filter.js';
import { linksFor } from './links.js';
import { boardView } from './page.js';

type Asked = Readonly<Record<string, unknown>>;

/** The compliance board: who owes what by when. */
@Controller('officer')
@Requires('ReadComplianceBoard')
@Audits('none')
export class BoardController {
  constructor(
    private readonly board: ComplianceBoard,
    private readonly database: Database,
  ) {}

  @Get()
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Asked,
    @Res() response: Response,
  ): Promise<void> {
    const board = await this.database.unitOfWork(actingOf(person), (uow) => this.board.of(uow));
    const { permissions } = person;
    const links = linksFor(permissions, found(person.acting).slug);
    const view =
      board.kind === 'not-encoded'
        ? { title: 'Who owes what', notEncoded: dateInWords(board.on) }
        : boardView(board, { asked: readAsked(query, board.places), page: pageIn(query.page), permissions });
    response.render('web/officer-board/page.njk', { ...view, links });
  }

  /** The same list as a file: all of it, not one page. */
  @Get('duties.csv')
  async file(
    @CurrentPerson() person: Person,
    @Query() query: Asked,
    @Res() response: Response,
  ): Promise<void> {
    const board = await this.database.unitOfWork(actingOf(person), (uow) => this.board.of(uow));
    if (board.kind === 'not-encoded')
      throw new Refusal(400, `This system does not hold the law that applied on ${dateInWords(board.on)}.`);
    const { duties, places } = board;
    const csv = dutiesAsCsv(filtered(duties, filterOf(readAsked(query, places)), places), places);
    response
      .type('text/csv; charset=utf-8; header=present')
      .setHeader('Content-Disposition', 'attachment; filename="duties.csv"')
      .send(csv);
  }
}
