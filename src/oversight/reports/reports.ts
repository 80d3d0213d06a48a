import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import { Duties, type Board, type DutyState } from '../../duties/index.js';
import type { NotEncoded } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Acting, type UnitOfWork } from '../../platform/database/index.js';
import { declarationsByBody, Parishes, type ParishStanding } from '../board/index.js';
import { Checks } from '../checks/index.js';
import { annualReport, type KnownOfYear } from './annual-report.js';
import { agesOf, countsOf, decidedByGround, declaredByKind } from './counts.js';
import { giftsReport } from './gifts-report.js';
import { publicGifts } from './gifts.js';
import { firstDayKnown, municipalYears, quarters, whyNoReport, type WhyNoReport } from './periods.js';
import type { ReportDocument, ReportPeriod } from './report-document.js';

/** How many of each are offered; any other period is typed. */
const OFFERED = 4;

export const REPORTS = ['annual', 'gifts'] as const;
export type ReportName = (typeof REPORTS)[number];

/** Reports to the standards committee, made from the record each time they are asked for. */
@Injectable()
export class Reports {
  constructor(
    private readonly authorities: Authorities,
    private readonly checks: Checks,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly duties: Duties,
    private readonly members: Members,
    private readonly parishes: Parishes,
  ) {}

  /** The periods that have ended since the council is known here, the newest first: municipal years and quarters. */
  async offered(acting: Acting): Promise<Readonly<Record<'years' | 'quarters', readonly ReportPeriod[]>>> {
    const today = this.clock.today();
    const firstDay = await this.database.unitOfWork(acting, (uow) => firstDayKnown(uow));
    const known = ({ to }: ReportPeriod): boolean => firstDay === undefined || to >= firstDay;
    return {
      years: municipalYears(today, OFFERED).filter(known),
      quarters: quarters(today, OFFERED).filter(known),
    };
  }

  /** One of them, over any period that has passed and in which the council was there. */
  async make(acting: Acting, name: ReportName, period: ReportPeriod): Promise<ReportDocument | WhyNoReport> {
    const today = this.clock.today();
    const refused = await this.database.unitOfWork(acting, (uow) => whyNoReport(uow, period, today));
    if (refused !== undefined) return refused;
    // Read in a unit of work of its own, because it sees the parishes too.
    const parishes = name === 'annual' ? await this.parishes.of(acting) : [];
    return this.database.unitOfWork(acting, (uow) =>
      name === 'annual' ? this.#annual(uow, period, parishes) : this.#gifts(uow, period),
    );
  }

  async #annual(
    uow: UnitOfWork,
    period: ReportPeriod,
    parishes: readonly ParishStanding[],
  ): Promise<ReportDocument> {
    const authority = await this.authorities.get(uow);
    const findings = await this.checks.findings(uow);
    const known: KnownOfYear = {
      ...{ authority, period, madeAt: this.clock.now(), firstDay: await firstDayKnown(uow) },
      counts: await countsOf(uow, period),
      duties: statesOf(await this.duties.board(uow, period.to)),
      ages: await agesOf(uow, period),
      byBody: await declarationsByBody(uow, period.from, period.to),
      byKind: await declaredByKind(uow, period),
      decided: await decidedByGround(uow, period),
      gifts: await publicGifts(uow, period),
      checks: {
        open: findings.filter(({ closing }) => closing === undefined).length,
        closed: findings.filter(({ closing }) => closing !== undefined).length,
      },
      parishes,
    };
    return annualReport(known);
  }

  async #gifts(uow: UnitOfWork, period: ReportPeriod): Promise<ReportDocument> {
    const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    return giftsReport({
      ...{ authority: await this.authorities.get(uow), period, madeAt: this.clock.now() },
      ...{ gifts: await publicGifts(uow, period), names },
    });
  }
}

/** How many members stand in each state; undefined where the law of the day is not held. */
function statesOf(board: Board | NotEncoded): ReadonlyMap<DutyState, number> | undefined {
  if ('kind' in board) return undefined;
  const states = new Map<DutyState, number>();
  for (const { state } of board.duties) states.set(state, (states.get(state) ?? 0) + 1);
  return states;
}
