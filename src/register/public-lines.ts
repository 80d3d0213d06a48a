import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { PublicLine } from './public-line.entity.js';

/** What the public may read of a register: today, or as it stood at the end of a past London day. */
@Injectable()
export class PublicLines {
  /** Of one member, or of everybody, in the order in which the lines were published. */
  async standing(uow: UnitOfWork, asAt: CivilDate, memberId?: string): Promise<PublicLine[]> {
    const stood = uow.manager
      .createQueryBuilder(PublicLine, 'line')
      .where('line.authority_id = :authorityId and line.published_on <= :asAt', {
        authorityId: uow.authorityId,
        asAt,
      })
      // Written as the index has it, so that what was closed before that day is not read at all.
      .andWhere(`coalesce(line.closed_on, 'infinity'::date) > :asAt`, { asAt });
    if (memberId !== undefined) stood.andWhere('line.member_id = :memberId', { memberId });
    return stood.orderBy('line.published_at', 'ASC').addOrderBy('line.id', 'ASC').getMany();
  }

  /** Everything that was published or taken down after `from` and by the end of `to`, less what may not be shown now. */
  async changed(uow: UnitOfWork, from: CivilDate, to: CivilDate): Promise<PublicLine[]> {
    return uow.manager
      .createQueryBuilder(PublicLine, 'line')
      .where('line.authority_id = :authorityId', { authorityId: uow.authorityId })
      .andWhere(
        '((line.published_on > :from and line.published_on <= :to) or (line.closed_on > :from and line.closed_on <= :to))',
        { from, to },
      )
      .orderBy('line.published_at', 'ASC')
      .addOrderBy('line.id', 'ASC')
      .getMany();
  }
}
