import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import { Disclosures, type OpenedDisclosure } from '../disclosures/index.js';
import {
  civilDate,
  daysBetween,
  type CivilDate,
  type Finding,
  type HeldBy,
  type RegisterCategory,
} from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import { covers, Members, type Member, type TermOfOffice } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { personOf } from '../register/index.js';
import {
  byTheAct,
  chainsOf,
  disclosureOf,
  firstDeclaredOn,
  firstIdOf,
  opensClock,
  standingIn,
} from './after-disclosure-chain.js';
import { SOON, type DutyState } from './duty-state.js';
import { FirstTellings, seemsKnown, toldOn } from './first-tellings.js';
import { HeldMeetings } from './held-meetings.js';

/** The duty to notify an interest that was disclosed to a meeting and is neither registered nor pending (s.31(3)). */
export interface DisclosureDuty {
  /** In the words of what was told as a disclosable pecuniary interest. */
  readonly disclosure: OpenedDisclosure;
  /** The id of the declaration with which it began: it stays, whatever is put right since. */
  readonly firstId: string;
  /** The declaration that stands now, which the member can put right; undefined where none does. */
  readonly standingId: string | undefined;
  readonly meeting: Meeting;
  /** Said to be new by the member. False where a clerk recorded it and nobody said whether it is in the register. */
  readonly isCertain: boolean;
  /** The law's answer: the inclusive last day, with its reasons; null where nothing is owed. */
  readonly notify: Finding<CivilDate | null>;
  readonly lastDay: CivilDate;
  readonly state: Extract<DutyState, 'on-time' | 'due-soon' | 'overdue' | 'met' | 'met-late'>;
  /** The day on which a notification of it was received. */
  readonly metOn: CivilDate | undefined;
  /** Where it is told: its heading and whose it is. */
  readonly category: RegisterCategory | undefined;
  readonly heldBy: HeldBy;
}

/** What is owed after a disclosure at a meeting. It is worked out each time, and nothing of it is stored. */
@Injectable()
export class AfterDisclosure {
  constructor(
    private readonly clock: Clock,
    private readonly disclosures: Disclosures,
    private readonly firstTellings: FirstTellings,
    private readonly heldMeetings: HeldMeetings,
    private readonly members: Members,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** What one member owes on a day, the earliest first. */
  async ofMember(
    uow: UnitOfWork,
    memberId: string,
    asAt: CivilDate = this.clock.today(),
  ): Promise<DisclosureDuty[]> {
    const rows = await this.disclosures.ofMember(uow, memberId);
    const opened = chainsOf(rows).filter((chain) => opensClock(chain, byTheAct) !== undefined);
    if (opened.length === 0) return [];
    const told = await this.firstTellings.of(uow, memberId, asAt);
    const terms = await this.members.terms(uow, memberId);
    const duties: DisclosureDuty[] = [];
    for (const chain of opened) {
      const disclosure = disclosureOf(chain, byTheAct);
      const meeting = await this.heldMeetings.find(uow, disclosure.meetingId, asAt);
      if (meeting === undefined) continue;
      const notify = await this.#asked(uow, terms, disclosure, civilDate(meeting.meetsOn));
      if (notify === undefined) continue;
      const lastDay = lastDayIn(notify);
      if (lastDay === null) continue;
      const isCertain = opensClock(chain, byTheAct) === 'not-known-to-the-officer';
      if (!isCertain && seemsKnown(told, disclosure, civilDate(meeting.meetsOn))) continue;
      const { category } = disclosure.details;
      const metOn = toldOn(told, { disclosure, category }, firstDeclaredOn(chain), duties);
      duties.push({
        ...{ disclosure, meeting, isCertain, notify, lastDay, metOn, category },
        ...{ firstId: firstIdOf(chain), standingId: standingIn(chain)?.id },
        heldBy: disclosure.heldBy === 'partner' ? 'partner' : 'self',
        state: stateOn(asAt, lastDay, metOn),
      });
    }
    return duties.sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  }

  /** The members in office on a day who ever told a meeting of such an interest: nobody else owes anything. */
  async membersConcerned(uow: UnitOfWork, asAt: CivilDate): Promise<Member[]> {
    const disclosed = new Set(await this.disclosures.membersWhoDisclosed(uow));
    const inOffice = disclosed.size === 0 ? [] : await this.members.inOffice(uow, asAt);
    return inOffice.flatMap(({ member }) => (disclosed.has(member.id) ? [member] : []));
  }

  /** What everybody in office owes on a day, the earliest first. */
  async board(uow: UnitOfWork, asAt: CivilDate = this.clock.today()): Promise<DisclosureDuty[]> {
    const duties: DisclosureDuty[] = [];
    for (const { id } of await this.membersConcerned(uow, asAt))
      duties.push(...(await this.ofMember(uow, id, asAt)));
    return duties.sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  }

  /** By law, on the day of the meeting: the member was there, disclosed it themselves and so knew of it. */
  async #asked(
    uow: UnitOfWork,
    terms: readonly TermOfOffice[],
    { heldBy, interestKind }: OpenedDisclosure,
    day: CivilDate,
  ): Promise<Finding<CivilDate | null> | undefined> {
    const rulebook = await this.rulebooks.on(uow, day);
    const term = terms.find((one) => covers(one, day));
    if (rulebook.kind === 'not-encoded' || term === undefined) return undefined;
    const { notify } = rulebook.meeting({
      ...{ person: personOf(term), meetingDate: day, formalMeeting: true, present: true },
      ...{ interestIsInTheMatter: true, memberAwareItIs: true },
      interest: {
        ...{ kind: interestKind ?? undefined, heldBy: heldBy === 'partner' ? 'partner' : 'self' },
        ...{ memberAwareOfPartners: true, inRegister: false, pending: false, sensitive: 'no' },
      },
    }).byLaw;
    return notify;
  }
}

function lastDayIn(notify: Finding<CivilDate | null>): CivilDate | null {
  return notify.kind === 'cannot-tell' ? (notify.couldBe.find((day) => day !== null) ?? null) : notify.value;
}

function stateOn(asAt: CivilDate, lastDay: CivilDate, metOn: CivilDate | undefined): DisclosureDuty['state'] {
  if (metOn !== undefined) return metOn <= lastDay ? 'met' : 'met-late';
  if (asAt > lastDay) return 'overdue';
  return daysBetween(asAt, lastDay) < SOON ? 'due-soon' : 'on-time';
}
