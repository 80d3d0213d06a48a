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
  type Rulebook,
} from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import { covers, Members, type Member, type MemberInOffice, type TermOfOffice } from '../members/index.js';
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
  type Chain,
} from './after-disclosure-chain.js';
import { SOON, type DutyState } from './duty-state.js';
import { FirstTellings, seemsKnown, toldOn, type FirstTold } from './first-tellings.js';
import { HeldMeetings } from './held-meetings.js';
import { lawsOf, type LawOn } from './laws-of-days.js';

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
    return this.#ofMembers(uow, [memberId], asAt);
  }

  /** The members in office on a day who ever told a meeting of such an interest: nobody else owes anything. */
  async membersConcerned(
    uow: UnitOfWork,
    asAt: CivilDate,
    known?: readonly MemberInOffice[],
  ): Promise<Member[]> {
    const disclosed = new Set(await this.disclosures.membersWhoDisclosed(uow));
    const inOffice = disclosed.size === 0 ? [] : (known ?? (await this.members.inOffice(uow, asAt)));
    return inOffice.flatMap(({ member }) => (disclosed.has(member.id) ? [member] : []));
  }

  /**
   * What everybody in office owes on a day, the earliest first.
   * @param known who holds office then, where whoever asks knows it already
   */
  async board(
    uow: UnitOfWork,
    asAt: CivilDate = this.clock.today(),
    known?: readonly MemberInOffice[],
  ): Promise<DisclosureDuty[]> {
    const concerned = await this.membersConcerned(uow, asAt, known);
    return this.#ofMembers(
      uow,
      concerned.map(({ id }) => id),
      asAt,
    );
  }

  /** As many readings for all of them as for one. */
  async #ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
    asAt: CivilDate,
  ): Promise<DisclosureDuty[]> {
    if (memberIds.length === 0) return [];
    const rows = await this.disclosures.ofMembers(uow, memberIds);
    const opened = memberIds
      .map((id) => ({
        id,
        chains: chainsOf(rows(id)).filter((chain) => opensClock(chain, byTheAct) !== undefined),
      }))
      .filter(({ chains }) => chains.length > 0);
    if (opened.length === 0) return [];
    const ids = opened.map(({ id }) => id);
    const told = await this.firstTellings.ofMembers(uow, ids, asAt);
    const terms = await this.members.termsOf(uow, ids);
    const known = {
      meetings: await this.heldMeetings.found(uow, opened.flatMap(meetingsIn), asAt),
      lawOn: lawsOf(await this.rulebooks.adopted(uow)),
      asAt,
    };
    return opened
      .flatMap(({ id, chains }) => dutiesOf(chains, { ...known, told: told(id), terms: terms(id) }))
      .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  }
}

const meetingsIn = ({ chains }: { readonly chains: readonly Chain[] }): string[] =>
  chains.map((chain) => disclosureOf(chain, byTheAct).meetingId);

/** What a member's duties are worked out from. */
interface KnownOfMember {
  readonly told: readonly FirstTold[];
  readonly terms: readonly TermOfOffice[];
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly lawOn: LawOn;
  readonly asAt: CivilDate;
}

function dutiesOf(
  chains: readonly Chain[],
  { told, terms, meetings, lawOn, asAt }: KnownOfMember,
): DisclosureDuty[] {
  const duties: DisclosureDuty[] = [];
  for (const chain of chains) {
    const disclosure = disclosureOf(chain, byTheAct);
    const meeting = meetings.get(disclosure.meetingId);
    if (meeting === undefined) continue;
    const day = civilDate(meeting.meetsOn);
    const notify = asked(lawOn(day), terms, disclosure, day);
    if (notify === undefined) continue;
    const lastDay = lastDayIn(notify);
    if (lastDay === null) continue;
    const isCertain = opensClock(chain, byTheAct) === 'not-known-to-the-officer';
    if (!isCertain && seemsKnown(told, disclosure, day)) continue;
    const { category } = disclosure.details;
    const metOn = toldOn(told, { disclosure, category }, firstDeclaredOn(chain), duties);
    duties.push({
      ...{ disclosure, meeting, isCertain, notify, lastDay, metOn, category },
      ...{ firstId: firstIdOf(chain), standingId: standingIn(chain)?.id },
      heldBy: disclosure.heldBy === 'partner' ? 'partner' : 'self',
      state: stateOn(asAt, lastDay, metOn),
    });
  }
  return duties;
}

/** By law, on the day of the meeting: the member was there, disclosed it themselves and so knew of it. */
function asked(
  rulebook: Rulebook | undefined,
  terms: readonly TermOfOffice[],
  { heldBy, interestKind }: OpenedDisclosure,
  day: CivilDate,
): Finding<CivilDate | null> | undefined {
  const term = terms.find((one) => covers(one, day));
  if (rulebook === undefined || term === undefined) return undefined;
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

function lastDayIn(notify: Finding<CivilDate | null>): CivilDate | null {
  return notify.kind === 'cannot-tell' ? (notify.couldBe.find((day) => day !== null) ?? null) : notify.value;
}

function stateOn(asAt: CivilDate, lastDay: CivilDate, metOn: CivilDate | undefined): DisclosureDuty['state'] {
  if (metOn !== undefined) return metOn <= lastDay ? 'met' : 'met-late';
  if (asAt > lastDay) return 'overdue';
  return daysBetween(asAt, lastDay) < SOON ? 'due-soon' : 'on-time';
}
