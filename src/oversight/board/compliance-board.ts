import { Injectable } from '@nestjs/common';
import { Duties } from '../../duties/index.js';
import type { CivilDate, NotEncoded } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { worstFirst, type BoardDuty } from './board-duty.js';
import { OwedByLaw } from './owed-by-law.js';
import { OwedByPractice } from './owed-by-practice.js';
import { MemberPlaces, type Places } from './places.js';

/** Who owes what by when, of one authority on one day. */
export interface ComplianceBoardOfDay {
  readonly kind: 'board';
  readonly asAt: CivilDate;
  /** Of every kind, worst first. */
  readonly duties: readonly BoardDuty[];
  /** How many hold office. */
  readonly members: number;
  /** How many notifications wait to be entered. */
  readonly toEnter: number;
  readonly places: Places;
}

/** The compliance board. Everything on it is worked out afresh from what was said and done; nothing is stored. */
@Injectable()
export class ComplianceBoard {
  constructor(
    private readonly byLaw: OwedByLaw,
    private readonly byPractice: OwedByPractice,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly places: MemberPlaces,
  ) {}

  /** What everybody in office owes on a day; or that no law is encoded for that day. */
  async of(
    uow: UnitOfWork,
    asAt: CivilDate = this.clock.today(),
  ): Promise<ComplianceBoardOfDay | NotEncoded> {
    const board = await this.duties.board(uow, asAt);
    if ('kind' in board) return board;
    const duties = [...(await this.byLaw.of(uow, board)), ...(await this.byPractice.of(uow, board))];
    return {
      ...{ kind: 'board', asAt, duties: duties.sort(worstFirst), members: board.duties.length },
      toEnter: board.duties.reduce((sum, { pending }) => sum + pending, 0),
      places: await this.places.on(uow, asAt),
    };
  }

  /** What one member owes on a day, worst first; empty where they hold no office on it, or no law is encoded. */
  async ofMember(
    uow: UnitOfWork,
    memberId: string,
    asAt: CivilDate = this.clock.today(),
  ): Promise<readonly BoardDuty[]> {
    const duty = await this.duties.ofMember(uow, memberId, asAt);
    if (duty === undefined || 'kind' in duty) return [];
    const duties = [
      ...(await this.byLaw.ofMember(uow, duty, asAt)),
      ...(await this.byPractice.of(uow, { asAt, duties: [duty] }, { memberId })),
    ];
    return duties.sort(worstFirst);
  }
}
