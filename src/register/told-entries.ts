import type { UnitOfWork } from '../platform/database/index.js';

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

/** The entries of notifications that were received after the one at this position. */
export async function entriesToldAfter(
  uow: UnitOfWork,
  memberId: string,
  position: string,
): Promise<ReadonlySet<string>> {
  const rows = await uow.manager.query<{ id: string }[]>(
    `select f.register_entry_id as id from notified_interest_fate f
     join notified_interest i on i.authority_id = f.authority_id and i.id = f.notified_interest_id
     join notification n on n.authority_id = i.authority_id and n.id = i.notification_id
     where f.authority_id = $1 and n.member_id = $2 and n.position > $3 and f.register_entry_id is not null`,
    [uow.authorityId, memberId, position],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The things that were changed, ended or corrected by notifications received after the one at this position. */
export async function thingsChangedAfter(
  uow: UnitOfWork,
  memberId: string,
  position: string,
): Promise<ReadonlySet<string>> {
  const rows = await uow.manager.query<{ id: string }[]>(
    `select e.thing_id as id from notified_interest_fate f
     join notified_interest i on i.authority_id = f.authority_id and i.id = f.notified_interest_id
     join notification n on n.authority_id = i.authority_id and n.id = i.notification_id
     join register_entry e on e.authority_id = i.authority_id and e.id = i.about_entry_id
     where f.authority_id = $1 and n.member_id = $2 and n.position > $3 and f.fate <> 'withdrawn'`,
    [uow.authorityId, memberId, position],
  );
  return new Set(rows.map(({ id }) => id));
}
