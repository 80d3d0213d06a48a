import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Audit } from '../audit/index.js';
import { AgendaItem } from '../meetings/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DispensationDecisions } from './decisions.js';
import { DispensationCoverage, DispensationDecision, DispensationRequest } from './dispensation.entity.js';
import { accountOf } from './requests.js';

/** An item as it is asked about: an item that was retitled is another question. */
export interface AskedItem {
  readonly id: string;
  readonly title: string;
}

/** Whether a dispensation reaches an item. Whoever may grant it says so; nothing here guesses. */
@Injectable()
export class DispensationCoverages {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly decisions: DispensationDecisions,
  ) {}

  async say(
    uow: UnitOfWork,
    requestId: string,
    { id: agendaItemId, title: itemTitle }: AskedItem,
    covers: boolean,
  ): Promise<
    { id: string } | { refused: 'not-granted' | 'no-such-item' | 'parish-decides-itself' | 'own-request' }
  > {
    const { authorityId } = uow;
    if (!(await this.decisions.mayDecide(uow))) return { refused: 'parish-decides-itself' };
    const request = await uow.manager.findOneBy(DispensationRequest, { authorityId, id: requestId });
    if (request !== null && (await this.decisions.isOwn(uow, request))) return { refused: 'own-request' };
    const granted = { authorityId, requestId, outcome: 'granted' } as const;
    if (!(await uow.manager.existsBy(DispensationDecision, granted))) return { refused: 'not-granted' };
    // The title is what the answer is about: when it has changed since it was read, nothing is said.
    const item = { authorityId, id: agendaItemId, title: itemTitle };
    if (!(await uow.manager.existsBy(AgendaItem, item))) return { refused: 'no-such-item' };
    const id = randomUUID();
    const said = { requestId, agendaItemId, itemTitle, covers };
    await uow.manager.insert(DispensationCoverage, {
      ...{ authorityId, id, ...said, saidAt: this.clock.now(), saidBy: accountOf(uow) },
    });
    this.audit.record(uow, {
      action: 'dispensation.coverage-said',
      subject: { type: 'dispensation', id: requestId },
      payload: { agendaItemId, covers },
    });
    return { id };
  }

  /** The latest answer for each pair of request and item, by `coverageKey`. */
  async latest(uow: UnitOfWork, requestIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    if (requestIds.length === 0) return new Map();
    const said = await uow.manager.find(DispensationCoverage, {
      where: { authorityId: uow.authorityId, requestId: Any(requestIds) },
      order: { position: 'ASC' },
    });
    return new Map(
      said.map((one) => [
        coverageKey(one.requestId, { id: one.agendaItemId, title: one.itemTitle }),
        one.covers,
      ]),
    );
  }
}

export const coverageKey = (requestId: string, { id, title }: AskedItem): string =>
  JSON.stringify([requestId, id, title]);
