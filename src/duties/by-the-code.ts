import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import { Disclosures, INTEREST_KINDS, type DisclosedKind } from '../disclosures/index.js';
import {
  civilDate,
  type CivilDate,
  type Finding,
  type Reason,
  type Rulebook,
  type WithinDaysOf,
} from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import { covers, Members, type Member, type MemberInOffice, type TermOfOffice } from '../members/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { ToldBefore } from '../register/index.js';
import {
  chainsOf,
  disclosureOf,
  firstDeclaredOn,
  firstIdOf,
  opensClock,
  type Chain,
  type Registrable,
} from './after-disclosure-chain.js';
import { Duties, type Board, type MemberDuty } from './duties.js';
import { isOpen } from './duty-state.js';
import { FirstTellings, seemsKnown, toldOn, type Awaited, type FirstTold } from './first-tellings.js';
import { HeldMeetings } from './held-meetings.js';
import { lawsOf, type LawOn } from './laws-of-days.js';

/** Something that the council's code alone has registered, and that is not registered yet. */
export interface CodeDuty {
  readonly memberId: string;
  /** What it is about, by id: the term of office, or the first declaration. */
  readonly about: string;
  /** Why, with the rule of the code and its citation. */
  readonly reason: Reason;
  readonly days: WithinDaysOf;
  /** The meeting at which it was declared; undefined on taking office. */
  readonly meeting: Meeting | undefined;
  /** False where a clerk recorded it and nobody said whether it is in the register. */
  readonly isCertain: boolean;
}

/** The heading that a code adds for what is held on taking office; a gift is counted from its receipt. */
const ADDED = 'other-bodies';

/**
 * What a council's code has registered beside the Act, and is still open. What the Act asks for as well is left to its own
 * duties: it has the same first day, and a last day that is no later (s.30(1), s.31(3)).
 */
@Injectable()
export class ByTheCode {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly duties: Duties,
    private readonly firstTellings: FirstTellings,
    private readonly heldMeetings: HeldMeetings,
    private readonly members: Members,
    private readonly rulebooks: Rulebooks,
    private readonly toldBefore: ToldBefore,
  ) {}

  /**
   * Members who have answered all that the Act asks, and not what the code adds. While they still owe the answers to the
   * Act, one form asks for both, and its reminders lead there. The code of the day of taking office must have had the
   * heading too: a code that came later does not say "within 28 days" of a day before it.
   * @param known the board of that day, where whoever asks has it already
   */
  async onTakingOffice(uow: UnitOfWork, asAt: CivilDate, known?: Board): Promise<CodeDuty[]> {
    const lawOn = await this.#law(uow);
    const asksNow = lawOn(asAt)?.requiredCategories() ?? [];
    if (!asksNow.some(({ category }) => category === ADDED)) return [];
    const board = known ?? (await this.duties.board(uow, asAt));
    if ('kind' in board) return [];
    const answered = await this.toldBefore.lastAnswered(uow, ADDED, asAt);
    const open = board.duties.filter(({ member, answer: { clock }, state }) => {
      const since = clock?.chaseFrom;
      if (since === undefined || isOpen(state) || state === 'closed') return false;
      return (answered.get(member.id) ?? '') < since;
    });
    return open.flatMap((duty) => dutyOnTakingOffice(duty, lawOn) ?? []);
  }

  /** The members in office who ever told a meeting of an interest that today's code has registered, and the Act has not. */
  async membersConcerned(
    uow: UnitOfWork,
    asAt: CivilDate,
    known?: readonly MemberInOffice[],
  ): Promise<Member[]> {
    const rulebook = (await this.#law(uow))(asAt);
    const kinds = INTEREST_KINDS.filter((kind) => registers(rulebook, kind, asAt));
    const disclosed = new Set(
      kinds.length === 0 ? [] : await this.disclosures.membersWhoDisclosed(uow, kinds),
    );
    const inOffice = disclosed.size === 0 ? [] : (known ?? (await this.members.inOffice(uow, asAt)));
    return inOffice.flatMap(({ member }) => (disclosed.has(member.id) ? [member] : []));
  }

  /** What one member declared at meetings and only the code has registered: they were aware of it by then. */
  async declaredBy(uow: UnitOfWork, memberId: string, asAt: CivilDate): Promise<CodeDuty[]> {
    return this.declaredByAll(uow, [memberId], asAt);
  }

  /** The same of many members: as many readings for all of them as for one. */
  async declaredByAll(uow: UnitOfWork, memberIds: readonly string[], asAt: CivilDate): Promise<CodeDuty[]> {
    if (memberIds.length === 0) return [];
    const rows = await this.disclosures.ofMembers(uow, memberIds);
    const disclosed = memberIds.filter((id) => rows(id).length > 0);
    if (disclosed.length === 0) return [];
    const lawOn = await this.#law(uow);
    const registrable: Registrable = ({ interestKind, heldBy }) =>
      heldBy === 'self' && interestKind !== null && registers(lawOn(asAt), interestKind, asAt);
    const opened = disclosed
      .map((memberId) => ({
        memberId,
        chains: chainsOf(rows(memberId)).filter((chain) => opensClock(chain, registrable) !== undefined),
      }))
      .filter(({ chains }) => chains.length > 0);
    if (opened.length === 0) return [];
    const ids = opened.map(({ memberId }) => memberId);
    const told = await this.firstTellings.ofMembers(uow, ids, asAt);
    const terms = await this.members.termsOf(uow, ids);
    const meetingIds = opened.flatMap(({ chains }) =>
      chains.map((chain) => disclosureOf(chain, registrable).meetingId),
    );
    const meetings = await this.heldMeetings.found(uow, meetingIds, asAt);
    return opened.flatMap(({ memberId, chains }) =>
      declaredIn(chains, registrable, {
        ...{ memberId, meetings, lawOn, told: told(memberId), terms: terms(memberId) },
      }),
    );
  }

  async #law(uow: UnitOfWork): Promise<LawOn> {
    return lawsOf(await this.rulebooks.adopted(uow));
  }
}

/** What a member's duties are worked out from. */
interface KnownOfMember {
  readonly memberId: string;
  readonly told: readonly FirstTold[];
  readonly terms: readonly TermOfOffice[];
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly lawOn: LawOn;
}

function declaredIn(
  chains: readonly Chain[],
  registrable: Registrable,
  { memberId, told, terms, meetings, lawOn }: KnownOfMember,
): CodeDuty[] {
  const awaited: Awaited[] = [];
  const open: CodeDuty[] = [];
  for (const chain of chains) {
    const disclosure = disclosureOf(chain, registrable);
    const meeting = meetings.get(disclosure.meetingId);
    const day = meeting && civilDate(meeting.meetsOn);
    if (day === undefined || !terms.some((term) => covers(term, day))) continue;
    const finding = lawOn(day)?.aChange({
      ...{ kind: disclosure.interestKind ?? undefined, becameAwareOfChangeOn: day },
    });
    const owed = owedBy(finding ?? null);
    const isCertain = opensClock(chain, registrable) === 'not-known-to-the-officer';
    if (owed === undefined || (!isCertain && seemsKnown(told, disclosure, day))) continue;
    const one = { disclosure, category: disclosure.details.category ?? ADDED } as const;
    const metOn = toldOn(told, one, firstDeclaredOn(chain), awaited);
    awaited.push({ ...one, metOn });
    if (metOn === undefined) open.push({ memberId, about: firstIdOf(chain), ...owed, meeting, isCertain });
  }
  return open;
}

function dutyOnTakingOffice({ member, term }: MemberDuty, lawOn: LawOn): CodeDuty | undefined {
  const day = civilDate(term.becameMemberOn);
  const owed = owedBy(lawOn(day)?.onTakingOffice({ kind: 'ori', becameMemberOn: day }) ?? null);
  return owed && { memberId: member.id, about: term.id, ...owed, meeting: undefined, isCertain: true };
}

/** Whether a code has a kind of interest registered that the Act has not. */
function registers(rulebook: Rulebook | undefined, kind: DisclosedKind, day: CivilDate): boolean {
  if (kind === 'dpi') return false;
  return owedBy(rulebook?.aChange({ kind, becameAwareOfChangeOn: day }) ?? null) !== undefined;
}

/** The days that a code sets, with its reason; undefined where it sets none, or nobody can tell. */
function owedBy(
  finding: Finding<WithinDaysOf | null> | null,
): { readonly days: WithinDaysOf; readonly reason: Reason } | undefined {
  if (finding === null || finding.kind === 'cannot-tell' || finding.value === null) return undefined;
  const [reason] = finding.reasons;
  return reason && { days: finding.value, reason };
}
