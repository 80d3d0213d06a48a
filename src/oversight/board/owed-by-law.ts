import { Injectable } from '@nestjs/common';
import {
  AfterDisclosure,
  ByTheCode,
  type Board,
  type CodeDuty,
  type DisclosureDuty,
  type MemberDuty,
} from '../../duties/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { openState, type BoardDuty } from './board-duty.js';

/** What members owe by the Act and by the code, as rows of the board. */
@Injectable()
export class OwedByLaw {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly byTheCode: ByTheCode,
  ) {}

  /** Of everybody on the board of that day. */
  async of(uow: UnitOfWork, board: Board): Promise<BoardDuty[]> {
    const { asAt, duties } = board;
    const names = new Map(duties.map(({ member: { id, name } }) => [id, name]));
    const disclosed = await this.afterDisclosure.board(uow, asAt, duties);
    const byCode = await this.byTheCode.onTakingOffice(uow, asAt, board);
    const concerned = await this.byTheCode.membersConcerned(uow, asAt, duties);
    const ids = concerned.map(({ id }) => id);
    byCode.push(...(await this.byTheCode.declaredByAll(uow, ids, asAt)));
    return [
      ...duties.map(onTakingOffice),
      ...disclosed.map((duty) => afterDisclosure(duty, names)),
      ...byCode.map((duty) => ofTheCode(duty, names, asAt)),
    ];
  }

  /** Of one member. */
  async ofMember(uow: UnitOfWork, duty: MemberDuty, asAt: CivilDate): Promise<BoardDuty[]> {
    const { id, name } = duty.member;
    const names = new Map([[id, name]]);
    const disclosed = await this.afterDisclosure.ofMember(uow, id, asAt);
    const byCode = [
      ...(await this.byTheCode.onTakingOffice(uow, asAt, { asAt, duties: [duty] })),
      ...(await this.byTheCode.declaredBy(uow, id, asAt)),
    ];
    return [
      onTakingOffice(duty),
      ...disclosed.map((one) => afterDisclosure(one, names)),
      ...byCode.map((one) => ofTheCode(one, names, asAt)),
    ];
  }
}

type Names = ReadonlyMap<string, string>;

function onTakingOffice(duty: MemberDuty): BoardDuty {
  const { member, term, answer, state, notifications } = duty;
  const [first] = notifications;
  return {
    kind: 'taking-office',
    duty,
    about: term.id,
    state,
    member,
    since: civilDate(term.becameMemberOn),
    lastDay: answer.clock?.lastDay,
    metOn: first && civilDate(first.receivedOn),
  };
}

function afterDisclosure(duty: DisclosureDuty, names: Names): BoardDuty {
  const { disclosure, firstId, meeting, lastDay, state, metOn } = duty;
  const { memberId: id } = disclosure;
  return {
    ...{ kind: 'after-disclosure', duty, about: firstId, lastDay, state, metOn },
    member: { id, name: names.get(id) ?? '' },
    since: civilDate(meeting.meetsOn),
  };
}

/** Reminded of by the safe day; nothing is late before the latest that can be argued for is over. */
function ofTheCode(duty: CodeDuty, names: Names, asAt: CivilDate): BoardDuty {
  const { memberId: id, about, days, meeting } = duty;
  const { safeLastDay, latestArguableLastDay } = days;
  return {
    ...{ kind: 'by-the-code', duty, about, member: { id, name: names.get(id) ?? '' }, metOn: undefined },
    since: meeting && civilDate(meeting.meetsOn),
    lastDay: safeLastDay,
    state: openState(asAt, latestArguableLastDay, safeLastDay),
  };
}
