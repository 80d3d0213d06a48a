import { Inject, Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../../platform/database/index.js';
import { LOGGER, type Logger } from '../../platform/logging/index.js';

/** Asks of members one at a time: one whose interests cannot be read must keep nobody else from being told. */
@Injectable()
export class MemberByMember {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async ask<T>(
    uow: UnitOfWork,
    memberIds: readonly string[],
    ofMember: (uow: UnitOfWork, memberId: string) => Promise<readonly T[]>,
  ): Promise<T[]> {
    const all: T[] = [];
    for (const memberId of memberIds) {
      try {
        // In a savepoint, so that a statement that failed leaves the rest of the round standing.
        all.push(...(await uow.manager.transaction((manager) => ofMember({ ...uow, manager }, memberId))));
      } catch (error) {
        const { name } = error as Error;
        const { authorityId } = uow;
        this.logger.error({ authorityId, memberId, error: name }, 'what a member owes could not be told');
      }
    }
    return all;
  }
}
