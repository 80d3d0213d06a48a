import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Audit } from '../audit/index.js';
import { londonDateOf } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';

/** A member's written notice about their home address. The newest one stands. */
@Entity('address_notice')
export class AddressNotice {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The order of receipt. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('text') asks: 'show' | 'withhold';
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** What members have asked in writing about their usual residential address in the public register. */
@Injectable()
export class HomeAddresses {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A member's notices, oldest first. */
  async notices(uow: UnitOfWork, memberId: string): Promise<AddressNotice[]> {
    return uow.manager.find(AddressNotice, {
      where: { authorityId: uow.authorityId, memberId },
      order: { position: 'ASC' },
    });
  }

  /** What stands, as the law asks it: was it asked to show the address, and was that taken back? */
  async asked(
    uow: UnitOfWork,
    memberId: string,
  ): Promise<{ askedToShowAddress: boolean; revokedAddressRequest: boolean }> {
    const notices = await this.notices(uow, memberId);
    const askedToShowAddress = notices.some(({ asks }) => asks === 'show');
    return { askedToShowAddress, revokedAddressRequest: notices.at(-1)?.asks === 'withhold' };
  }

  /** Receives a notice. What is public follows when `Publishing` is asked to refresh the member. */
  async give(uow: UnitOfWork, memberId: string, asks: AddressNotice['asks']): Promise<{ id: string }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person gives notice.');
    const id = randomUUID();
    const receivedAt = this.clock.now();
    await uow.manager.insert(AddressNotice, {
      ...{ authorityId: uow.authorityId, id, memberId, asks, receivedAt },
      ...{ receivedOn: londonDateOf(receivedAt), recordedBy: uow.actor.accountId },
    });
    this.audit.record(uow, {
      action: asks === 'show' ? 'address.show-asked' : 'address.withhold-asked',
      subject: { type: 'member', id: memberId },
    });
    return { id };
  }
}
