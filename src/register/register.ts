import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Audit } from '../audit/index.js';
import type { CivilDate } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DETAILS_VERSION, describeInterest, sameDetails, type InterestDetails } from './details.js';
import { InterestSeal } from './interest-seal.js';
import { Notification } from './notification.entity.js';
import { Notifications, type OpenedInterest } from './notifications.js';
import { mayBeTheSame } from './same-thing.js';
import { PublishedEntry, RegisterEntry, RegisterVersion } from './register-entry.entity.js';

/** An entry with its details opened, for its member and for officers who may read them. */
export interface OpenedEntry {
  readonly entry: RegisterEntry;
  readonly details: InterestDetails;
}

/** The register of members' interests, which the monitoring officer keeps (Localism Act 2011 s.29). */
@Injectable()
export class Register {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly seal: InterestSeal,
  ) {}

  /**
   * Enters a notification. It is the whole of what the member holds, so entries of earlier notifications that it does
   * not repeat are ended today and stay in history; those that it repeats go on as they are.
   */
  async enter(
    uow: UnitOfWork,
    notificationId: string,
  ): Promise<
    | { entered: number; ended: number }
    | { refused: 'not-found' | 'already-entered' | 'earlier-one-pending' | 'own-notification' }
  > {
    if (uow.actor.kind !== 'person') throw new Error('Only a person enters notifications.');
    const refused = await this.#claim(uow, notificationId, uow.actor.accountId);
    if (refused !== undefined) return { refused };
    const opened = await this.notifications.open(uow, notificationId);
    if (opened === undefined) return { refused: 'not-found' };

    const { memberId } = opened.notification;
    const current = await this.current(uow, memberId);
    const repeated = new Set<string>();
    const fresh: OpenedInterest[] = [];
    for (const interest of opened.interests) {
      const same = current.find((entry) => !repeated.has(entry.entry.id) && saysTheSame(entry, interest));
      if (same === undefined) fresh.push(interest);
      else repeated.add(same.entry.id);
    }
    const ended = current.filter(({ entry }) => !repeated.has(entry.id));
    for (const { entry } of ended) await this.#end(uow, entry);
    const isKeptBack = await this.keptBack(uow, memberId);
    for (const interest of fresh) await this.#add(uow, memberId, interest, isKeptBack(interest.details));

    await this.#countChange(uow);
    const counts = { entered: fresh.length, unchanged: repeated.size, ended: ended.length };
    this.audit.record(uow, {
      action: 'notification.entered',
      subject: { type: 'notification', id: notificationId },
      payload: { memberId, ...counts },
    });
    return counts;
  }

  /** What the register holds of a member today, details opened, in the order in which it was entered. */
  async current(uow: UnitOfWork, memberId: string): Promise<OpenedEntry[]> {
    const entries = await uow.manager.find(RegisterEntry, {
      where: { authorityId: uow.authorityId, memberId, endedOn: IsNull() },
      order: { enteredAt: 'ASC', id: 'ASC' },
    });
    return entries.map((entry) => ({ entry, details: this.seal.open('register_entry', entry) }));
  }

  /** All current entries of an authority without their details, for counting and for the law. */
  async outline(uow: UnitOfWork): Promise<Omit<RegisterEntry, 'details'>[]> {
    return uow.manager.findBy(RegisterEntry, { authorityId: uow.authorityId, endedOn: IsNull() });
  }

  /**
   * Which interests of a member are kept back from the public until the officer has decided: those that may be the same
   * thing as one whose details are or were withheld, also after a notification that left it out.
   */
  async keptBack(uow: UnitOfWork, memberId: string): Promise<(details: InterestDetails) => boolean> {
    const where = { authorityId: uow.authorityId, memberId, sensitive: Not('no' as const) };
    const withheld = (await uow.manager.findBy(RegisterEntry, where)).map((entry) =>
      this.seal.open('register_entry', entry),
    );
    return (details) => withheld.some((other) => mayBeTheSame(details, other));
  }

  /** Whether any interest of the member is or was sensitive, or is kept back. */
  async hasWithheld(uow: UnitOfWork, memberId: string): Promise<boolean> {
    const where = { authorityId: uow.authorityId, memberId, sensitive: Not('no' as const) };
    return uow.manager.existsBy(RegisterEntry, where);
  }

  /** What the public may read of a member's entries. */
  async published(uow: UnitOfWork, memberId: string): Promise<PublishedEntry[]> {
    return uow.manager.findBy(PublishedEntry, { authorityId: uow.authorityId, memberId });
  }

  /**
   * Records that the member and the monitoring officer both consider an interest sensitive (s.32(1)): its details are
   * public no longer from this moment on.
   */
  async agreeSensitive(
    uow: UnitOfWork,
    entryId: string,
    reviewOn: CivilDate,
  ): Promise<{ id: string } | { refused: 'not-found' }> {
    const where = { authorityId: uow.authorityId, id: entryId };
    const { affected } = await uow.manager.update(RegisterEntry, where, {
      sensitive: 'agreed',
      sensitiveReviewOn: reviewOn,
    });
    if (affected !== 1) return { refused: 'not-found' };
    await uow.manager.delete(PublishedEntry, { authorityId: uow.authorityId, registerEntryId: entryId });
    await this.#countChange(uow);
    this.audit.record(uow, {
      action: 'sensitivity.agreed',
      subject: { type: 'register-entry', id: entryId },
      payload: { reviewOn },
    });
    return { id: entryId };
  }

  /** How often the register of this authority has changed. */
  async version(uow: UnitOfWork): Promise<string> {
    const row = await uow.manager.findOneBy(RegisterVersion, { authorityId: uow.authorityId });
    return row?.version ?? '0';
  }

  /**
   * Takes the notification for entering, so that of two officers at once the second is refused. An earlier pending one
   * of the same member comes first. Nobody enters what they notified themselves: a deputy does.
   */
  async #claim(
    uow: UnitOfWork,
    id: string,
    accountId: string,
  ): Promise<'not-found' | 'already-entered' | 'earlier-one-pending' | 'own-notification' | undefined> {
    const notification = await uow.manager.findOne(Notification, {
      where: { authorityId: uow.authorityId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (notification === null) return 'not-found';
    if (notification.enteredAt !== null) return 'already-entered';
    if (notification.recordedBy === accountId) return 'own-notification';
    const pending = await this.notifications.pending(uow);
    const first = pending.find((other) => other.memberId === notification.memberId);
    if (first !== undefined && first.id !== id) return 'earlier-one-pending';
    const entered = { enteredAt: this.clock.now(), enteredBy: accountId };
    await uow.manager.update(Notification, { authorityId: uow.authorityId, id }, entered);
    return undefined;
  }

  async #add(uow: UnitOfWork, memberId: string, interest: OpenedInterest, guarded: boolean): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person enters interests.');
    const id = randomUUID();
    const { authorityId } = uow;
    await uow.manager.insert(RegisterEntry, {
      authorityId,
      id,
      memberId,
      notifiedInterestId: interest.id,
      category: interest.category,
      heldBy: interest.heldBy,
      schemaVersion: DETAILS_VERSION,
      details: this.seal.seal('register_entry', { authorityId, id }, interest.details),
      enteredOn: this.clock.today(),
      enteredAt: this.clock.now(),
      enteredBy: uow.actor.accountId,
      // It may be what is withheld already, in other words: it is kept back until the officer has decided again.
      sensitive: guarded ? 'claimed' : 'no',
    });
    if (guarded) return;
    await uow.manager.insert(PublishedEntry, {
      authorityId,
      registerEntryId: id,
      memberId,
      category: interest.category,
      words: describeInterest(interest.details),
      publishedOn: this.clock.today(),
    });
  }

  async #end(uow: UnitOfWork, entry: RegisterEntry): Promise<void> {
    const { authorityId } = uow;
    await uow.manager.update(RegisterEntry, { authorityId, id: entry.id }, { endedOn: this.clock.today() });
    await uow.manager.delete(PublishedEntry, { authorityId, registerEntryId: entry.id });
  }

  async #countChange(uow: UnitOfWork): Promise<void> {
    await uow.manager.query(
      `insert into register_version (authority_id, version) values ($1, 1)
       on conflict (authority_id) do update set version = register_version.version + 1`,
      [uow.authorityId],
    );
  }
}

function saysTheSame(entry: OpenedEntry, interest: OpenedInterest): boolean {
  return entry.entry.heldBy === interest.heldBy && sameDetails(entry.details, interest.details);
}
