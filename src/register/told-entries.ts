import type { UnitOfWork } from '../platform/database/index.js';
import type { Notification } from './notification.entity.js';

/** By the day of receipt: a form on paper may be typed in after what was received later. */
type Received = Pick<Notification, 'memberId' | 'receivedOn' | 'position'>;

/** The entries that this notification's interests made or repeated. */
export async function entriesOf(uow: UnitOfWork, notificationId: string): Promise<ReadonlySet<string>> {
  const rows = await uow.manager.query<{ id: string }[]>(
    `select f.register_entry_id as id from notified_interest_fate f
     join notified_interest i on i.authority_id = f.authority_id and i.id = f.notified_interest_id
     where f.authority_id = $1 and i.notification_id = $2 and f.register_entry_id is not null`,
    [uow.authorityId, notificationId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The entries of notifications that were received after this one. */
export async function entriesToldAfter(
  uow: UnitOfWork,
  { memberId, receivedOn, position }: Received,
): Promise<ReadonlySet<string>> {
  const rows = await uow.manager.query<{ id: string }[]>(
    `select f.register_entry_id as id from notified_interest_fate f
     join notified_interest i on i.authority_id = f.authority_id and i.id = f.notified_interest_id
     join notification n on n.authority_id = i.authority_id and n.id = i.notification_id
     where f.authority_id = $1 and n.member_id = $2 and (n.received_on, n.position) > ($3, $4) and f.register_entry_id is not null`,
    [uow.authorityId, memberId, receivedOn, position],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The things that were changed, ended or corrected by notifications received after this one. */
export async function thingsChangedAfter(
  uow: UnitOfWork,
  { memberId, receivedOn, position }: Received,
): Promise<ReadonlySet<string>> {
  const rows = await uow.manager.query<{ id: string }[]>(
    `select e.thing_id as id from notified_interest_fate f
     join notified_interest i on i.authority_id = f.authority_id and i.id = f.notified_interest_id
     join notification n on n.authority_id = i.authority_id and n.id = i.notification_id
     join register_entry e on e.authority_id = i.authority_id and e.id = i.about_entry_id
     where f.authority_id = $1 and n.member_id = $2 and (n.received_on, n.position) > ($3, $4) and f.fate <> 'withdrawn'`,
    [uow.authorityId, memberId, receivedOn, position],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Was a whole notification that was received after this one entered already? */
export async function laterWholeEntered(
  uow: UnitOfWork,
  { memberId, receivedOn, position }: Received,
): Promise<boolean> {
  const rows = await uow.manager.query<object[]>(
    `select 1 from notification n where n.authority_id = $1 and n.member_id = $2 and n.kind = 'whole'
       and n.entered_at is not null and (n.received_on, n.position) > ($3, $4) limit 1`,
    [uow.authorityId, memberId, receivedOn, position],
  );
  return rows.length > 0;
}
