import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import { Disclosures, tellingWords, type OpenedDisclosure } from '../disclosures/index.js';
import {
  civilDate,
  daysBetween,
  type CivilDate,
  type Finding,
  type HeldBy,
  type RegisterCategory,
} from '../law/index.js';
import { Meetings, Observations, type Meeting } from '../meetings/index.js';
import { covers, Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import {
  namesAndAddresses,
  Notifications,
  personOf,
  Register,
  sameDetails,
  type InterestDetails,
} from '../register/index.js';
import { chainsOf, disclosureOf, firstDeclaredOn, opensClock, standingIn } from './after-disclosure-chain.js';
import { SOON, type DutyState } from './duty-state.js';

/** The duty to notify an interest that was disclosed to a meeting and is neither registered nor pending (s.31(3)). */
export interface DisclosureDuty {
  /** In the words of what was told as a disclosable pecuniary interest. */
  readonly disclosure: OpenedDisclosure;
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

/** An interest that was notified for the first time, and on which day. */
interface FirstTold {
  readonly ids: readonly string[];
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly on: CivilDate;
  /** That name it. */
  readonly words: ReadonlySet<string>;
}

/** What is owed after a disclosure at a meeting. It is worked out each time, and nothing of it is stored. */
@Injectable()
export class AfterDisclosure {
  constructor(
    private readonly clock: Clock,
    private readonly disclosures: Disclosures,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly observations: Observations,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** What one member owes on a day, the earliest first. */
  async ofMember(
    uow: UnitOfWork,
    memberId: string,
    asAt: CivilDate = this.clock.today(),
  ): Promise<DisclosureDuty[]> {
    const rows = await this.disclosures.ofMember(uow, memberId);
    const opened = chainsOf(rows).filter((chain) => opensClock(chain) !== undefined);
    if (opened.length === 0) return [];
    const told = await this.#firstTold(uow, memberId, asAt);
    const duties: DisclosureDuty[] = [];
    for (const chain of opened) {
      const disclosure = disclosureOf(chain);
      const meeting = await this.meetings.find(uow, disclosure.meetingId);
      if (meeting === undefined || meeting.meetsOn > asAt || !(await this.#tookPlace(uow, meeting))) continue;
      const notify = await this.#asked(uow, disclosure, civilDate(meeting.meetsOn));
      if (notify === undefined) continue;
      const lastDay = lastDayIn(notify);
      if (lastDay === null) continue;
      const isCertain = opensClock(chain) === 'not-known-to-the-officer';
      if (!isCertain && seemsKnown(told, disclosure, civilDate(meeting.meetsOn))) continue;
      const metOn = toldOn(told, disclosure, firstDeclaredOn(chain), duties);
      duties.push({
        ...{ disclosure, meeting, isCertain, notify, lastDay, metOn, category: disclosure.details.category },
        standingId: standingIn(chain)?.id,
        heldBy: disclosure.heldBy === 'partner' ? 'partner' : 'self',
        state: stateOn(asAt, lastDay, metOn),
      });
    }
    return duties.sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  }

  /** What everybody in office owes on a day, the earliest first. */
  async board(uow: UnitOfWork, asAt: CivilDate = this.clock.today()): Promise<DisclosureDuty[]> {
    const disclosed = new Set(await this.disclosures.membersWhoDisclosed(uow));
    const inOffice = disclosed.size === 0 ? [] : await this.members.inOffice(uow, asAt);
    const duties: DisclosureDuty[] = [];
    for (const { member } of inOffice.filter((one) => disclosed.has(one.member.id)))
      duties.push(...(await this.ofMember(uow, member.id, asAt)));
    return duties.sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  }

  /** A meeting that is cancelled is none, unless it was recorded that it began. */
  async #tookPlace(uow: UnitOfWork, { id, status }: Meeting): Promise<boolean> {
    return status !== 'cancelled' || (await this.observations.ofMeeting(uow, id)).opened !== undefined;
  }

  /** By law, on the day of the meeting: the member was there, disclosed it themselves and so knew of it. */
  async #asked(
    uow: UnitOfWork,
    { memberId, heldBy, interestKind }: OpenedDisclosure,
    day: CivilDate,
  ): Promise<Finding<CivilDate | null> | undefined> {
    const rulebook = await this.rulebooks.on(uow, day);
    const term = (await this.members.terms(uow, memberId)).find((one) => covers(one, day));
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

  /** Every interest that the member has told, once each, with the day on which it was told first. */
  async #firstTold(uow: UnitOfWork, memberId: string, asAt: CivilDate): Promise<FirstTold[]> {
    const seen: (FirstTold & { readonly details: InterestDetails })[] = [];
    const history = await this.register.history(uow, memberId);
    for (const { id, receivedOn } of await this.notifications.list(uow, memberId)) {
      if (receivedOn > asAt) continue;
      const opened = await this.notifications.open(uow, id);
      for (const { id: toldId, act, category, heldBy, details } of opened?.interests ?? []) {
        const before = seen.some((one) => one.heldBy === heldBy && sameDetails(one.details, details));
        if (act === 'end' || before) continue;
        const entries = history.filter(({ entry }) => entry.notifiedInterestId === toldId);
        const ids = [toldId, ...entries.flatMap(({ entry }) => [entry.id, entry.thingId])];
        const { names, addresses } = namesAndAddresses(details);
        const words = tellingWords([...names, ...addresses]);
        seen.push({ ids, category, heldBy, on: civilDate(receivedOn), details, words });
      }
    }
    return seen;
  }
}

/** Whether the officer knew something of the kind by then whose names the clerk's words have. */
function seemsKnown(
  told: readonly FirstTold[],
  { details, heldBy }: OpenedDisclosure,
  day: CivilDate,
): boolean {
  const said = tellingWords([details.nature ?? '']);
  return told.some(
    (one) => one.heldBy === heldBy && one.on <= day && [...one.words].some((word) => said.has(word)),
  );
}

/**
 * The day on which it was notified. The member may point to what they notified; otherwise an interest counts that was
 * told for the first time since it was first declared, under the same heading and of the same holder. It counts once: a
 * second disclosure in other words waits for another.
 */
function toldOn(
  told: readonly FirstTold[],
  { details, heldBy }: OpenedDisclosure,
  day: CivilDate,
  before: readonly DisclosureDuty[],
): CivilDate | undefined {
  const { interestId, category, nature } = details;
  const pointedTo = told.find(({ ids }) => interestId !== undefined && ids.includes(interestId));
  if (pointedTo !== undefined) return pointedTo.on;
  const alike = before.filter((one) => one.category === category && one.disclosure.heldBy === heldBy);
  const same = alike.find(({ disclosure }) => nature !== undefined && disclosure.details.nature === nature);
  if (same !== undefined) return same.metOn;
  const fits = told.filter(
    (one) => (category === undefined || one.category === category) && one.heldBy === heldBy && one.on >= day,
  );
  const others = new Set(alike.map(({ disclosure }) => disclosure.details.nature));
  return fits[others.size]?.on;
}

function lastDayIn(notify: Finding<CivilDate | null>): CivilDate | null {
  return notify.kind === 'cannot-tell' ? (notify.couldBe.find((day) => day !== null) ?? null) : notify.value;
}

function stateOn(asAt: CivilDate, lastDay: CivilDate, metOn: CivilDate | undefined): DisclosureDuty['state'] {
  if (metOn !== undefined) return metOn <= lastDay ? 'met' : 'met-late';
  if (asAt > lastDay) return 'overdue';
  return daysBetween(asAt, lastDay) < SOON ? 'due-soon' : 'on-time';
}
