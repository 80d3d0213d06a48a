import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../audit/index.js';
import { londonDateOf, type Asked, type Category, type HeldBy, type RequiredCategory } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DETAILS_VERSION, type InterestDetails } from './details.js';
import { Drafts, type Draft } from './drafts.js';
import { InterestSeal } from './interest-seal.js';
import { Notification, NotificationAnswer, NotifiedInterest } from './notification.entity.js';

/** An interest as it was notified, opened. */
export interface OpenedInterest {
  readonly id: string;
  readonly category: Category;
  readonly heldBy: HeldBy;
  readonly details: InterestDetails;
}

/** A notification with everything that was said in it. */
export interface OpenedNotification {
  readonly notification: Notification;
  readonly answers: readonly NotificationAnswer[];
  readonly interests: readonly OpenedInterest[];
}

/** Notifications: from the member to the monitoring officer. */
@Injectable()
export class Notifications {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly drafts: Drafts,
    private readonly seal: InterestSeal,
  ) {}

  /**
   * Receives what a member has drafted. On the web it is received when the server accepts it. Refused unless every
   * required category is answered: an unanswered one is not "nothing".
   */
  async receive(
    uow: UnitOfWork,
    memberId: string,
    required: readonly RequiredCategory[],
    seenVersion: number,
  ): Promise<
    | { id: string; receivedAt: Date }
    | { refused: 'unanswered'; unanswered: readonly Asked[] }
    | { refused: 'changed-elsewhere' }
  > {
    // Held, so that of two presses of the button the second finds the draft gone.
    const { draft, version } = await this.drafts.hold(uow, memberId);
    // What is sent must be what was checked.
    if (version !== seenVersion) return { refused: 'changed-elsewhere' };
    const unanswered = unansweredIn(draft, required);
    if (unanswered.length > 0 || draft.hasPartner === undefined) return { refused: 'unanswered', unanswered };
    if (uow.actor.kind !== 'person') throw new Error('Only a person notifies.');

    const id = randomUUID();
    const receivedAt = this.clock.now();
    await uow.manager.insert(Notification, {
      authorityId: uow.authorityId,
      id,
      memberId,
      channel: 'web',
      receivedAt,
      receivedOn: londonDateOf(receivedAt),
      recordedAt: receivedAt,
      recordedBy: uow.actor.accountId,
      hasPartner: draft.hasPartner,
    });
    const counts = await this.#keep(uow, id, draft, asked(draft, required));
    await this.drafts.discard(uow, memberId);
    this.audit.record(uow, {
      action: 'notification.received',
      subject: { type: 'notification', id },
      payload: { memberId, channel: 'web', receivedOn: londonDateOf(receivedAt), ...counts },
    });
    return { id, receivedAt };
  }

  /** Everything received from a member, or from everybody, oldest first. */
  async list(uow: UnitOfWork, memberId?: string): Promise<Notification[]> {
    return uow.manager.find(Notification, {
      where: { authorityId: uow.authorityId, ...(memberId === undefined ? {} : { memberId }) },
      order: { position: 'ASC' },
    });
  }

  /** Received and not yet entered: pending notifications (s.31(11)), oldest first. */
  async pending(uow: UnitOfWork): Promise<Notification[]> {
    return uow.manager.find(Notification, {
      where: { authorityId: uow.authorityId, enteredAt: IsNull() },
      order: { position: 'ASC' },
    });
  }

  /** All answers, by notification: what was asked and answered, without any detail. */
  async answers(uow: UnitOfWork): Promise<NotificationAnswer[]> {
    return uow.manager.findBy(NotificationAnswer, { authorityId: uow.authorityId });
  }

  /** One notification with its details opened, for the member and for officers who may read them. */
  async open(uow: UnitOfWork, id: string): Promise<OpenedNotification | undefined> {
    const notification = await uow.manager.findOneBy(Notification, { authorityId: uow.authorityId, id });
    if (notification === null) return undefined;
    const where = { authorityId: uow.authorityId, notificationId: id };
    const answers = await uow.manager.findBy(NotificationAnswer, where);
    const rows = await uow.manager.find(NotifiedInterest, { where, order: { position: 'ASC' } });
    const interests = rows.map((row) => ({
      id: row.id,
      category: row.category,
      heldBy: row.heldBy,
      details: this.seal.open('notified_interest', row),
    }));
    return { notification, answers, interests };
  }

  async #keep(
    uow: UnitOfWork,
    notificationId: string,
    draft: Draft,
    questions: readonly Asked[],
  ): Promise<{ interests: number; nothing: number }> {
    const { authorityId } = uow;
    let position = 0;
    let nothing = 0;
    for (const { category, heldBy } of questions) {
      const given = draft.answers[`${category}/${heldBy}`];
      if (given === undefined) continue;
      if (given.answer === 'nothing') nothing += 1;
      await uow.manager.insert(NotificationAnswer, {
        authorityId,
        notificationId,
        category,
        heldBy,
        answer: given.answer,
      });
      for (const details of given.answer === 'entries' ? given.interests : []) {
        const id = randomUUID();
        position += 1;
        await uow.manager.insert(NotifiedInterest, {
          authorityId,
          id,
          notificationId,
          category,
          heldBy,
          position,
          schemaVersion: DETAILS_VERSION,
          details: this.seal.seal('notified_interest', { authorityId, id }, details),
        });
      }
    }
    return { interests: position, nothing };
  }
}

/** What a member must be asked: each category for themselves, and for the partner where there is one. */
export function asked(draft: Pick<Draft, 'hasPartner'>, required: readonly RequiredCategory[]): Asked[] {
  return required.flatMap(({ category, asksPartner }) => [
    { category, heldBy: 'self' as const },
    ...(asksPartner && draft.hasPartner === true ? [{ category, heldBy: 'partner' as const }] : []),
  ]);
}

/** What is still to be answered. "There are some" with none written down is not an answer yet. */
export function unansweredIn(draft: Draft, required: readonly RequiredCategory[]): Asked[] {
  return asked(draft, required).filter(({ category, heldBy }) => {
    const given = draft.answers[`${category}/${heldBy}`];
    return given === undefined || (given.answer === 'entries' && given.interests.length === 0);
  });
}
