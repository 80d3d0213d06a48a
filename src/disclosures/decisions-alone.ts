import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { civilDate, type CivilDate, type HeldBy } from '../law/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { DecisionAlone, type AloneKind, type ConflictDeclared } from './decision-alone.entity.js';

/** 'not-sure' is an answer, and is never read as 'no'. */
export type YesNoUnsure = 'yes' | 'no' | 'not-sure';

/** A disclosable pecuniary interest of the member in the matter. */
export interface OwnInterest {
  readonly heldBy: HeldBy;
  readonly register: 'entered' | 'pending' | 'neither' | 'not-sure';
  readonly becameAwareOn: CivilDate;
  /** What the member did about the matter. */
  readonly step: 'hands-over' | 'does-more';
}

/** A decision that no meeting made, as somebody tells of it. */
export interface ToldAlone {
  readonly kind: AloneKind;
  /** Who acted alone; undefined for an officer. */
  readonly memberId: string | undefined;
  readonly decidedOn: CivilDate;
  readonly matter: string;
  /** Has the member such an interest in the matter? With 'yes', the interest. Undefined of an officer: it is not asked. */
  readonly hasInterest: YesNoUnsure | undefined;
  readonly interest: OwnInterest | undefined;
  /** Did an executive member who was consulted declare a conflict of interest? */
  readonly conflictDeclared: YesNoUnsure;
  readonly conflict: string;
  readonly dispensedByHeadOfPaidService: YesNoUnsure;
}

/** What was recorded, opened for somebody who may read it. */
export interface OpenedAlone {
  readonly row: DecisionAlone;
  readonly told: ToldAlone;
  /** The record that puts this one right; undefined for the one that stands. */
  readonly correctedBy: string | undefined;
}

export type NotRecordedAlone =
  'no-member' | 'not-in-office' | 'in-the-future' | 'aware-in-the-future' | 'not-found' | 'corrected-already';

type Sealed = Omit<ToldAlone, 'kind' | 'memberId' | 'decidedOn'>;

/** Decisions by one member alone (Localism Act 2011 s.31(6)) and by officers under delegation. What follows is the law's. */
@Injectable()
export class DecisionsAlone {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly sealer: Sealer,
  ) {}

  /** Records one, or puts right one that was recorded before. Nothing that was recorded is lost. */
  async record(
    uow: UnitOfWork,
    told: ToldAlone,
    correctsId?: string,
  ): Promise<{ id: string } | { refused: NotRecordedAlone }> {
    const refused = await this.#whyNot(uow, told, correctsId);
    if (refused !== undefined) return { refused };
    const { authorityId, actor } = uow;
    if (actor.kind !== 'person') throw new Error('Only a person records a decision.');
    const id = randomUUID();
    const { kind, memberId, decidedOn, ...sealed } = told;
    const now = this.clock.now();
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(DecisionAlone)
      .values({
        ...{ authorityId, id, kind, decidedOn, memberId: memberId ?? null, conflict: declaredIn(told) },
        becameAwareOn: told.interest?.becameAwareOn ?? null,
        details: this.sealer.seal(sealed, ownerOf(authorityId, id)),
        ...{ correctsId: correctsId ?? null, saidAt: now, receivedAt: now, recordedBy: actor.accountId },
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return { refused: 'corrected-already' };
    this.audit.record(uow, {
      action: correctsId === undefined ? 'decision-alone.recorded' : 'decision-alone.corrected',
      subject: { type: 'decision-alone', id },
      payload: { kind, memberId: memberId ?? null, ...(correctsId === undefined ? {} : { correctsId }) },
    });
    return { id };
  }

  /** Of one member, or all, the newest decision first; what was put right stands among them and says so. */
  async list(uow: UnitOfWork, memberId?: string): Promise<OpenedAlone[]> {
    const { authorityId } = uow;
    const rows = await uow.manager.find(DecisionAlone, {
      where: { authorityId, ...(memberId === undefined ? {} : { memberId }) },
      order: { decidedOn: 'DESC', position: 'DESC' },
    });
    const corrections = await uow.manager.find(DecisionAlone, {
      select: { id: true, correctsId: true },
      where: { authorityId },
    });
    const correctedBy = new Map(corrections.map(({ id, correctsId }) => [correctsId, id]));
    return rows.map((row) => ({ row, told: this.#told(row), correctedBy: correctedBy.get(row.id) }));
  }

  async find(uow: UnitOfWork, id: string, memberId?: string): Promise<OpenedAlone | undefined> {
    return (await this.list(uow, memberId)).find(({ row }) => row.id === id);
  }

  async #whyNot(
    uow: UnitOfWork,
    { kind, memberId, decidedOn, interest }: ToldAlone,
    correctsId: string | undefined,
  ): Promise<NotRecordedAlone | undefined> {
    const today = this.clock.today();
    if (decidedOn > today) return 'in-the-future';
    if (interest !== undefined && interest.becameAwareOn > today) return 'aware-in-the-future';
    if (kind === 'single-member' && memberId === undefined) return 'no-member';
    if (memberId !== undefined) {
      const inOffice = await this.members.inOffice(uow, decidedOn);
      if (!inOffice.some(({ member }) => member.id === memberId)) return 'not-in-office';
    }
    if (correctsId === undefined) return undefined;
    const here = { authorityId: uow.authorityId, id: correctsId };
    return (await uow.manager.existsBy(DecisionAlone, here)) ? undefined : 'not-found';
  }

  #told(row: DecisionAlone): ToldAlone {
    const sealed = this.sealer.open(row.details, ownerOf(row.authorityId, row.id)) as Sealed;
    const memberId = row.memberId ?? undefined;
    return { kind: row.kind, memberId, decidedOn: civilDate(row.decidedOn), ...sealed };
  }
}

function declaredIn({ interest, conflictDeclared }: ToldAlone): ConflictDeclared {
  if (interest?.step === 'hands-over') return 'handed-over';
  return ({ yes: 'declared', no: 'none', 'not-sure': 'not-known' } as const)[conflictDeclared];
}

const ownerOf = (authorityId: string, id: string): { authorityId: string; row: string } => ({
  authorityId,
  row: `decision_alone:${id}`,
});
