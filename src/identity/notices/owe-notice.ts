import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../platform/database/index.js';
import { AccountNotice, type NoticedChange } from './notice.entity.js';

/** Owes the holder of an account a message about a change, in the transaction of the change: both, or neither. */
export async function oweNotice(
  { manager }: UnitOfWork,
  accountId: string,
  change: NoticedChange,
): Promise<void> {
  await manager.insert(AccountNotice, { id: randomUUID(), accountId, change, settledAt: null });
}
