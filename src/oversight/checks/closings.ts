import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { londonDateOf, type CivilDate } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { SteppingAside } from '../../register/index.js';
import { CheckClosing } from './check-closing.entity.js';
import { fingerprintOf, refOf } from './fingerprint.js';
import type { CheckId, Closing, Finding, Found } from './finding.js';

/** Why a finding cannot be closed or opened by this person, or any more. */
export type WhyNotClosed = 'closed-already' | 'not-closed' | 'own-finding' | 'stepped-aside';

/** Findings are worked out; what an officer says of them is kept. */
@Injectable()
export class Closings {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly sealer: Sealer,
    private readonly steppingAside: SteppingAside,
  ) {}

  /** Makes findings of what was found: open, or closed by whom and why. */
  async marked(
    uow: UnitOfWork,
    found: ReadonlyMap<CheckId, readonly Found[]>,
    asAt: CivilDate,
  ): Promise<Finding[]> {
    const { authorityId } = uow;
    const rows = await uow.manager.find(CheckClosing, { where: { authorityId }, order: { position: 'ASC' } });
    const newest = new Map<string, { last: CheckClosing; closed: CheckClosing | undefined }>();
    for (const row of rows) {
      if (londonDateOf(row.closedAt) > asAt) continue;
      const name = nameOf(row.check, row.key);
      const closed = row.act === 'closed' ? row : newest.get(name)?.closed;
      newest.set(name, { last: row, closed });
    }
    return [...found].flatMap(([check, all]) =>
      all.map((one): Finding => {
        const fingerprint = fingerprintOf(check, one);
        const finding = { ...one, check, fingerprint, ref: refOf(authorityId, check, one.key) };
        const known = newest.get(nameOf(check, one.key));
        if (known?.closed === undefined) return finding;
        const closing = this.#opened(known.closed);
        if (known.last.act === 'opened')
          return { ...finding, reopened: { why: 'opened-again', before: closing } };
        return known.last.fingerprint === fingerprint
          ? { ...finding, closing }
          : { ...finding, reopened: { why: 'facts-changed', before: closing } };
      }),
    );
  }

  /** Closes a finding as it stands. Nobody closes what is about themselves, or about a member whom they left to another. */
  async close(
    uow: UnitOfWork,
    finding: Finding,
    reason: string,
  ): Promise<{ id: string } | { refused: WhyNotClosed }> {
    if (finding.closing !== undefined) return { refused: 'closed-already' };
    return this.#add(uow, finding, 'closed', reason);
  }

  /** Opens it again, with a reason. What was closed stays on the record. */
  async open(
    uow: UnitOfWork,
    finding: Finding,
    reason: string,
  ): Promise<{ id: string } | { refused: WhyNotClosed }> {
    if (finding.closing === undefined) return { refused: 'not-closed' };
    return this.#add(uow, finding, 'opened', reason);
  }

  async #add(
    uow: UnitOfWork,
    { check, key, fingerprint, memberIds }: Finding,
    act: CheckClosing['act'],
    reason: string,
  ): Promise<{ id: string } | { refused: WhyNotClosed }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person closes a finding.');
    const { authorityId, actor } = uow;
    for (const memberId of memberIds) {
      if ((await this.members.find(uow, memberId))?.accountId === actor.accountId)
        return { refused: 'own-finding' };
      if (await this.steppingAside.has(uow, memberId, actor.accountId)) return { refused: 'stepped-aside' };
    }
    if ((await this.#isClosed(uow, { check, key, fingerprint })) === (act === 'closed'))
      return { refused: act === 'closed' ? 'closed-already' : 'not-closed' };
    const id = randomUUID();
    await uow.manager.insert(CheckClosing, {
      ...{ authorityId, id, check, key, act, fingerprint },
      details: this.sealer.seal(reason, ownerOf(authorityId, id)),
      ...{ closedAt: this.clock.now(), closedBy: actor.accountId },
    });
    // Whom and what it is about stays out of the event: a member and an item together may tell a sensitive interest.
    this.audit.record(uow, {
      action: act === 'closed' ? 'finding.closed' : 'finding.opened-again',
      subject: { type: 'check-closing', id },
      payload: { check },
    });
    return { id };
  }

  /** As it stands now: of two officers at once the second waits here, and sees what the first did. */
  async #isClosed(
    { authorityId, manager }: UnitOfWork,
    { check, key, fingerprint }: Pick<Finding, 'check' | 'key' | 'fingerprint'>,
  ): Promise<boolean> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `check_closing:${authorityId}:${nameOf(check, key)}`,
    ]);
    const where = { authorityId, check, key };
    const last = await manager.findOne(CheckClosing, { where, order: { position: 'DESC' } });
    return last?.act === 'closed' && last.fingerprint === fingerprint;
  }

  #opened({ authorityId, id, details, closedAt, closedBy }: CheckClosing): Closing {
    const reason = this.sealer.open(details, ownerOf(authorityId, id)) as string;
    return { id, at: closedAt, by: closedBy, reason };
  }
}

const nameOf = (check: CheckId, key: string): string => `${check} ${key}`;
const ownerOf = (authorityId: string, id: string): { authorityId: string; row: string } => ({
  ...{ authorityId, row: `check_closing:${id}` },
});
