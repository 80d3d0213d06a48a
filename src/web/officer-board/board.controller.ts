import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../authorities/index.js';
import { AfterDisclosure, Duties } from '../../duties/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Members, Seats } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { dateInWords } from '../../wording/index.js';
import { found, seatRoleInWords } from '../page/index.js';
import { disclosedRows } from './disclosed.js';
import { linksFor } from './links.js';
import { boardView, readState, type Vacancy } from './page.js';

/** The compliance board: who owes what by when. */
@Controller('officer')
export class BoardController {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly duties: Duties,
    private readonly members: Members,
    private readonly seats: Seats,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('state') state: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const board = await this.duties.board(uow);
      if ('kind' in board) return { title: 'Who owes what', notEncoded: dateInWords(board.on) };
      const disclosed = await disclosedRows(uow, this.afterDisclosure, this.members);
      return { ...boardView(board, readState(state), await this.#vacancies(uow)), disclosed };
    });
    const links = linksFor(person.permissions, found(person.acting).slug);
    response.render('web/officer-board/page.njk', { ...view, links });
  }

  async #vacancies(uow: UnitOfWork): Promise<Vacancy[]> {
    const vacancies: Vacancy[] = [];
    for (const body of await this.bodies.list(uow)) {
      const empty = (await this.seats.ofBody(uow, body.id, this.clock.today())).filter(
        ({ holder }) => holder === undefined,
      );
      const roles = [...new Set(empty.map(({ role }) => role))];
      const seats = roles.map((role) => {
        const count = empty.filter((seat) => seat.role === role).length;
        return `${count === 1 ? 'Vacant' : `${count} vacancies`}: ${seatRoleInWords(role).toLowerCase()}`;
      });
      if (seats.length > 0) vacancies.push({ bodyName: body.name, seats });
    }
    return vacancies;
  }
}
