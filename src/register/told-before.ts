import { Injectable } from '@nestjs/common';
import { civilDate, type CivilDate, type HeldBy, type RegisterCategory } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
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
  readonly member_id: string;
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
    return (await this.ofMembers(uow, [memberId], by))(memberId);
  }

  /** The same of many members, in one reading. Opened when a member is asked about: what fails then is theirs alone. */
  async ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
    by: CivilDate,
  ): Promise<(memberId: string) => InterestToldBefore[]> {
    const { authorityId } = uow;
    const rows = await uow.manager.query<Row[]>(
      `select n.member_id, told.id, told.act, told.category, told.held_by, told.schema_version, told.details,
              to_char(n.received_on, 'YYYY-MM-DD') as received_on, fate.fate,
              array(select unnest(array[entry.id, entry.thing_id]) from register_entry entry
                    where entry.authority_id = told.authority_id and entry.notified_interest_id = told.id) as entry_ids
       from notified_interest told
       join notification n on n.authority_id = told.authority_id and n.id = told.notification_id
       left join notified_interest_fate fate
         on fate.authority_id = told.authority_id and fate.notified_interest_id = told.id
       where told.authority_id = $1 and n.member_id = any ($2) and n.received_on <= $3
       order by n.received_on, n.position, told.position`,
      [authorityId, memberIds, by],
    );
    const ofMember = grouped(rows, (row) => row.member_id);
    return (memberId) =>
      ofMember(memberId).map(({ id, act, category, held_by, schema_version, details, ...row }) => ({
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
    const { authorityId } = uow;
    const answered = await uow.manager.query<{ id: string }[]>(
      'select distinct notification_id as id from notification_answer where authority_id = $1 and category = $2',
      [authorityId, category],
    );
    const received = await uow.manager.query<{ id: string; member_id: string; day: string }[]>(
      `select id, member_id, to_char(received_on, 'YYYY-MM-DD') as day
       from notification where authority_id = $1 and received_on <= $2 order by received_on`,
      [authorityId, by],
    );
    // Put together here: behind row-level security the planner joins the two row by row.
    const ids = new Set(answered.map(({ id }) => id));
    return new Map(
      received.flatMap(({ id, member_id, day }) => (ids.has(id) ? [[member_id, civilDate(day)]] : [])),
    );
  }
}
