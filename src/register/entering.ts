import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DETAILS_VERSION } from './details.js';
import { sameDetails } from './describe.js';
import { InterestSeal } from './interest-seal.js';
import { Notification, NotificationQuery, NotifiedInterestFate } from './notification.entity.js';
import { Notifications, type OpenedInterest, type OpenedNotification } from './notifications.js';
import { Publishing } from './publishing.js';
import { RegisterEntry, type EndedBecause } from './register-entry.entity.js';
import { Sensitivities, type Standing } from './sensitivities.js';
import { SteppingAside } from './stepping-aside.js';
import { entriesOf, entriesToldAfter, laterWholeEntered, thingsChangedAfter } from './told-entries.js';

/** How much of a notification was entered. `waiting` is what is still pending. */
export interface Entered {
  readonly entered: number;
  readonly unchanged: number;
  readonly ended: number;
  readonly waiting: number;
}

export type WhyNotEntered =
  | 'not-found'
  | 'already-entered'
  | 'earlier-one-pending'
  | 'own-notification'
  | 'stepped-aside'
  | 'entry-ended-meanwhile';

type Fate = NotifiedInterestFate['fate'];

/** A notification that is being entered, and what the register knows of it so far. */
interface Known {
  readonly notification: Notification;
  /** The entries that its interests made or repeated. */
  readonly told: Set<string>;
  /** The things of which something newer was told since. */
  readonly changed: ReadonlySet<string>;
}

/** Takes what was notified into the register: the monitoring officer's duty (s.30(4), s.31(9)). */
@Injectable()
export class Entering {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly publishing: Publishing,
    private readonly seal: InterestSeal,
    private readonly sensitivities: Sensitivities,
    private readonly steppingAside: SteppingAside,
  ) {}

  async enter(
    uow: UnitOfWork,
    id: string,
    waiting: readonly string[],
  ): Promise<Entered | { refused: WhyNotEntered }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person enters notifications.');
    const { accountId } = uow.actor;
    const opened = await this.#claim(uow, id, accountId);
    if (typeof opened === 'string') return { refused: opened };
    await this.publishing.hold(uow);
    const { memberId } = opened.notification;
    const now = opened.interests.filter((one) => one.fate === null && !waiting.includes(one.id));
    if (await this.#isGone(uow, now)) return { refused: 'entry-ended-meanwhile' };

    const counts = { entered: 0, unchanged: 0, ended: 0 };
    const known = await this.#known(uow, opened.notification);
    for (const interest of now) counts[await this.#enterOne(uow, known, interest)] += 1;
    const stillWaiting = opened.interests.filter((one) => one.fate === null).length - now.length;
    if (stillWaiting === 0) counts.ended += await this.#finish(uow, known, accountId);
    await this.publishing.refresh(uow, memberId);
    await this.sensitivities.forgetAgreed(uow, memberId);
    this.audit.record(uow, {
      action: 'notification.entered',
      subject: { type: 'notification', id },
      payload: { memberId, ...counts, ...(stillWaiting > 0 && { waiting: stillWaiting }) },
    });
    return { ...counts, waiting: stillWaiting };
  }

  /**
   * Takes the notification, so that of two officers at once the second is refused. An earlier pending one of the same
   * member comes first, unless it waits for the member's answer. Nobody enters what is their own, or what they left to
   * another: a deputy does.
   */
  async #claim(uow: UnitOfWork, id: string, accountId: string): Promise<OpenedNotification | WhyNotEntered> {
    const { authorityId } = uow;
    const row = await uow.manager.findOne(Notification, {
      where: { authorityId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) return 'not-found';
    if (row.enteredAt !== null) return 'already-entered';
    const member = await this.members.find(uow, row.memberId);
    if (member?.accountId === accountId || (row.channel === 'web' && row.recordedBy === accountId))
      return 'own-notification';
    if (await this.steppingAside.has(uow, row.memberId, accountId)) return 'stepped-aside';
    if (await this.#earlierPending(uow, row)) return 'earlier-one-pending';
    return (await this.notifications.open(uow, id)) ?? 'not-found';
  }

  async #earlierPending(uow: UnitOfWork, { id, memberId }: Notification): Promise<boolean> {
    const { authorityId } = uow;
    const pending = (await this.notifications.pending(uow)).filter((one) => one.memberId === memberId);
    const earlier = pending.slice(
      0,
      pending.findIndex((one) => one.id === id),
    );
    const queried = await uow.manager.findBy(NotificationQuery, {
      authorityId,
      notificationId: In(earlier.map((one) => one.id)),
      answeredAt: IsNull(),
    });
    return earlier.some((one) => queried.every(({ notificationId }) => notificationId !== one.id));
  }

  /** Is an interest that is to be changed, ended or corrected in the register no longer? */
  async #isGone(uow: UnitOfWork, interests: readonly OpenedInterest[]): Promise<boolean> {
    for (const { aboutEntryId } of interests) {
      if (aboutEntryId !== null && (await this.#meant(uow, aboutEntryId)) === undefined) return true;
    }
    return false;
  }

  async #known(uow: UnitOfWork, notification: Notification): Promise<Known> {
    return {
      notification,
      told: new Set(await entriesOf(uow, notification.id)),
      changed: await thingsChangedAfter(uow, notification),
    };
  }

  async #enterOne(
    uow: UnitOfWork,
    known: Known,
    interest: OpenedInterest,
  ): Promise<'entered' | 'unchanged' | 'ended'> {
    const { memberId } = known.notification;
    const about = interest.aboutEntryId === null ? undefined : await this.#meant(uow, interest.aboutEntryId);
    if (about !== undefined && interest.act === 'end') {
      await this.#end(uow, about, 'ended', interest.effectiveOn);
      await this.#decide(uow, known, interest.id, 'ended', about.id);
      return 'ended';
    }
    if (about !== undefined) {
      const because = interest.act === 'change' ? 'changed' : 'corrected';
      await this.#end(uow, about, because, because === 'changed' ? interest.effectiveOn : null);
      await this.#decide(uow, known, interest.id, 'entered', await this.#add(uow, memberId, interest, about));
      return 'entered';
    }
    const same = await this.#same(uow, known, interest);
    if (same !== undefined) {
      await this.#decide(uow, known, interest.id, 'repeated', same.id);
      // Where the thing was changed since, what was asked is about the entry that it has become.
      const { id } = (await this.#meant(uow, same.id)) ?? same;
      await this.sensitivities.carryOver(uow, interest.id, id);
      return 'unchanged';
    }
    await this.#decide(uow, known, interest.id, 'entered', await this.#add(uow, memberId, interest));
    return 'entered';
  }

  /**
   * The entry in the same words that no other interest of this notification has repeated or made: a current one, or one
   * of a thing of which something newer was told after this notification, so that the newer stands.
   */
  async #same(
    uow: UnitOfWork,
    { notification: { memberId }, told, changed }: Known,
    interest: OpenedInterest,
  ): Promise<RegisterEntry | undefined> {
    const { category, heldBy } = interest;
    const where = { authorityId: uow.authorityId, memberId, category, heldBy };
    const entries = await uow.manager.find(RegisterEntry, { where, order: { enteredAt: 'ASC', id: 'ASC' } });
    const alike = entries.filter(
      (entry) =>
        !told.has(entry.id) && sameDetails(this.seal.open('register_entry', entry), interest.details),
    );
    return (
      alike.find(({ endedOn }) => endedOn === null) ??
      alike.find(({ thingId, endedBecause }) => endedBecause !== 'not-repeated' && changed.has(thingId))
    );
  }

  /**
   * All of it is entered. A whole notification is all that the member holds: what it does not repeat is held no longer,
   * but for what was told after it, and for gifts. And what it told itself is held no longer where a whole one that came
   * after it, and was entered before it, does not repeat it.
   */
  async #finish(uow: UnitOfWork, { notification, told }: Known, accountId: string): Promise<number> {
    const { authorityId } = uow;
    const { id, kind, memberId } = notification;
    const entered = { enteredAt: this.clock.now(), enteredBy: accountId };
    await uow.manager.update(Notification, { authorityId, id }, entered);
    const later = await entriesToldAfter(uow, notification);
    const outdated = await laterWholeEntered(uow, notification);
    const current = await uow.manager.findBy(RegisterEntry, { authorityId, memberId, endedOn: IsNull() });
    const ended = current.filter(
      (entry) =>
        entry.category !== 'gifts' &&
        !later.has(entry.id) &&
        (told.has(entry.id) ? outdated : kind === 'whole'),
    );
    for (const entry of ended) await this.#end(uow, entry, 'not-repeated', null);
    return ended.length;
  }

  async #add(
    uow: UnitOfWork,
    memberId: string,
    interest: OpenedInterest,
    replaced?: RegisterEntry,
  ): Promise<string> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person enters interests.');
    const id = randomUUID();
    const { authorityId, actor } = uow;
    const sensitive = await this.#sensitivityOf(uow, memberId, interest, replaced);
    await uow.manager.insert(RegisterEntry, {
      ...{ authorityId, id, memberId, thingId: replaced?.thingId ?? id, notifiedInterestId: interest.id },
      ...{ category: interest.category, heldBy: interest.heldBy, schemaVersion: DETAILS_VERSION },
      details: this.seal.seal('register_entry', { authorityId, id }, interest.details),
      ...{ enteredOn: this.clock.today(), enteredAt: this.clock.now(), enteredBy: actor.accountId },
      beganOn: interest.act === 'correct' ? (replaced?.beganOn ?? null) : interest.effectiveOn,
      sensitive: sensitive.is,
      sensitiveReviewOn: sensitive.reviewOn,
    });
    await this.sensitivities.carryOver(uow, interest.id, id);
    return id;
  }

  /** A changed or corrected interest stays as withheld as it was; a new one follows its own request, or a likeness. */
  async #sensitivityOf(
    uow: UnitOfWork,
    memberId: string,
    interest: OpenedInterest,
    replaced: RegisterEntry | undefined,
  ): Promise<Standing> {
    if (replaced !== undefined && replaced.sensitive !== 'no')
      return { is: replaced.sensitive, reviewOn: replaced.sensitiveReviewOn };
    return this.sensitivities.of(uow, memberId, interest);
  }

  async #end(
    uow: UnitOfWork,
    entry: RegisterEntry,
    endedBecause: EndedBecause,
    ceasedOn: string | null,
  ): Promise<void> {
    const ended = { endedOn: this.clock.today(), endedAt: this.clock.now(), endedBecause, ceasedOn };
    await uow.manager.update(RegisterEntry, { authorityId: uow.authorityId, id: entry.id }, ended);
  }

  async #decide(
    uow: UnitOfWork,
    known: Known,
    notifiedInterestId: string,
    fate: Fate,
    registerEntryId: string,
  ): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person enters interests.');
    const decided = { decidedAt: this.clock.now(), decidedBy: uow.actor.accountId };
    const row = { authorityId: uow.authorityId, notifiedInterestId, fate, registerEntryId, ...decided };
    await uow.manager.insert(NotifiedInterestFate, row);
    known.told.add(registerEntryId);
  }

  /**
   * The current entry of the thing that a member meant when they named one of its entries: another one where a change or
   * a correction was entered since. Undefined where the thing is in the register no longer.
   */
  async #meant(uow: UnitOfWork, entryId: string): Promise<RegisterEntry | undefined> {
    const { authorityId } = uow;
    const { thingId } = await uow.manager.findOneByOrFail(RegisterEntry, { authorityId, id: entryId });
    const current = { authorityId, thingId, endedOn: IsNull() };
    return (await uow.manager.findOneBy(RegisterEntry, current)) ?? undefined;
  }
}
