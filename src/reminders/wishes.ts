import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';

/** What a member may turn off. What a statute or a code makes a duty of is not here: its reminders always come. */
export const WISH_KINDS = [
  'agenda-published',
  'days-before',
  'evening-before',
  'morning-of',
  'confirmation',
  'dispensation-ends',
] as const;
export type WishKind = (typeof WISH_KINDS)[number];

/** A kind of reminder that a member has turned off. */
@Entity('reminder_wish')
export class ReminderWish {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId: string;
  @PrimaryColumn('text') kind: WishKind;
  @Column('timestamptz', { name: 'off_since' }) offSince: Date;
}

/** Which optional reminders each member wants. Until they say otherwise, all. */
@Injectable()
export class Wishes {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What one member has turned off. */
  async off(uow: UnitOfWork, memberId: string): Promise<ReadonlySet<WishKind>> {
    const rows = await uow.manager.findBy(ReminderWish, { authorityId: uow.authorityId, memberId });
    return new Set(rows.map(({ kind }) => kind));
  }

  /** What everybody has turned off, as `member/kind`. */
  async allOff(uow: UnitOfWork): Promise<ReadonlySet<string>> {
    const rows = await uow.manager.findBy(ReminderWish, { authorityId: uow.authorityId });
    return new Set(rows.map(({ memberId, kind }) => wishKey(memberId, kind)));
  }

  /** Turns exactly these off, and the others on. Saying again what is so already changes nothing. */
  async set(uow: UnitOfWork, memberId: string, off: ReadonlySet<WishKind>): Promise<void> {
    const before = await this.off(uow, memberId);
    const turnedOn = [...before].filter((kind) => !off.has(kind));
    await this.#change(uow, memberId, { turnedOff: [...off].filter((kind) => !before.has(kind)), turnedOn });
  }

  /** Turns these off too. The others stay as they are, whatever is done to them meanwhile. */
  async turnOff(uow: UnitOfWork, memberId: string, kinds: readonly WishKind[]): Promise<void> {
    const before = await this.off(uow, memberId);
    await this.#change(uow, memberId, { turnedOff: kinds.filter((kind) => !before.has(kind)), turnedOn: [] });
  }

  async #change(
    uow: UnitOfWork,
    memberId: string,
    { turnedOff, turnedOn }: { turnedOff: readonly WishKind[]; turnedOn: readonly WishKind[] },
  ): Promise<void> {
    if (turnedOff.length + turnedOn.length === 0) return;
    const { authorityId } = uow;
    for (const kind of turnedOn) await uow.manager.delete(ReminderWish, { authorityId, memberId, kind });
    const rows = turnedOff.map((kind) => ({ authorityId, memberId, kind, offSince: this.clock.now() }));
    // Two tabs may turn off the same at once.
    if (rows.length > 0)
      await uow.manager.createQueryBuilder().insert().into(ReminderWish).values(rows).orIgnore().execute();
    this.audit.record(uow, {
      action: 'reminder-wish.changed',
      subject: { type: 'member', id: memberId },
      payload: { turnedOff, turnedOn },
    });
  }
}

export function wishKey(memberId: string, kind: WishKind): string {
  return `${memberId}/${kind}`;
}
