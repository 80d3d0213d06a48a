import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../platform/database/index.js';
import { Reminder } from './reminder.entity.js';
import type { DropReason } from './topics/topic.js';

/** A due reminder that is not told, and why. */
export interface DroppedReminder {
  readonly reminder: Reminder;
  readonly reason: DropReason;
}

/** Missed is what somebody should have been told and was not; anything else was no longer needed. */
const MISSED: ReadonlySet<DropReason> = new Set(['too-late', 'no-mail-address']);

/** Records reminders that are not told, with the reason. */
@Injectable()
export class Dropped {
  async record(uow: UnitOfWork, all: readonly DroppedReminder[]): Promise<void> {
    if (all.length === 0) return;
    const rows = all.map(({ reminder, reason }) => ({
      id: reminder.id,
      state: MISSED.has(reason) ? 'missed' : 'withdrawn',
      reason,
    }));
    await uow.manager.query(
      `update reminder set state = dropped.state, reason = dropped.reason, held_until = null
       from jsonb_to_recordset($2::jsonb) as dropped (id uuid, state text, reason text)
       where reminder.authority_id = $1 and reminder.id = dropped.id`,
      [uow.authorityId, JSON.stringify(rows)],
    );
  }
}
