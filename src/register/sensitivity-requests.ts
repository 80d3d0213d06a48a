import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { InterestSeal } from './interest-seal.js';
import { SensitivityRequest } from './sensitivity-request.entity.js';

/** A request with its words opened: for the member and for named officers. */
export interface OpenedRequest {
  readonly request: SensitivityRequest;
  readonly reason: string;
  readonly decisionReason: string | null;
}

/** What a request is about: an entry, or an interest that is notified and not entered yet. */
export type About = { readonly entryId: string } | { readonly interestId: string };

/** Where an interest is: in the register, notified, or both. */
export interface Place {
  readonly entryId: string | undefined;
  readonly interestId: string | undefined;
}

/** How a request was settled; no reason where the member took it back. */
interface Settled {
  readonly decision: 'agreed' | 'not-agreed' | 'ended';
  readonly reason: string | null;
  readonly reviewOn: string | null;
}

/** Keeps what was asked and decided about sensitive interests, words sealed. What follows from it is not decided here. */
@Injectable()
export class SensitivityRequests {
  constructor(
    private readonly clock: Clock,
    private readonly seal: InterestSeal,
  ) {}

  /** Of one member, or of everybody, newest first; what was asked before what is kept back with it. */
  async list(uow: UnitOfWork, memberId?: string): Promise<OpenedRequest[]> {
    const requests = await uow.manager.find(SensitivityRequest, {
      where: { authorityId: uow.authorityId, ...(memberId === undefined ? {} : { memberId }) },
      order: { requestedAt: 'DESC', origin: 'DESC', id: 'ASC' },
    });
    return requests.map((request) => this.#opened(request));
  }

  async find(uow: UnitOfWork, id: string): Promise<OpenedRequest | undefined> {
    const request = await uow.manager.findOneBy(SensitivityRequest, { authorityId: uow.authorityId, id });
    return request === null ? undefined : this.#opened(request);
  }

  /** The row itself, so that of two who settle it at once the second waits and finds it settled. */
  async hold(uow: UnitOfWork, id: string): Promise<SensitivityRequest | null> {
    return uow.manager.findOne(SensitivityRequest, {
      where: { authorityId: uow.authorityId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Is one about this waiting for a decision? */
  async isWaiting(uow: UnitOfWork, { entryId, interestId }: Partial<Place>): Promise<boolean> {
    const waiting = { authorityId: uow.authorityId, decision: IsNull() };
    return uow.manager.existsBy(SensitivityRequest, [
      ...(entryId === undefined ? [] : [{ ...waiting, registerEntryId: entryId }]),
      ...(interestId === undefined ? [] : [{ ...waiting, notifiedInterestId: interestId }]),
    ]);
  }

  /** Makes one that waits because of a likeness the member's own. Gives its id; undefined where there is none. */
  async takeUp(uow: UnitOfWork, { entryId }: Partial<Place>, reason: string): Promise<string | undefined> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person asks.');
    if (entryId === undefined) return undefined;
    const { authorityId, actor } = uow;
    const waiting = {
      authorityId,
      registerEntryId: entryId,
      decision: IsNull(),
      origin: 'likeness' as const,
    };
    const alike = await uow.manager.findOneBy(SensitivityRequest, waiting);
    if (alike === null) return undefined;
    const { id } = alike;
    await uow.manager.update(
      SensitivityRequest,
      { authorityId, id },
      {
        origin: 'member',
        reason: this.seal.sealWords('sensitivity_request.reason', { authorityId, id }, reason),
        ...{ requestedAt: this.clock.now(), requestedBy: actor.accountId },
      },
    );
    return id;
  }

  /** About one interest that was notified, the newest first. */
  async ofInterest(uow: UnitOfWork, notifiedInterestId: string): Promise<SensitivityRequest[]> {
    return uow.manager.find(SensitivityRequest, {
      where: { authorityId: uow.authorityId, notifiedInterestId },
      order: { requestedAt: 'DESC' },
    });
  }

  /** About everything that these members notified: by the interest, the newest first. */
  async ofInterestsOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(notifiedInterestId: string) => readonly SensitivityRequest[]> {
    const requests = await uow.manager.find(SensitivityRequest, {
      where: {
        ...{ authorityId: uow.authorityId, memberId: Any(memberIds) },
        notifiedInterestId: Not(IsNull()),
      },
      order: { requestedAt: 'DESC' },
    });
    return grouped(requests, ({ notifiedInterestId }) => notifiedInterestId ?? '');
  }

  /** Those about an entry that are undecided or agreed. */
  async holding(uow: UnitOfWork, entryId: string): Promise<SensitivityRequest[]> {
    return this.#undecidedOrAgreed(uow, { registerEntryId: entryId });
  }

  /** Those about what was notified that are undecided or agreed. */
  async holdingWhatWasNotified(uow: UnitOfWork): Promise<SensitivityRequest[]> {
    return this.#undecidedOrAgreed(uow, { notifiedInterestId: Not(IsNull()) });
  }

  async add(
    uow: UnitOfWork,
    memberId: string,
    asked: Partial<Place> & { readonly reason: string; readonly origin: SensitivityRequest['origin'] },
  ): Promise<string> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person asks.');
    const id = randomUUID();
    const { authorityId, actor } = uow;
    await uow.manager.insert(SensitivityRequest, {
      ...{ authorityId, id, memberId, origin: asked.origin },
      ...{ registerEntryId: asked.entryId ?? null, notifiedInterestId: asked.interestId ?? null },
      reason: this.seal.sealWords('sensitivity_request.reason', { authorityId, id }, asked.reason),
      ...{ requestedAt: this.clock.now(), requestedBy: actor.accountId },
    });
    return id;
  }

  async settle(uow: UnitOfWork, id: string, { decision, reason, reviewOn }: Settled): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person decides.');
    const { authorityId, actor } = uow;
    const row = { authorityId, id };
    const decisionReason =
      reason === null ? null : this.seal.sealWords('sensitivity_request.decision_reason', row, reason);
    const decided = { decidedAt: this.clock.now(), decidedBy: actor.accountId };
    await uow.manager.update(SensitivityRequest, row, { decision, decisionReason, reviewOn, ...decided });
  }

  /** What was asked of a notified interest, or of earlier versions of a thing, is about this entry from now on. */
  async moveTo(
    uow: UnitOfWork,
    entryId: string,
    from: { interestId: string; earlier: string[] },
  ): Promise<void> {
    const { authorityId } = uow;
    const moved = { registerEntryId: entryId };
    await uow.manager.update(SensitivityRequest, { authorityId, notifiedInterestId: from.interestId }, moved);
    const earlier = { authorityId, registerEntryId: In(from.earlier) };
    await uow.manager.update(SensitivityRequest, { ...earlier, decision: IsNull() }, moved);
    await uow.manager.update(SensitivityRequest, { ...earlier, decision: 'agreed' }, moved);
  }

  async #undecidedOrAgreed(
    uow: UnitOfWork,
    about: FindOptionsWhere<SensitivityRequest>,
  ): Promise<SensitivityRequest[]> {
    const here = { authorityId: uow.authorityId, ...about };
    return uow.manager.findBy(SensitivityRequest, [
      { ...here, decision: IsNull() },
      { ...here, decision: 'agreed' },
    ]);
  }

  #opened(request: SensitivityRequest): OpenedRequest {
    const { reason, decisionReason } = request;
    return {
      request,
      reason: this.seal.openWords('sensitivity_request.reason', request, reason),
      decisionReason:
        decisionReason && this.seal.openWords('sensitivity_request.decision_reason', request, decisionReason),
    };
  }
}
