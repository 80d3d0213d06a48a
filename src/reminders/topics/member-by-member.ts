import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../../platform/database/index.js';
import { HourlyLog } from '../hourly-log.js';

/** Asks of members one at a time: one whose interests cannot be read must keep nobody else from being told. */
@Injectable()
export class MemberByMember {
  constructor(private readonly log: HourlyLog) {}

  /** What was found of all of them. Of whom nothing could be read is said, because it is not that nothing is owed. */
  async ask<T>(
    uow: UnitOfWork,
    memberIds: readonly string[],
    ofMember: (uow: UnitOfWork, memberId: string) => Promise<readonly T[]>,
    cannotRead: (memberId: string) => void,
  ): Promise<T[]> {
    const all: T[] = [];
    for (const memberId of memberIds) {
      try {
        // In a savepoint, so that a statement that failed leaves the rest of the round standing.
        all.push(...(await uow.manager.transaction((manager) => ofMember({ ...uow, manager }, memberId))));
      } catch (error) {
        cannotRead(memberId);
        const { name } = error as Error;
        const { authorityId } = uow;
        this.log.error({ authorityId, memberId, error: name }, 'what a member owes could not be told');
      }
    }
    return all;
  }
}
