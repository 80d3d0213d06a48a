import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { InterestSeal } from './interest-seal.js';
import {
  Notification,
  NotificationQuery,
  NotifiedInterest,
  NotifiedInterestFate,
} from './notification.entity.js';
import { SteppingAside } from './stepping-aside.js';

/** A question of the officer, opened. */
export interface OpenedQuery {
  readonly query: NotificationQuery;
  readonly question: string;
  readonly answer: string | null;
}

export type WhyNotAsked = 'not-found' | 'already-entered' | 'own-notification' | 'stepped-aside';

/** Questions that the officer sends back about a notification. They stop nothing: it was received when it came. */
@Injectable()
export class Queries {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly seal: InterestSeal,
    private readonly steppingAside: SteppingAside,
  ) {}

  /**
   * Asks about a pending notification, or about one interest in it that is pending. Nobody asks about what is their own,
   * or about a member whom they left to another.
   */
  async ask(
    uow: UnitOfWork,
    asked: { notificationId: string; interestId?: string; question: string },
  ): Promise<{ id: string } | { refused: WhyNotAsked }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person asks.');
    const { authorityId, actor } = uow;
    const { notificationId, interestId } = asked;
    const notification = await uow.manager.findOneBy(Notification, { authorityId, id: notificationId });
    if (notification === null) return { refused: 'not-found' };
    if (notification.enteredAt !== null) return { refused: 'already-entered' };
    const { memberId } = notification;
    if ((await this.members.find(uow, memberId))?.accountId === actor.accountId)
      return { refused: 'own-notification' };
    if (await this.steppingAside.has(uow, memberId, actor.accountId)) return { refused: 'stepped-aside' };
    if (interestId !== undefined) {
      if (!(await uow.manager.existsBy(NotifiedInterest, { authorityId, id: interestId, notificationId })))
        return { refused: 'not-found' };
      if (await uow.manager.existsBy(NotifiedInterestFate, { authorityId, notifiedInterestId: interestId }))
        return { refused: 'already-entered' };
    }
    const id = randomUUID();
    await uow.manager.insert(NotificationQuery, {
      ...{ authorityId, id, notificationId, notifiedInterestId: interestId ?? null },
      question: this.seal.sealWords('notification_query.question', { authorityId, id }, asked.question),
      ...{ askedAt: this.clock.now(), askedBy: actor.accountId },
    });
    this.#audited(uow, 'notification.queried', notificationId, {
      memberId: notification.memberId,
      query: id,
    });
    return { id };
  }

  /**
   * The member answers. They may take back the interest that was asked about: then it is entered no more, and what they
   * first told stays in the notification.
   */
  async answer(
    uow: UnitOfWork,
    memberId: string,
    given: { queryId: string; answer: string; withdraws: boolean },
  ): Promise<{ id: string } | { refused: 'not-found' | 'answered-already' }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person answers.');
    const { authorityId } = uow;
    const query = await uow.manager.findOne(NotificationQuery, {
      where: { authorityId, id: given.queryId },
      lock: { mode: 'pessimistic_write' },
    });
    const notification =
      query && (await uow.manager.findOneBy(Notification, { authorityId, id: query.notificationId }));
    if (query === null || notification?.memberId !== memberId) return { refused: 'not-found' };
    if (query.answeredAt !== null) return { refused: 'answered-already' };
    await uow.manager.update(
      NotificationQuery,
      { authorityId, id: query.id },
      {
        answer: this.seal.sealWords('notification_query.answer', query, given.answer),
        answeredAt: this.clock.now(),
      },
    );
    const withdrawn = given.withdraws && (await this.#withdraw(uow, query, uow.actor.accountId));
    this.#audited(uow, 'notification.query-answered', query.notificationId, { memberId, withdrawn });
    return { id: query.id };
  }

  /** The questions about a notification, oldest first. */
  async of(uow: UnitOfWork, notificationId: string): Promise<OpenedQuery[]> {
    return this.#opened(
      await uow.manager.find(NotificationQuery, {
        where: { authorityId: uow.authorityId, notificationId },
        order: { askedAt: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** Which notifications were asked about, and whether any question still waits for an answer. */
  async states(uow: UnitOfWork): Promise<ReadonlyMap<string, 'waiting' | 'answered'>> {
    const queries = await uow.manager.find(NotificationQuery, {
      where: { authorityId: uow.authorityId },
      select: { authorityId: true, id: true, notificationId: true, answeredAt: true },
    });
    const states = new Map<string, 'waiting' | 'answered'>();
    for (const { notificationId, answeredAt } of queries) {
      if (answeredAt === null) states.set(notificationId, 'waiting');
      else if (!states.has(notificationId)) states.set(notificationId, 'answered');
    }
    return states;
  }

  /** The questions that wait for an answer of this member. */
  async waitingFor(uow: UnitOfWork, memberId: string): Promise<OpenedQuery[]> {
    const { authorityId } = uow;
    const waiting = await uow.manager
      .createQueryBuilder(NotificationQuery, 'query')
      .innerJoin(
        Notification,
        'about',
        'about.authority_id = query.authority_id and about.id = query.notification_id',
      )
      .where('query.authority_id = :authorityId and about.member_id = :memberId', { authorityId, memberId })
      .andWhere('query.answered_at is null')
      .orderBy({ 'query.askedAt': 'ASC', 'query.id': 'ASC' })
      .getMany();
    return this.#opened(waiting);
  }

  /** An interest that has no fate yet is withdrawn. */
  async #withdraw(uow: UnitOfWork, query: NotificationQuery, decidedBy: string): Promise<boolean> {
    const { authorityId } = uow;
    const { notifiedInterestId, notificationId } = query;
    if (notifiedInterestId === null) return false;
    const notification = await uow.manager.findOneOrFail(Notification, {
      where: { authorityId, id: notificationId },
      lock: { mode: 'pessimistic_write' },
    });
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(NotifiedInterestFate)
      .values({ authorityId, notifiedInterestId, fate: 'withdrawn', decidedAt: this.clock.now(), decidedBy })
      .orIgnore()
      .returning('notified_interest_id')
      .execute();
    const isWithdrawn = (inserted.raw as unknown[]).length === 1;
    // A change tells of this one interest: nothing of it is left to enter. The officer finishes a whole notification.
    if (isWithdrawn && notification.kind === 'change' && notification.channel === 'web') {
      const done = { enteredAt: this.clock.now(), enteredBy: decidedBy };
      await uow.manager.update(Notification, { authorityId, id: notificationId }, done);
    }
    return isWithdrawn;
  }

  #opened(queries: readonly NotificationQuery[]): OpenedQuery[] {
    return queries.map((query) => ({
      query,
      question: this.seal.openWords('notification_query.question', query, query.question),
      answer: query.answer && this.seal.openWords('notification_query.answer', query, query.answer),
    }));
  }

  #audited(uow: UnitOfWork, action: string, id: string, payload: Record<string, unknown>): void {
    this.audit.record(uow, { action, subject: { type: 'notification', id }, payload });
  }
}
