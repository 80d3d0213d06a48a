import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import { Disclosures, INTEREST_KINDS, type DisclosedKind } from '../disclosures/index.js';
import {
  civilDate,
  rulebookFor,
  type CivilDate,
  type Finding,
  type Reason,
  type Rulebook,
  type WithinDaysOf,
} from '../law/index.js';
import type { Meeting } from '../meetings/index.js';
import { covers, Members, type Member } from '../members/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { ToldBefore } from '../register/index.js';
import {
  chainsOf,
  disclosureOf,
  firstDeclaredOn,
  firstIdOf,
  opensClock,
  type Registrable,
} from './after-disclosure-chain.js';
import { Duties, type MemberDuty } from './duties.js';
import { isOpen } from './duty-state.js';
import { FirstTellings, seemsKnown, toldOn, type Awaited } from './first-tellings.js';
import { HeldMeetings } from './held-meetings.js';

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

/** The law of any day, from one reading of what the authority adopted. */
type LawOn = (day: CivilDate) => Rulebook | undefined;

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
   */
  async onTakingOffice(uow: UnitOfWork, asAt: CivilDate): Promise<CodeDuty[]> {
    const lawOn = await this.#law(uow);
    const asksNow = lawOn(asAt)?.requiredCategories() ?? [];
    if (!asksNow.some(({ category }) => category === ADDED)) return [];
    const board = await this.duties.board(uow, asAt);
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
  async membersConcerned(uow: UnitOfWork, asAt: CivilDate): Promise<Member[]> {
    const rulebook = (await this.#law(uow))(asAt);
    const kinds = INTEREST_KINDS.filter((kind) => registers(rulebook, kind, asAt));
    const disclosed = new Set(
      kinds.length === 0 ? [] : await this.disclosures.membersWhoDisclosed(uow, kinds),
    );
    const inOffice = disclosed.size === 0 ? [] : await this.members.inOffice(uow, asAt);
    return inOffice.flatMap(({ member }) => (disclosed.has(member.id) ? [member] : []));
  }

  /** What one member declared at meetings and only the code has registered: they were aware of it by then. */
  async declaredBy(uow: UnitOfWork, memberId: string, asAt: CivilDate): Promise<CodeDuty[]> {
    const disclosed = await this.disclosures.ofMember(uow, memberId);
    if (disclosed.length === 0) return [];
    const lawOn = await this.#law(uow);
    const registrable: Registrable = ({ interestKind, heldBy }) =>
      heldBy === 'self' && interestKind !== null && registers(lawOn(asAt), interestKind, asAt);
    const chains = chainsOf(disclosed).filter((chain) => opensClock(chain, registrable) !== undefined);
    if (chains.length === 0) return [];
    const told = await this.firstTellings.of(uow, memberId, asAt);
    const terms = await this.members.terms(uow, memberId);
    const awaited: Awaited[] = [];
    const open: CodeDuty[] = [];
    for (const chain of chains) {
      const disclosure = disclosureOf(chain, registrable);
      const meeting = await this.heldMeetings.find(uow, disclosure.meetingId, asAt);
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

  async #law(uow: UnitOfWork): Promise<LawOn> {
    const adopted = await this.rulebooks.adopted(uow);
    // Most take office on one day: its law is made once.
    const made = new Map<CivilDate, Rulebook | undefined>();
    return (day) => {
      if (!made.has(day)) {
        const rulebook = rulebookFor(adopted, day);
        made.set(day, rulebook.kind === 'rulebook' ? rulebook : undefined);
      }
      return made.get(day);
    };
  }
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
