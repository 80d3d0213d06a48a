import { Get } from '@nestjs/common';
import { actingAs, Audits, CurrentCaller, Requires, Scoped, type Caller } from '../../identity/index.js';
import { ComplianceBoard, STATE_ORDER, type BoardDuty } from '../../oversight/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { ApiResource, Operation, SentQuery } from '../operation.js';
import { pageOf, type Place } from '../paging.js';
import { DutiesQuery, DutyPage, type Duty } from './shapes.js';

/** Who owes what by when, as the compliance board has it. */
@ApiResource('duties')
export class ApiDutiesController {
  constructor(
    private readonly board: ComplianceBoard,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Scoped('duties:read')
  @Audits('none')
  @Operation({
    ...{
      id: 'listDuties',
      summary: 'Who owes what by when, worst first',
      query: DutiesQuery,
      answer: DutyPage,
    },
    says: 'Of everybody in office today. Empty where no law is encoded for the council.',
  })
  async list(@CurrentCaller() caller: Caller, @SentQuery() query: DutiesQuery): Promise<DutyPage> {
    const asAt = this.clock.today();
    const board = await this.database.unitOfWork(actingAs(caller), (uow) => this.board.of(uow, asAt));
    const all = board.kind === 'board' ? board.duties : [];
    const asked = all.filter((one) => isAsked(one, query));
    const page = pageOf(asked, query, placeOf);
    return { items: page.items.map(told), asAt, next: page.next };
  }
}

const isAsked = ({ state, kind, member }: BoardDuty, query: DutiesQuery): boolean =>
  (query.state === undefined || query.state === state) &&
  (query.kind === undefined || query.kind === kind) &&
  (query.member === undefined || query.member === member?.id);

function placeOf({ state, lastDay, kind, about, member }: BoardDuty): Place {
  return [String(STATE_ORDER.indexOf(state)).padStart(2, '0'), lastDay ?? '', kind, about, member?.id ?? ''];
}

const told = ({ kind, about, member, state, since, lastDay, metOn }: BoardDuty): Duty => ({
  ...{ kind, about, state },
  ...{ memberId: member?.id ?? null, memberName: member?.name ?? null },
  ...{ since: since ?? null, lastDay: lastDay ?? null, metOn: metOn ?? null },
});
