import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Authorities } from '../authorities/index.js';
import type { CivilDate, Ground, Reason, Restriction } from '../law/index.js';
import { AgendaItem } from '../meetings/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DispensationSeal, type AskedInWords } from './dispensation-seal.js';
import { DispensationDecision, DispensationRequest, type DispensationKind } from './dispensation.entity.js';
import { whyNotGranted } from './what-may-be-granted.js';

/** What is asked for. A dispensation for an executive decision has no ground, no restriction and no period. */
export interface Asked extends AskedInWords {
  readonly kind: DispensationKind;
  readonly relieves: readonly Restriction[];
  readonly ground: Ground | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly agendaItemId?: string | undefined;
}

/** How a request came that an officer or a clerk types in. */
export interface ArrivedOnPaper {
  readonly receivedOn: CivilDate;
  /** False where it was only spoken: then it is kept, and cannot be granted. */
  readonly inWriting: boolean;
}

/** One refusal a reason, so that each can be told from the others. */
export type Refused<Why extends string> = Why extends string ? { readonly refused: Why } : never;

/** Why a request was not taken. `not-allowed`: s.33 would not let it be granted, by these reasons. */
export type NotAsked =
  | { readonly refused: 'not-allowed'; readonly reasons: readonly Reason[] }
  | Refused<'no-restriction' | 'ends-before-it-begins' | 'no-executive' | 'no-such-item'>;

/** What members ask for (s.33(1)), each in their own name. Nothing is granted here. */
@Injectable()
export class DispensationRequests {
  constructor(
    private readonly audit: Audit,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly seal: DispensationSeal,
  ) {}

  /** The member asks. Refused where what is asked could not be granted today. */
  async ask(
    uow: UnitOfWork,
    memberId: string,
    asked: Asked,
    batchId?: string,
  ): Promise<{ id: string } | NotAsked | { refused: 'asked-already' }> {
    const refused = await this.whyNotAsked(uow, asked);
    if (refused !== undefined) return refused;
    const requestedOn = this.clock.today();
    const how = { channel: 'web', inWriting: true, requestedOn } as const;
    const id = await this.#add(uow, memberId, asked, { ...how, batchId: batchId ?? null });
    return id === undefined ? { refused: 'asked-already' } : { id };
  }

  /** Types in what came on paper, as it came: what is missing in it is for the decision to refuse. */
  async recordPaper(
    uow: UnitOfWork,
    memberId: string,
    asked: Asked,
    { receivedOn, inWriting }: ArrivedOnPaper,
  ): Promise<
    | { id: string }
    | { refused: 'no-such-member' | 'in-the-future' | 'ends-before-it-begins' | 'no-executive' }
  > {
    if ((await this.members.find(uow, memberId)) === undefined) return { refused: 'no-such-member' };
    if (receivedOn > this.clock.today()) return { refused: 'in-the-future' };
    if (endsBeforeItBegins(asked)) return { refused: 'ends-before-it-begins' };
    if (asked.kind === 'executive-decision' && !(await this.#hasExecutive(uow)))
      return { refused: 'no-executive' };
    const how = { channel: 'paper', inWriting, requestedOn: receivedOn, batchId: null } as const;
    const id = await this.#add(uow, memberId, asked, how);
    if (id === undefined) throw new Error('A request of no batch cannot be there already.');
    return { id };
  }

  /** The member takes back what nobody has decided yet. */
  async withdraw(
    uow: UnitOfWork,
    memberId: string,
    requestId: string,
  ): Promise<{ id: string } | { refused: 'not-found' | 'decided-already' }> {
    const { authorityId } = uow;
    const here = { authorityId, id: requestId, memberId };
    if (!(await uow.manager.existsBy(DispensationRequest, here))) return { refused: 'not-found' };
    const id = randomUUID();
    const nothing = { ground: null, fromOn: null, toOn: null, relieves: [], bodyId: null };
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(DispensationDecision)
      .values({
        ...{ authorityId, id, requestId, ...nothing, outcome: 'withdrawn', decidedBy: 'member' },
        details: this.seal.seal('dispensation_decision', { authorityId, id }, { cases: '', reason: '' }),
        ...{ decidedOn: this.clock.today(), recordedAt: this.clock.now(), recordedBy: accountOf(uow) },
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return { refused: 'decided-already' };
    this.#audited(uow, 'dispensation.withdrawn', requestId, { memberId });
    return { id: requestId };
  }

  /** Why what is asked could not be granted, were it granted today; undefined where it could. */
  async whyNotAsked(uow: UnitOfWork, asked: Asked): Promise<NotAsked | undefined> {
    const executiveArrangements = await this.#hasExecutive(uow);
    if (asked.kind === 'executive-decision')
      return executiveArrangements ? undefined : { refused: 'no-executive' };
    if (asked.relieves.length === 0) return { refused: 'no-restriction' };
    if (endsBeforeItBegins(asked)) return { refused: 'ends-before-it-begins' };
    if (!(await this.#itemIsHere(uow, asked.agendaItemId))) return { refused: 'no-such-item' };
    const { ground, from, to } = asked;
    const reasons = whyNotGranted(
      // Which ground is met is for the authority to consider; the member may leave it open.
      { request: 'written', ground: ground ?? undefined, from: from ?? undefined, to },
      { executiveArrangements, on: this.clock.today() },
    );
    return reasons && { refused: 'not-allowed', reasons };
  }

  async #hasExecutive(uow: UnitOfWork): Promise<boolean> {
    return (await this.authorities.get(uow)).executiveArrangements;
  }

  async #itemIsHere(uow: UnitOfWork, itemId: string | undefined): Promise<boolean> {
    if (itemId === undefined) return true;
    return uow.manager.existsBy(AgendaItem, { authorityId: uow.authorityId, id: itemId });
  }

  /** Gives its id; undefined where the member has asked in this batch already. */
  async #add(
    uow: UnitOfWork,
    memberId: string,
    asked: Asked,
    how: Pick<DispensationRequest, 'channel' | 'inWriting' | 'requestedOn' | 'batchId'>,
  ): Promise<string | undefined> {
    const { authorityId } = uow;
    const id = randomUUID();
    const { kind, matter, reason, ground, from, to } = asked;
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(DispensationRequest)
      .values({
        ...{ authorityId, id, memberId, kind, ground, fromOn: from, toOn: to, ...how },
        relieves: [...asked.relieves],
        agendaItemId: asked.agendaItemId ?? null,
        details: this.seal.seal('dispensation_request', { authorityId, id }, { matter, reason }),
        ...{ receivedAt: this.clock.now(), recordedBy: accountOf(uow) },
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return undefined;
    this.#audited(uow, 'dispensation.requested', id, { memberId, kind, channel: how.channel });
    return id;
  }

  #audited(uow: UnitOfWork, action: string, id: string, payload: object): void {
    this.audit.record(uow, { action, subject: { type: 'dispensation', id }, payload: { ...payload } });
  }
}

const endsBeforeItBegins = ({ from, to }: Pick<Asked, 'from' | 'to'>): boolean =>
  from !== null && to !== null && to < from;

export function accountOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('Only a person asks for a dispensation or decides on one.');
  return actor.accountId;
}
