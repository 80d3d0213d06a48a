import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Audit } from '../audit/index.js';
import { londonDateOf } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { RegisterVersion } from './public-line.entity.js';

/** A member's word that what the register holds of them is complete and right on a day. */
@Entity('register_confirmation')
export class RegisterConfirmation {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt: Date;
  @Column('date', { name: 'confirmed_on' }) confirmedOn: string;
  /** The version of the register that they saw. */
  @Column('bigint', { name: 'register_version' }) registerVersion: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** The regular confirmation that nothing has changed: the council's practice, asked for by no Act. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async confirm(uow: UnitOfWork, memberId: string): Promise<{ id: string; confirmedAt: Date }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person confirms.');
    const id = randomUUID();
    const { authorityId, actor } = uow;
    const confirmedAt = this.clock.now();
    const confirmedOn = londonDateOf(confirmedAt);
    const seen = await uow.manager.findOneBy(RegisterVersion, { authorityId });
    await uow.manager.insert(RegisterConfirmation, {
      ...{ authorityId, id, memberId, confirmedAt, confirmedOn },
      ...{ registerVersion: seen?.version ?? '0', recordedBy: actor.accountId },
    });
    this.audit.record(uow, {
      action: 'register.confirmed',
      subject: { type: 'member', id: memberId },
      payload: { confirmedOn },
    });
    return { id, confirmedAt };
  }

  /** Of one member, or of everybody, newest first. */
  async list(uow: UnitOfWork, memberId?: string): Promise<RegisterConfirmation[]> {
    return uow.manager.find(RegisterConfirmation, {
      where: { authorityId: uow.authorityId, ...(memberId === undefined ? {} : { memberId }) },
      order: { confirmedAt: 'DESC', id: 'ASC' },
    });
  }
}
