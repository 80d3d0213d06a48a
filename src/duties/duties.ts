import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../authorities/index.js';
import {
  londonDateOf,
  type CivilDate,
  type NotEncoded,
  type Rulebook,
  type TakingOffice,
} from '../law/index.js';
import { Members, type Member, type TermOfOffice } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import {
  Notifications,
  Register,
  takingOfficeFacts,
  type Notification,
  type NotificationAnswer,
  type RegisterEntry,
} from '../register/index.js';
import { dutyState, type DutyState } from './duty-state.js';

/** What one member owes on taking office, with what it follows from. */
export interface MemberDuty {
  readonly member: Member;
  readonly term: TermOfOffice;
  readonly answer: TakingOffice;
  readonly state: DutyState;
  /** Whole notifications received in this term, oldest first: a change answers none of its questions. */
  readonly notifications: readonly Notification[];
  /** Received and not yet entered. */
  readonly pending: number;
  /** What the register holds of the member, without details. */
  readonly entries: readonly Omit<RegisterEntry, 'details'>[];
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
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly rulebooks: Rulebooks,
    private readonly clock: Clock,
  ) {}

  /** The duties of everybody in office on the day, worst first; or that no law is encoded for that day. */
  async board(uow: UnitOfWork, asAt: CivilDate = this.clock.today()): Promise<Board | NotEncoded> {
    const rulebook = await this.rulebooks.on(uow, asAt);
    if (rulebook.kind === 'not-encoded') return rulebook;
    const known = {
      terms: grouped(await this.members.terms(uow), ({ memberId }) => memberId),
      notifications: grouped(await this.notifications.list(uow), ({ memberId }) => memberId),
      answers: grouped(await this.notifications.answers(uow), ({ notificationId }) => notificationId),
      entries: grouped(await this.register.outline(uow), ({ memberId }) => memberId),
    };
    const inOffice = await this.members.inOffice(uow, asAt);
    const duties = inOffice.map(({ member, term }) => dutyOf(member, term, known, rulebook, asAt));
    return { asAt, duties: duties.sort(worstFirst) };
  }

  /** What one member owes on the day; undefined when they hold no office on it. */
  async ofMember(
    uow: UnitOfWork,
    memberId: string,
    asAt: CivilDate = this.clock.today(),
  ): Promise<MemberDuty | NotEncoded | undefined> {
    const board = await this.board(uow, asAt);
    return 'kind' in board ? board : board.duties.find(({ member }) => member.id === memberId);
  }
}

/** Of everybody, by member; answers by notification. Looked up, so that a large council takes no more than its share. */
interface Known {
  readonly terms: Grouped<TermOfOffice>;
  readonly notifications: Grouped<Notification>;
  readonly answers: Grouped<NotificationAnswer>;
  readonly entries: Grouped<Omit<RegisterEntry, 'details'>>;
}

type Grouped<T> = (id: string) => readonly T[];

function dutyOf(
  member: Member,
  term: TermOfOffice,
  known: Known,
  rulebook: Rulebook,
  asAt: CivilDate,
): MemberDuty {
  // What had been received by the end of that day; a board of the past does not know what came later.
  const notifications = known
    .notifications(member.id)
    .filter(({ receivedOn }) => receivedOn <= asAt)
    .map((notification) => asItStood(notification, asAt));
  const facts = takingOfficeFacts(term, {
    earlierTerms: known.terms(member.id),
    notifications,
    answers: notifications.flatMap(({ id }) => known.answers(id)),
    required: rulebook.requiredCategories(),
  });
  const answer = rulebook.takingOffice(facts);
  return {
    member,
    term,
    answer,
    state: dutyState(answer, asAt),
    notifications: notifications.filter(
      ({ kind, receivedOn }) => kind === 'whole' && receivedOn >= term.becameMemberOn,
    ),
    pending: notifications.filter(({ enteredAt }) => enteredAt === null).length,
    entries: known.entries(member.id).filter(({ enteredOn }) => enteredOn <= asAt),
  };
}

/** Entered later than the day asked about is not yet entered on it. */
function asItStood(notification: Notification, asAt: CivilDate): Notification {
  const { enteredAt } = notification;
  if (enteredAt === null || londonDateOf(enteredAt) <= asAt) return notification;
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

function worstFirst(a: MemberDuty, b: MemberDuty): number {
  return (
    ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
    (a.answer.clock?.lastDay ?? '').localeCompare(b.answer.clock?.lastDay ?? '') ||
    a.member.name.localeCompare(b.member.name, 'en-GB')
  );
}
