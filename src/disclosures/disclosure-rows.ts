import { Injectable } from '@nestjs/common';
import { Any, type FindOptionsWhere } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { Disclosure } from './disclosure.entity.js';
import type { DisclosureDetails, OpenedDisclosure } from './disclosure-details.js';

/** What a new row says; who records it and when is known here. */
export type NewDisclosure = Pick<
  OpenedDisclosure,
  'id' | 'meetingId' | 'memberId' | 'kind' | 'stage' | 'details'
> &
  Partial<
    Pick<
      OpenedDisclosure,
      | 'agendaItemId'
      | 'itemTitle'
      | 'interestKind'
      | 'heldBy'
      | 'natureWithheld'
      | 'intends'
      | 'confirmsId'
      | 'correctsId'
    >
  > & { readonly saidAt?: Date | undefined };

/** The rows of what was declared: sealed when they are written, opened when they are read, and never changed. */
@Injectable()
export class DisclosureRows {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Of two presses of a button, or of a clerk and a member at once, the second waits here and sees what the first did. */
  async hold(uow: UnitOfWork, memberId: string, meetingId: string): Promise<void> {
    await uow.manager.query('select pg_advisory_xact_lock(hashtext($1))', [
      `disclose:${uow.authorityId}:${memberId}:${meetingId}`,
    ]);
  }

  async add(uow: UnitOfWork, row: NewDisclosure): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person records what was declared.');
    const { authorityId } = uow;
    const receivedAt = this.clock.now();
    await uow.manager.insert(Disclosure, {
      ...{ authorityId, natureWithheld: false, ...row },
      details: this.sealer.seal(row.details, ownerOf(authorityId, row.id)),
      saidAt: row.saidAt ?? receivedAt,
      receivedAt,
      recordedBy: uow.actor.accountId,
    });
    this.#audited(uow, row);
  }

  async find(uow: UnitOfWork, id: string): Promise<OpenedDisclosure | undefined> {
    const row = await uow.manager.findOneBy(Disclosure, { authorityId: uow.authorityId, id });
    return row === null ? undefined : this.open(row);
  }

  /** Everything of a meeting, of a member or of both, in the order in which it was recorded. */
  async list(
    uow: UnitOfWork,
    of: { readonly meetingId?: string; readonly memberId?: string },
  ): Promise<OpenedDisclosure[]> {
    const rows = await uow.manager.find(Disclosure, {
      where: { authorityId: uow.authorityId, ...of },
      order: { position: 'ASC' },
    });
    return rows.map((row) => this.open(row));
  }

  /** Everything of these members, in the order in which it was recorded. */
  async ofMembers(uow: UnitOfWork, memberIds: readonly string[]): Promise<OpenedDisclosure[]> {
    const rows = await uow.manager.find(Disclosure, {
      where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
      order: { position: 'ASC' },
    });
    return rows.map((row) => this.open(row));
  }

  /** The members of whom there is such a row. */
  async members(uow: UnitOfWork, of: FindOptionsWhere<Disclosure>): Promise<string[]> {
    const rows = await uow.manager
      .createQueryBuilder(Disclosure, 'disclosure')
      .select('distinct disclosure.member_id', 'memberId')
      .where({ authorityId: uow.authorityId, ...of })
      .getRawMany<{ memberId: string }>();
    return rows.map(({ memberId }) => memberId);
  }

  open(row: Disclosure): OpenedDisclosure {
    const details = this.sealer.open(row.details, ownerOf(row.authorityId, row.id)) as DisclosureDetails;
    return { ...row, details };
  }

  /** Whose interest it is, which one and what was said of it stay out of the event. */
  #audited(uow: UnitOfWork, row: NewDisclosure): void {
    const { id, memberId, meetingId, agendaItemId, kind, stage, interestKind, intends } = row;
    this.audit.record(uow, {
      action: kind === 'taken-back' ? 'disclosure.taken-back' : 'disclosure.made',
      subject: { type: 'disclosure', id },
      payload: {
        ...{ memberId, meetingId, kind, stage },
        ...(agendaItemId && { agendaItemId }),
        ...(interestKind && { interestKind }),
        ...(intends && { intends }),
        ...(row.confirmsId && { confirms: row.confirmsId }),
        ...(row.correctsId && { corrects: row.correctsId }),
      },
    });
  }
}

const ownerOf = (authorityId: string, id: string): { authorityId: string; row: string } => ({
  authorityId,
  row: `disclosure:${id}`,
});
