import { Injectable } from '@nestjs/common';
import { RegisterSettings } from '../../authorities/index.js';
import type { Board, MemberDuty } from '../../duties/index.js';
import { Dispensations, type Ending } from '../../dispensations/index.js';
import { addDays, addMonths, civilDate, type CivilDate } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { confirmationDue, Sensitivities } from '../../register/index.js';
import { openState, type BoardDuty } from './board-duty.js';

/** How long before its day something is on the board that no law asks for: time enough for a committee. */
const SHOWN_FOR_DAYS = 60;

/** What the council's practice asks for, and what is soon over: the confirmation, dispensations, agreed reviews. */
@Injectable()
export class OwedByPractice {
  constructor(
    private readonly dispensations: Dispensations,
    private readonly sensitivities: Sensitivities,
    private readonly settings: RegisterSettings,
  ) {}

  /** Of the members on the board of that day, and of the officers where it is everybody's. */
  async of(uow: UnitOfWork, { asAt, duties }: Board, only?: { memberId: string }): Promise<BoardDuty[]> {
    const names = new Map(duties.map(({ member: { id, name } }) => [id, name]));
    const ending = await this.dispensations.endingFrom(uow, asAt);
    return [
      ...(await this.#confirmations(uow, duties, asAt)),
      ...ending.flatMap((one) => endsSoon(one, names.get(one.memberId), asAt) ?? []),
      ...(only === undefined ? await this.#reviews(uow, asAt) : []),
    ];
  }

  /** After a new term began all is told afresh by s.30: what was told or confirmed before it counts no more. */
  async #confirmations(
    uow: UnitOfWork,
    duties: readonly MemberDuty[],
    asAt: CivilDate,
  ): Promise<BoardDuty[]> {
    const { confirmEveryMonths } = await this.settings.of(uow);
    const rows = await uow.manager.query<{ member: string; day: string }[]>(
      `select member_id as member, to_char(max(confirmed_on), 'YYYY-MM-DD') as day
       from register_confirmation where authority_id = $1 and confirmed_on <= $2 group by member_id`,
      [uow.authorityId, asAt],
    );
    const confirmed = new Map(rows.map(({ member, day }) => [member, day]));
    // Whoever told or confirmed since then has more than a month left: their day need not be worked out.
    const notBefore = addDays(addMonths(asAt, -confirmEveryMonths), 40);
    return duties.flatMap((duty) => {
      const last = lastToldIn(duty, confirmed);
      const isRecent = last === undefined || last > notBefore;
      return isRecent ? [] : (confirmation(duty, last, confirmEveryMonths, asAt) ?? []);
    });
  }

  /** The days alone: who has such an interest is sensitive itself. */
  async #reviews(uow: UnitOfWork, asAt: CivilDate): Promise<BoardDuty[]> {
    const days = await this.sensitivities.reviewDays(uow);
    return days
      .filter((day) => day <= addDays(asAt, SHOWN_FOR_DAYS))
      .map((day) => ({
        ...{ kind: 'sensitive-review', about: day, member: undefined, since: undefined, metOn: undefined },
        ...{ lastDay: day, state: openState(asAt, day) },
      }));
  }
}

/** The day on which a member last told or confirmed everything in this term. */
function lastToldIn(
  { member: { id }, term, notifications }: MemberDuty,
  confirmed: ReadonlyMap<string, string>,
): string | undefined {
  const [told = '', said = ''] = [notifications.at(-1)?.receivedOn, confirmed.get(id)];
  const last = told > said ? told : said;
  return last === '' || last < term.becameMemberOn ? undefined : last;
}

function confirmation(
  { member: { id, name }, term }: MemberDuty,
  last: string,
  everyMonths: number,
  asAt: CivilDate,
): BoardDuty | undefined {
  const due = confirmationDue(civilDate(last), everyMonths, asAt);
  if (due === undefined || due.state === 'not-yet') return undefined;
  return {
    ...{ kind: 'confirmation', everyMonths, about: term.id, member: { id, name }, since: civilDate(last) },
    ...{ lastDay: due.lastDay, state: openState(asAt, due.lastDay), metOn: undefined },
  };
}

/** Of members in office, and from its first day on: what has not begun does not end soon. */
function endsSoon(ending: Ending, name: string | undefined, asAt: CivilDate): BoardDuty | undefined {
  const { requestId, memberId: id, firstDay, lastDay } = ending;
  if (name === undefined || lastDay > addDays(asAt, SHOWN_FOR_DAYS)) return undefined;
  if (firstDay !== null && firstDay > asAt) return undefined;
  return {
    ...{ kind: 'dispensation-ends', duty: ending, about: requestId, member: { id, name }, metOn: undefined },
    ...{ since: firstDay ?? undefined, lastDay, state: openState(asAt, lastDay) },
  };
}
