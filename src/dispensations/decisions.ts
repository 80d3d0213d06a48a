import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Authorities, Bodies, type Authority } from '../authorities/index.js';
import { Roles } from '../identity/index.js';
import { civilDate, type CivilDate, type Ground, type Reason, type Restriction } from '../law/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DispensationSeal, type DecidedInWords } from './dispensation-seal.js';
import { DispensationDecision, DispensationRequest, type Decider } from './dispensation.entity.js';
import { accountOf, type Refused } from './requests.js';
import { grantedByParishItself, whyNotGranted } from './what-may-be-granted.js';

interface Taken {
  readonly decidedBy: Decider;
  /** The committee, where one decided. */
  readonly bodyId?: string | undefined;
  readonly decidedOn: CivilDate;
  readonly reason: string;
}

/** What is granted of what was asked: the cases that the dispensation describes, and its period. */
interface Given {
  readonly ground: Ground | null;
  readonly relieves: readonly Restriction[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly cases: string;
}

export type NewDecision =
  (Taken & { readonly outcome: 'refused' }) | (Taken & Given & { readonly outcome: 'granted' });

/** Why a decision was not taken. `not-allowed`: s.33 does not let it be granted, by these reasons. */
export type NotDecided =
  | { readonly refused: 'not-allowed'; readonly reasons: readonly Reason[] }
  | Refused<
      | 'not-found'
      | 'decided-already'
      | 'parish-decides-itself'
      | 'not-theirs-to-decide'
      | 'own-request'
      | 'decided-before-it-was-asked'
      | 'in-the-future'
      | 'officer-decides-today'
      | 'no-such-body'
      | 'no-restriction'
      | 'more-than-was-asked'
      | 'earlier-than-was-asked'
      | 'later-than-was-asked'
      | 'no-first-day'
      | 'ends-before-it-begins'
    >;

/** Who may decide, by what is asked and of whom. */
export function decidersOf(
  { kind }: Pick<DispensationRequest, 'kind'>,
  authority: Pick<Authority, 'kind'>,
): readonly Decider[] {
  if (kind === 'executive-decision') return ['head-of-paid-service'];
  return ['officer', 'committee', authority.kind === 'parish' ? 'parish' : 'council'];
}

/** What was decided on requests: once each, and never changed. */
@Injectable()
export class DispensationDecisions {
  constructor(
    private readonly audit: Audit,
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly roles: Roles,
    private readonly seal: DispensationSeal,
  ) {}

  /** Records a decision. Of two who decide at once, the database lets one. */
  async decide(
    uow: UnitOfWork,
    requestId: string,
    decision: NewDecision,
  ): Promise<{ id: string } | NotDecided> {
    const { authorityId } = uow;
    const request = await uow.manager.findOneBy(DispensationRequest, { authorityId, id: requestId });
    if (request === null) return { refused: 'not-found' };
    const refused =
      (await this.#whyNotByThem(uow, request, decision)) ??
      (decision.outcome === 'granted' ? await this.#whyNotGranted(uow, request, decision) : undefined);
    if (refused !== undefined) return refused;
    if (!(await this.#add(uow, requestId, decision))) return { refused: 'decided-already' };
    const { outcome, decidedBy } = decision;
    this.audit.record(uow, {
      action: `dispensation.${outcome}`,
      subject: { type: 'dispensation', id: requestId },
      payload: { memberId: request.memberId, kind: request.kind, decidedBy },
    });
    return { id: requestId };
  }

  /** May this person decide here, or say what a dispensation reaches? A parish grants its own; its clerk records it. */
  async mayDecide(uow: UnitOfWork): Promise<boolean> {
    const { kind } = await this.authorities.get(uow);
    const today = this.clock.today();
    if (!grantedByParishItself(kind === 'parish', today)) return true;
    const roles = await this.roles.ofAccount(uow, accountOf(uow));
    return roles.some(
      ({ authorityId, role, fromOn, toOn }) =>
        authorityId === uow.authorityId &&
        role === 'parish-clerk' &&
        fromOn <= today &&
        (toOn === null || toOn >= today),
    );
  }

  /** Did whoever works here ask for it? Then somebody else records what was decided, and says what it reaches. */
  async isOwn(uow: UnitOfWork, { memberId, channel, recordedBy }: DispensationRequest): Promise<boolean> {
    const account = accountOf(uow);
    if (channel === 'web' && recordedBy === account) return true;
    return (await this.members.find(uow, memberId))?.accountId === account;
  }

  async #whyNotByThem(
    uow: UnitOfWork,
    request: DispensationRequest,
    { decidedBy, decidedOn, bodyId }: NewDecision,
  ): Promise<NotDecided | undefined> {
    if (!(await this.mayDecide(uow))) return { refused: 'parish-decides-itself' };
    if (!decidersOf(request, await this.authorities.get(uow)).includes(decidedBy))
      return { refused: 'not-theirs-to-decide' };
    // A committee may hear a member on their own request (s.33(4)); that it did is for somebody else to record.
    if (await this.isOwn(uow, request)) return { refused: 'own-request' };
    const today = this.clock.today();
    if (decidedOn < request.requestedOn) return { refused: 'decided-before-it-was-asked' };
    if (decidedOn > today) return { refused: 'in-the-future' };
    // An officer decides by recording it: an earlier day would let them lift what was barred on it.
    if (decidedBy === 'officer' && decidedOn < today) return { refused: 'officer-decides-today' };
    if (decidedBy === 'committee' && !(await this.#isBody(uow, bodyId))) return { refused: 'no-such-body' };
    return undefined;
  }

  async #isBody(uow: UnitOfWork, id: string | undefined): Promise<boolean> {
    return id !== undefined && (await this.bodies.find(uow, id)) !== undefined;
  }

  async #whyNotGranted(
    uow: UnitOfWork,
    request: DispensationRequest,
    given: Extract<NewDecision, { outcome: 'granted' }>,
  ): Promise<NotDecided | undefined> {
    // What the head of paid service gives is not the dispensation of s.33, and is not bound by it.
    if (request.kind === 'executive-decision') return undefined;
    const { ground, relieves, from, to, decidedOn } = given;
    if (relieves.length === 0) return { refused: 'no-restriction' };
    if (from !== null && to !== null && to < from) return { refused: 'ends-before-it-begins' };
    const beyond = beyondWhatWasAsked(given, request);
    if (beyond !== undefined) return { refused: beyond };
    const { executiveArrangements } = await this.authorities.get(uow);
    const reasons = whyNotGranted(
      { request: request.inWriting ? 'written' : 'oral', ground, from: from ?? undefined, to },
      { executiveArrangements, on: decidedOn },
    );
    if (reasons !== undefined) return { refused: 'not-allowed', reasons };
    return from === null ? { refused: 'no-first-day' } : undefined;
  }

  async #add(uow: UnitOfWork, requestId: string, decision: NewDecision): Promise<boolean> {
    const { authorityId } = uow;
    const id = randomUUID();
    const { outcome, decidedBy, decidedOn, reason } = decision;
    const given = outcome === 'granted' ? decision : NOTHING_GIVEN;
    const words: DecidedInWords = { cases: given.cases, reason };
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(DispensationDecision)
      .values({
        ...{ authorityId, id, requestId, outcome, decidedBy, decidedOn },
        bodyId: decidedBy === 'committee' ? (decision.bodyId ?? null) : null,
        ...{ ground: given.ground, relieves: [...given.relieves], fromOn: given.from, toOn: given.to },
        details: this.seal.seal('dispensation_decision', { authorityId, id }, words),
        ...{ recordedAt: this.clock.now(), recordedBy: accountOf(uow) },
      })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }
}

const NOTHING_GIVEN: Given = { ground: null, relieves: [], from: null, to: null, cases: '' };

/** A grant answers a request, so it relieves from no more, and on no other days, than was asked. It may be less. */
function beyondWhatWasAsked(
  { relieves, from, to }: Given,
  request: DispensationRequest,
): 'more-than-was-asked' | 'earlier-than-was-asked' | 'later-than-was-asked' | undefined {
  const { fromOn, toOn } = request;
  if (relieves.some((restriction) => !request.relieves.includes(restriction))) return 'more-than-was-asked';
  if (fromOn !== null && from !== null && from < civilDate(fromOn)) return 'earlier-than-was-asked';
  return toOn !== null && to !== null && to > civilDate(toOn) ? 'later-than-was-asked' : undefined;
}
