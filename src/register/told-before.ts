import { Injectable } from '@nestjs/common';
import { civilDate, type CivilDate, type HeldBy, type RegisterCategory } from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { InterestDetails } from './details.js';
import { InterestSeal } from './interest-seal.js';
import type { Act, NotifiedInterestFate } from './notification.entity.js';

/** An interest as a member notified it, and when. */
export interface InterestToldBefore {
  readonly id: string;
  readonly act: Act;
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly details: InterestDetails;
  readonly receivedOn: CivilDate;
  /** What became of it; null while it is pending. */
  readonly fate: NotifiedInterestFate['fate'] | null;
  /** Every id that its entries have, and their things'. */
  readonly entryIds: readonly string[];
}

interface Row {
  readonly id: string;
  readonly act: Act;
  readonly category: RegisterCategory;
  readonly held_by: HeldBy;
  readonly schema_version: number;
  readonly details: string;
  readonly received_on: string;
  readonly fate: NotifiedInterestFate['fate'] | null;
  readonly entry_ids: readonly string[];
}

/** What members ever notified, in one reading. */
@Injectable()
export class ToldBefore {
  constructor(private readonly seal: InterestSeal) {}

  /** The interests of a member's notifications received by the end of a day, in the order in which they were told. */
  async of(uow: UnitOfWork, memberId: string, by: CivilDate): Promise<InterestToldBefore[]> {
    const { authorityId } = uow;
    const rows = await uow.manager.query<Row[]>(
      `select told.id, told.act, told.category, told.held_by, told.schema_version, told.details,
              to_char(n.received_on, 'YYYY-MM-DD') as received_on, fate.fate,
              array(select unnest(array[entry.id, entry.thing_id]) from register_entry entry
                    where entry.authority_id = told.authority_id and entry.notified_interest_id = told.id) as entry_ids
       from notified_interest told
       join notification n on n.authority_id = told.authority_id and n.id = told.notification_id
       left join notified_interest_fate fate
         on fate.authority_id = told.authority_id and fate.notified_interest_id = told.id
       where told.authority_id = $1 and n.member_id = $2 and n.received_on <= $3
       order by n.received_on, n.position, told.position`,
      [authorityId, memberId, by],
    );
    return rows.map(({ id, act, category, held_by, schema_version, details, ...row }) => ({
      ...{ id, act, category, heldBy: held_by, fate: row.fate, entryIds: row.entry_ids },
      receivedOn: civilDate(row.received_on),
      details: this.seal.open('notified_interest', {
        authorityId,
        id,
        schemaVersion: schema_version,
        details,
      }),
    }));
  }

  /** On which day each member last answered under a heading, with a whole form or with one interest that they told of. */
  async lastAnswered(
    uow: UnitOfWork,
    category: RegisterCategory,
    by: CivilDate,
  ): Promise<ReadonlyMap<string, CivilDate>> {
    const rows = await uow.manager.query<{ member_id: string; day: string }[]>(
      `select n.member_id, to_char(max(n.received_on), 'YYYY-MM-DD') as day
       from notification_answer answer
       join notification n on n.authority_id = answer.authority_id and n.id = answer.notification_id
       where answer.authority_id = $1 and answer.category = $2 and n.received_on <= $3
       group by n.member_id`,
      [uow.authorityId, category, by],
    );
    return new Map(rows.map(({ member_id, day }) => [member_id, civilDate(day)]));
  }
}
