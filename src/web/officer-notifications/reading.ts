import { Injectable } from '@nestjs/common';
import { Rulebooks } from '../../authorities/index.js';
import { Duties, type Board } from '../../duties/index.js';
import { Accounts, actingOf, Roles, type Person } from '../../identity/index.js';
import { civilDate, type RegisterCategory, type Rulebook } from '../../law/index.js';
import { Members, type Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import {
  Attachments,
  Notifications,
  Queries,
  Register,
  SteppingAside,
  type NotificationAttachment,
  type OpenedEntry,
  type OpenedInterest,
  type OpenedNotification,
  type OpenedQuery,
} from '../../register/index.js';
import { judgedOn } from '../my-interests/law-says/clock.js';
import { Laws } from '../my-interests/law-says/laws.js';
import { found } from '../page/index.js';
import { changeTiming, wholeTiming, type Timing } from './timing.js';
import { Withholding, type Withheld } from './withholding.js';

/** What the officer may do with a notification: 'may' act, or why not. */
export type Standing = 'may' | 'reads-only' | 'own-notification' | 'stepped-aside';

/** Everything that the pages about one notification are made of. */
export interface KnownOfNotification {
  readonly opened: OpenedNotification;
  readonly member: Pick<Member, 'id' | 'name'>;
  readonly timing: Timing;
  /** The categories in the order of the regulations. */
  readonly order: readonly RegisterCategory[];
  readonly history: readonly OpenedEntry[];
  /** What the member told after it. */
  readonly toldLater: readonly OpenedInterest[];
  /** A whole notification that came later is in the register already. */
  readonly outdated: boolean;
  readonly queries: readonly OpenedQuery[];
  readonly scans: readonly NotificationAttachment[];
  readonly withheld: Withheld;
  readonly standing: Standing;
  /** The accounts of those who left this member to others, and of the officers who can act. */
  readonly aside: readonly string[];
  readonly canAct: readonly string[];
  /** By account. */
  readonly names: ReadonlyMap<string, string>;
}

const OFFICERS = ['monitoring-officer', 'deputy-monitoring-officer'];

/** Gathers what an officer reads about a notification, less what they may not see. */
@Injectable()
export class Reading {
  constructor(
    private readonly accounts: Accounts,
    private readonly attachments: Attachments,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly duties: Duties,
    private readonly laws: Laws,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly queries: Queries,
    private readonly register: Register,
    private readonly roles: Roles,
    private readonly rulebooks: Rulebooks,
    private readonly steppingAside: SteppingAside,
    private readonly withholding: Withholding,
  ) {}

  /** @throws NotFoundException where this council has no such notification */
  async open(person: Person, id: string): Promise<KnownOfNotification> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.#known(uow, person, id);
      const { notification } = known.opened;
      const asking = known.queries.map(({ query }) => query.askedBy);
      const ids = new Set([...known.aside, ...known.canAct, ...asking, notification.recordedBy]);
      return { ...known, names: await this.accounts.names(uow, [...ids]) };
    });
  }

  async #known(uow: UnitOfWork, person: Person, id: string): Promise<Omit<KnownOfNotification, 'names'>> {
    const opened = found(await this.notifications.open(uow, id));
    const { notification } = opened;
    const member = found(await this.members.find(uow, notification.memberId));
    const rulebook = await this.rulebookOn(uow, notification.receivedOn);
    const later = await this.#later(uow, opened);
    const aside = (await this.steppingAside.of(uow, member.id)).map(({ accountId }) => accountId);
    return {
      ...{ opened, member, aside },
      timing:
        notification.kind === 'whole'
          ? wholeTiming(notification, await this.board(uow))
          : await this.timingOfChange(uow, opened),
      order: rulebook?.requiredCategories().map(({ category }) => category) ?? [],
      history: await this.register.history(uow, member.id),
      toldLater: later.flatMap(({ interests }) => interests),
      outdated: later.some((one) => one.notification.kind === 'whole' && one.notification.enteredAt !== null),
      queries: await this.queries.of(uow, id),
      scans: await this.attachments.of(uow, id),
      withheld: await this.withholding.from(uow, person, member.id),
      standing: standingOf(person, opened, member, aside),
      canAct: await this.#canAct(uow, [...aside, member.accountId, person.accountId]),
    };
  }

  async board(uow: UnitOfWork): Promise<Board | undefined> {
    const board = await this.duties.board(uow);
    return 'kind' in board ? undefined : board;
  }

  /**
   * How what was told of one interest stands to its last day.
   * @param rulebooks the law by day, as far as it was asked for: whoever reads many asks for each day once
   */
  async timingOfChange(
    uow: UnitOfWork,
    opened: OpenedNotification,
    rulebooks = new Map<string, Rulebook | undefined>(),
  ): Promise<Timing> {
    const { notification, interests } = opened;
    const [interest] = interests;
    if (interest === undefined) return changeTiming(opened, undefined);
    const day = judgedOn(interest.details, civilDate(notification.receivedOn));
    if (!rulebooks.has(day)) rulebooks.set(day, await this.rulebookOn(uow, day));
    const isGift = interest.details.category === 'gifts';
    const otherGifts = isGift ? await this.laws.otherGifts(uow, notification.memberId, notification) : [];
    return changeTiming(opened, rulebooks.get(day), otherGifts);
  }

  async rulebookOn(uow: UnitOfWork, day: string): Promise<Rulebook | undefined> {
    const rulebook = await this.rulebooks.on(uow, civilDate(day));
    return rulebook.kind === 'rulebook' ? rulebook : undefined;
  }

  async #later(uow: UnitOfWork, { notification }: OpenedNotification): Promise<OpenedNotification[]> {
    const all = await this.notifications.list(uow, notification.memberId);
    const later = all.slice(all.findIndex(({ id }) => id === notification.id) + 1);
    return this.notifications.openEach(uow, later);
  }

  /** The officers of today, but for these accounts. */
  async #canAct(uow: UnitOfWork, but: readonly (string | null)[]): Promise<string[]> {
    const today = this.clock.today();
    const holding = (await this.roles.list(uow)).filter(
      ({ role, fromOn, toOn }) =>
        OFFICERS.includes(role) && fromOn <= today && (toOn === null || toOn >= today),
    );
    return [...new Set(holding.map(({ accountId }) => accountId))].filter((id) => !but.includes(id));
  }
}

function standingOf(
  { accountId, permissions }: Person,
  { notification }: OpenedNotification,
  member: Member,
  aside: readonly string[],
): Standing {
  if (!permissions.has('EnterNotification')) return 'reads-only';
  const sentIt = notification.channel === 'web' && notification.recordedBy === accountId;
  if (member.accountId === accountId || sentIt) return 'own-notification';
  return aside.includes(accountId) ? 'stepped-aside' : 'may';
}
