import { Injectable } from '@nestjs/common';
import { AfterDisclosure, Duties, isOpen, type DisclosureDuty, type MemberDuty } from '../../duties/index.js';
import { civilDate, england, type CivilDate } from '../../law/index.js';
import { Members, type Member, type TermOfOffice } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** By which rule a duty on the ladder is owed. The key is the one of its reminders. */
export const RULES = { takingOffice: england.s30_1.id, afterDisclosure: england.s31_3.id } as const;

/** A duty of a member to which a ladder may stand, as it is today. */
export interface LadderDuty {
  readonly member: Member;
  readonly rule: string;
  /** The term of office, or the first declaration, by id. */
  readonly subject: string;
  readonly lastDay: CivilDate;
  readonly isOpen: boolean;
  /** The day on which it was met; undefined where it was not, or the law asks for nothing any more. */
  readonly metOn: CivilDate | undefined;
  readonly term: TermOfOffice;
  /** Some questions on taking office were answered, and not all. */
  readonly answeredInPart: boolean;
  /** The declaration that opened it; undefined for the duty on taking office. */
  readonly disclosure: DisclosureDuty | undefined;
}

/** The duties of the Act to notify: on taking office (s.30(1)), and after a disclosure at a meeting (s.31(3)). */
@Injectable()
export class LadderDuties {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly members: Members,
  ) {}

  /** Every duty of those in office today, open or not. */
  async all(uow: UnitOfWork): Promise<LadderDuty[]> {
    const today = this.clock.today();
    const board = await this.duties.board(uow, today);
    if ('kind' in board) return [];
    const terms = new Map(board.duties.map((duty) => [duty.member.id, duty]));
    const disclosed = await this.afterDisclosure.board(uow, today);
    return [
      ...board.duties.flatMap(onTakingOffice),
      ...disclosed.flatMap((duty) => afterDisclosing(duty, terms.get(duty.disclosure.memberId))),
    ];
  }

  /** Those of one member who is in office today. */
  async ofMember(uow: UnitOfWork, memberId: string): Promise<LadderDuty[]> {
    if ((await this.members.find(uow, memberId)) === undefined) return [];
    const today = this.clock.today();
    const duty = await this.duties.ofMember(uow, memberId, today);
    if (duty === undefined || 'kind' in duty) return [];
    const disclosed = await this.afterDisclosure.ofMember(uow, memberId, today);
    return [...onTakingOffice(duty), ...disclosed.flatMap((one) => afterDisclosing(one, duty))];
  }
}

function onTakingOffice({ member, term, answer, state, notifications }: MemberDuty): LadderDuty[] {
  if (answer.clock === null) return [];
  const last = notifications.at(-1);
  return [
    {
      ...{ member, term, rule: RULES.takingOffice, subject: term.id, lastDay: answer.clock.lastDay },
      isOpen: isOpen(state),
      metOn: isOpen(state) || last === undefined ? undefined : civilDate(last.receivedOn),
      answeredInPart: notifications.length > 0,
      disclosure: undefined,
    },
  ];
}

function afterDisclosing(duty: DisclosureDuty, holder: MemberDuty | undefined): LadderDuty[] {
  if (holder === undefined) return [];
  const { firstId, lastDay, metOn, state } = duty;
  const { member, term } = holder;
  return [
    {
      ...{ member, term, rule: RULES.afterDisclosure, subject: firstId, lastDay, metOn },
      ...{ isOpen: isOpen(state), answeredInPart: false, disclosure: duty },
    },
  ];
}
