import { Injectable } from '@nestjs/common';
import { Any, In, MoreThanOrEqual } from 'typeorm';
import { addDays, civilDate, type CivilDate, type Dispensation } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { coverageKey, DispensationCoverages, type AskedItem } from './coverage.js';
import { DispensationSeal, type AskedInWords, type DecidedInWords } from './dispensation-seal.js';
import { DispensationDecision, DispensationRequest, type DispensationKind } from './dispensation.entity.js';

export type DispensationState = 'waiting' | DispensationDecision['outcome'];

/** A request with its words opened, and what became of it: for the member and for whoever decides. */
export interface OpenedDispensation {
  readonly state: DispensationState;
  readonly request: DispensationRequest;
  readonly asked: AskedInWords;
  readonly decision: (DispensationDecision & { readonly words: DecidedInWords }) | undefined;
}

/** One that ends soon: whose it is, and its inclusive last day. */
export interface Expiring {
  readonly requestId: string;
  readonly memberId: string;
  readonly lastDay: CivilDate;
}

/** One that was granted and is not over: its first and its inclusive last day. Nothing of it is opened. */
export interface Ending extends Expiring {
  readonly kind: DispensationKind;
  /** Null where it was granted without a first day. */
  readonly firstDay: CivilDate | null;
}

interface EndingRow extends Pick<DispensationRequest, 'memberId' | 'kind' | 'fromOn'> {
  readonly requestId: string;
  readonly toOn: string;
}

/** How long before its last day a dispensation is said to end soon. Our choice: two months leave time for a committee. */
const WARNED_DAYS_BEFORE = 60;

/** What was asked and decided, for reading. */
@Injectable()
export class Dispensations {
  constructor(
    private readonly coverages: DispensationCoverages,
    private readonly seal: DispensationSeal,
  ) {}

  /** Everybody's, the oldest request first. */
  async list(uow: UnitOfWork): Promise<OpenedDispensation[]> {
    return this.#opened(uow, {});
  }

  /** One member's, the oldest first. */
  async ofMember(uow: UnitOfWork, memberId: string): Promise<OpenedDispensation[]> {
    return this.#opened(uow, { memberId });
  }

  async find(uow: UnitOfWork, id: string): Promise<OpenedDispensation | undefined> {
    return (await this.#opened(uow, { id }))[0];
  }

  /**
   * What a member has been granted, as it stands to each item, for the law to read. Whether it reaches an item is
   * undefined until somebody who may say so has said it. Those for executive decisions lift nothing at a meeting.
   */
  async atItems(
    uow: UnitOfWork,
    memberId: string,
    items: readonly AskedItem[],
  ): Promise<ReadonlyMap<string, readonly Dispensation[]>> {
    return (await this.grantedTo(uow, [memberId]))(memberId, items);
  }

  /** The same of many members, in one reading. The law reads no words, so none are opened. */
  async grantedTo(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<
    (memberId: string, items: readonly AskedItem[]) => ReadonlyMap<string, readonly Dispensation[]>
  > {
    const { authorityId } = uow;
    const requests = await uow.manager.find(DispensationRequest, {
      where: { authorityId, memberId: Any(memberIds), kind: 'restriction' },
      order: { position: 'ASC' },
    });
    const ids = requests.map(({ id }) => id);
    const wanted = { authorityId, requestId: Any(ids), outcome: 'granted' as const };
    const granted = ids.length === 0 ? [] : await uow.manager.findBy(DispensationDecision, wanted);
    const decisions = new Map(granted.map((decision) => [decision.requestId, decision]));
    const said = await this.coverages.latest(uow, [...decisions.keys()]);
    const ofMember = grouped(requests, (request) => request.memberId);
    return (memberId, items) => {
      const held = ofMember(memberId).flatMap((request) => {
        const decision = decisions.get(request.id);
        return decision === undefined ? [] : [{ request, decision }];
      });
      const atItem = (item: AskedItem): Dispensation[] =>
        held.map((one) => asLaw(one, said.get(coverageKey(one.request.id, item))));
      return new Map(items.map((item) => [item.id, atItem(item)]));
    };
  }

  /** Those in force on a day that end within 60 days of it, the first to end first. */
  async expiring(uow: UnitOfWork, on: CivilDate): Promise<Expiring[]> {
    return (await this.list(uow))
      .filter((one) => endsSoon(one, on))
      .map(({ request, decision }) => ({
        requestId: request.id,
        memberId: request.memberId,
        lastDay: civilDate(decision?.toOn ?? ''),
      }))
      .sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  }

  /** Everything granted that ends on a day or later, the first to end first. */
  async endingFrom(uow: UnitOfWork, day: CivilDate): Promise<Ending[]> {
    const rows = await uow.manager
      .createQueryBuilder(DispensationDecision, 'decision')
      .innerJoin(
        DispensationRequest,
        'request',
        'request.authorityId = decision.authorityId and request.id = decision.requestId',
      )
      .select('request.id', 'requestId')
      .addSelect('request.memberId', 'memberId')
      .addSelect('request.kind', 'kind')
      .addSelect(`to_char(decision.fromOn, 'YYYY-MM-DD')`, 'fromOn')
      .addSelect(`to_char(decision.toOn, 'YYYY-MM-DD')`, 'toOn')
      .where({ authorityId: uow.authorityId, outcome: 'granted', toOn: MoreThanOrEqual(day) })
      .orderBy('decision.toOn')
      .addOrderBy('request.id')
      .getRawMany<EndingRow>();
    return rows.map(({ requestId, memberId, kind, fromOn, toOn }) => ({
      ...{ requestId, memberId, kind },
      firstDay: fromOn === null ? null : civilDate(fromOn),
      lastDay: civilDate(toOn),
    }));
  }

  async #opened(uow: UnitOfWork, of: { id?: string; memberId?: string }): Promise<OpenedDispensation[]> {
    const { authorityId } = uow;
    const requests = await uow.manager.find(DispensationRequest, {
      where: { authorityId, ...of },
      order: { position: 'ASC' },
    });
    if (requests.length === 0) return [];
    const decisions = await uow.manager.findBy(DispensationDecision, {
      authorityId,
      requestId: In(requests.map(({ id }) => id)),
    });
    const decided = new Map(decisions.map((decision) => [decision.requestId, decision]));
    return requests.map((request) => {
      const decision = decided.get(request.id);
      return {
        state: decision?.outcome ?? 'waiting',
        request,
        asked: this.seal.open('dispensation_request', request),
        decision: decision && { ...decision, words: this.seal.open('dispensation_decision', decision) },
      };
    });
  }
}

/** Granted, in force on the day, and over within 60 days. */
export function endsSoon({ state, decision }: OpenedDispensation, on: CivilDate): boolean {
  const lastDay = decision?.toOn ?? null;
  if (state !== 'granted' || lastDay === null) return false;
  return on <= lastDay && lastDay <= addDays(on, WARNED_DAYS_BEFORE);
}

function asLaw(
  { request, decision }: { request: DispensationRequest; decision: DispensationDecision },
  covers: boolean | undefined,
): Dispensation {
  const day = (date: string | null | undefined): CivilDate | undefined =>
    date === null || date === undefined ? undefined : civilDate(date);
  return {
    id: request.id,
    requestedInWriting: request.inWriting,
    grantedOn: day(decision.decidedOn),
    from: day(decision.fromOn),
    to: day(decision.toOn) ?? null,
    coversThisMatter: covers,
    relieves: decision.relieves,
  };
}
