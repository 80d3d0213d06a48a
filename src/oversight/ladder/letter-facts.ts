import { Injectable } from '@nestjs/common';
import { Authorities, Bodies } from '../../authorities/index.js';
import type { DisclosureDuty } from '../../duties/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import { eachAtOnce, type UnitOfWork } from '../../platform/database/index.js';
import type { EscalatedDuty } from '../../wording/index.js';
import { LadderDuties, RULES, type LadderDuty } from './ladder-duties.js';

/** What a letter and a report may say of a duty. What a declared interest is, is none of it. */
@Injectable()
export class LetterFacts {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly duties: LadderDuties,
    private readonly meetings: Meetings,
  ) {}

  /**
   * The facts of one open duty. On taking office, every open question about what was declared at a meeting is put too.
   * @param officeInWords 'Elected'
   */
  async of(
    uow: UnitOfWork,
    duty: LadderDuty,
    officeInWords: (term: LadderDuty['term']) => string,
  ): Promise<EscalatedDuty> {
    const { member, term, rule, lastDay, answeredInPart } = duty;
    const onTakingOffice = rule === RULES.takingOffice;
    const since = civilDate(term.becameMemberOn);
    const open = (await this.duties.ofMember(uow, member.id)).filter(
      (one) => one.isOpen && (onTakingOffice || one.subject === duty.subject),
    );
    const declared = open.flatMap(({ disclosure }) => disclosure ?? []);
    return {
      name: member.name,
      office: officeInWords(term),
      council: (await this.authorities.get(uow)).name,
      takingOffice: onTakingOffice ? { since, lastDay, answeredInPart } : undefined,
      declared: await eachAtOnce(declared.map((one) => this.#declared(uow, one))),
    };
  }

  async #declared(
    uow: UnitOfWork,
    { disclosure, meeting, isCertain, lastDay }: DisclosureDuty,
  ): Promise<EscalatedDuty['declared'][number]> {
    const body = (await this.bodies.find(uow, meeting.bodyId))?.name ?? '';
    const items = await this.meetings.items(uow, meeting.id);
    const number = items.find(({ id }) => id === disclosure.agendaItemId)?.number ?? null;
    return {
      meeting: { body, on: civilDate(meeting.meetsOn) },
      item: titled(number, disclosure),
      ...{ isCertain, lastDay },
    };
  }
}

/** As it stood when it was declared. Beside an interest whose nature is withheld, a title would tell what it is. */
function titled(
  number: string | null,
  { itemTitle, natureWithheld }: DisclosureDuty['disclosure'],
): string | undefined {
  if (itemTitle === null || natureWithheld) return undefined;
  return number === null ? itemTitle : `${number}. ${itemTitle}`;
}
