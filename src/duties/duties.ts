import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import {
  londonDateOf,
  type CivilDate,
  type NotEncoded,
  type RequiredCategory,
  type Rulebook,
  type TakingOffice,
  type TakingOfficeFacts,
} from '../law/index.js';
import { covers, type Member, type TermOfOffice } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import { atOnce, grouped, type UnitOfWork } from '../platform/database/index.js';
import { takingOfficeFacts, type Notification } from '../register/index.js';
import { dutyState, type DutyState } from './duty-state.js';
import { answersIn, readOfficeFacts, type OfficeFacts, type TermWithMember } from './office-facts.js';

/** What one member owes on taking office, with what it follows from. */
export interface MemberDuty {
  readonly member: Member;
  readonly term: TermOfOffice;
  readonly answer: TakingOffice;
  readonly state: DutyState;
  /**
   * Whole notifications that the law counts for this term, oldest first: a change answers none of its questions. Of a
   * first term these are all of them, and of a later one those from its poll on.
   */
  readonly notifications: readonly Notification[];
  /** Received and not yet entered. */
  readonly pending: number;
}

/** Everything an authority's members owe on a day. */
export interface Board {
  readonly asAt: CivilDate;
  readonly duties: readonly MemberDuty[];
}

/** Who owes what by when, and why: gathered facts, answered by the rulebook. Nothing here is stored. */
@Injectable()
export class Duties {
  constructor(
    private readonly rulebooks: Rulebooks,
    private readonly clock: Clock,
  ) {}

  /** The duties of everybody in office on the day, worst first; or that no law is encoded for that day. */
  async board(uow: UnitOfWork, asAt: CivilDate = this.clock.today()): Promise<Board | NotEncoded> {
    return this.#asked(uow, asAt);
  }

  /** What one member owes on the day; undefined when they hold no office on it. */
  async ofMember(
    uow: UnitOfWork,
    memberId: string,
    asAt: CivilDate = this.clock.today(),
  ): Promise<MemberDuty | NotEncoded | undefined> {
    const board = await this.#asked(uow, asAt, memberId);
    return 'kind' in board ? board : board.duties[0];
  }

  /**
   * The boards of several authorities that the unit of work sees, each by its own law, from one reading of their facts.
   * One of which no law is encoded for that day has none.
   */
  async boards(
    uow: UnitOfWork,
    authorityIds: readonly string[],
    asAt: CivilDate = this.clock.today(),
  ): Promise<ReadonlyMap<string, Board>> {
    const facts = await readOfficeFacts(uow, { authorityIds });
    const termsOf = grouped(facts.terms, ({ member }) => member.authorityId);
    const boards = new Map<string, Board>();
    for (const authorityId of authorityIds) {
      const rulebook = await this.rulebooks.on({ ...uow, authorityId }, asAt);
      if (rulebook.kind === 'not-encoded') continue;
      boards.set(authorityId, boardOf({ ...facts, terms: termsOf(authorityId) }, rulebook, asAt));
    }
    return boards;
  }

  async #asked(uow: UnitOfWork, asAt: CivilDate, memberId?: string): Promise<Board | NotEncoded> {
    const { rulebook, facts } = await atOnce({
      rulebook: this.rulebooks.on(uow, asAt),
      facts: readOfficeFacts(uow, { authorityIds: [uow.authorityId], memberId }),
    });
    return rulebook.kind === 'not-encoded' ? rulebook : boardOf(facts, rulebook, asAt);
  }
}

function boardOf(facts: OfficeFacts, rulebook: Rulebook, asAt: CivilDate): Board {
  const termsOf = grouped(facts.terms, ({ member }) => member.id);
  const law = { ask: asking(rulebook), required: rulebook.requiredCategories(), asAt };
  const duties = facts.terms
    .filter(({ term }) => covers(term, asAt))
    .map((one) => dutyOf(one, termsOf(one.member.id), facts, law));
  return { asAt, duties: duties.sort(worstFirst) };
}

/** The law of the day asked about. */
interface LawOfTheDay {
  readonly ask: (facts: TakingOfficeFacts) => TakingOffice;
  readonly required: readonly RequiredCategory[];
  readonly asAt: CivilDate;
}

/** Members who have answered nothing differ in their terms alone: after an election one answer is that of nearly all. */
function asking(rulebook: Rulebook): LawOfTheDay['ask'] {
  const ofTheSilent = new Map<string, TakingOffice>();
  return (facts) => {
    if (facts.answers?.length !== 0) return rulebook.takingOffice(facts);
    const alike = JSON.stringify(facts);
    const answer = ofTheSilent.get(alike) ?? rulebook.takingOffice(facts);
    ofTheSilent.set(alike, answer);
    return answer;
  };
}

function dutyOf(
  { member, term }: TermWithMember,
  terms: readonly TermWithMember[],
  known: OfficeFacts,
  { ask, required, asAt }: LawOfTheDay,
): MemberDuty {
  // What had been received by the end of that day; a board of the past does not know what came later.
  const received = known.notifications(member.id).filter(({ receivedOn }) => receivedOn <= asAt);
  const notifications = received.map((notification) => asItStood(notification, asAt));
  const facts = takingOfficeFacts(term, {
    earlierTerms: terms.map((one) => one.term),
    notifications,
    answers: received.flatMap(answersIn),
    required,
  });
  const answer = ask(facts);
  const countsFrom = facts.returning === true ? (answer.clock?.chaseFrom ?? term.becameMemberOn) : '';
  return {
    member,
    term,
    answer,
    state: dutyState(answer, asAt),
    notifications: notifications.filter(
      ({ kind, receivedOn }) => kind === 'whole' && receivedOn >= countsFrom,
    ),
    pending: notifications.filter(({ enteredAt }) => enteredAt === null).length,
  };
}

/** Entered later than the day asked about is not yet entered on it. */
function asItStood(notification: Notification, asAt: CivilDate): Notification {
  const { enteredAt } = notification;
  if (enteredAt === null) return notification;
  // London is never behind UTC: what was entered before the day began there needs no calendar, which is slow to ask.
  if (enteredAt.getTime() < Date.parse(asAt) || londonDateOf(enteredAt) <= asAt) return notification;
  return { ...notification, enteredAt: null, enteredBy: null };
}

const ORDER: readonly DutyState[] = [
  'overdue',
  'due-soon',
  'on-time',
  'met-late',
  'met',
  'nothing-to-register',
  'closed',
  'not-owed',
];

const PLACE = new Map(ORDER.map((state, place) => [state, place]));
/** Compared for every pair of a long list: a collator that is made once is many times as quick as localeCompare. */
const byName = new Intl.Collator('en-GB');
const lastDayOf = ({ answer: { clock } }: MemberDuty): string => clock?.lastDay ?? '';

function worstFirst(a: MemberDuty, b: MemberDuty): number {
  const [dayA, dayB] = [lastDayOf(a), lastDayOf(b)];
  if (a.state !== b.state) return (PLACE.get(a.state) ?? 0) - (PLACE.get(b.state) ?? 0);
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return byName.compare(a.member.name, b.member.name);
}
