import type { Followed } from '../../audit/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { FilterForm } from './filter.js';

/** What belongs to the member, the meeting and the entry that are asked for, and so is followed with them. */
export async function followedIn(uow: UnitOfWork, form: FilterForm): Promise<Followed[]> {
  const { member = '', meeting = '', entry = '' } = form;
  return [
    ...(member === '' ? [] : [await memberFollowed(uow, member.toLowerCase())]),
    ...(meeting === '' ? [] : [await meetingFollowed(uow, meeting.toLowerCase())]),
    ...(entry === '' ? [] : [await entryFollowed(uow, entry.toLowerCase())]),
  ];
}

/** With the case files about them: what became of a file names the file alone. */
async function memberFollowed(uow: UnitOfWork, id: string): Promise<Followed> {
  return {
    subjects: { member: [id], 'case-file': await caseFilesOf(uow, 'member_id', id) },
    said: { name: 'memberId', id },
    // Told of several members at once.
    within: {
      actions: ['dispensation.invited', 'meeting.observed'],
      parts: [{ memberIds: [id] }, { observations: [{ memberId: id }] }],
    },
  };
}

async function caseFilesOf(
  { manager, authorityId }: UnitOfWork,
  column: 'member_id' | 'meeting_id',
  id: string,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select id from case_file where authority_id = $1 and ${column} = $2`,
    [authorityId, id],
  );
  return rows.map((row) => row.id);
}

/** With its items, those that were withdrawn from the agenda too, and the case files about it. */
async function meetingFollowed(uow: UnitOfWork, id: string): Promise<Followed> {
  const { manager, authorityId } = uow;
  const items = await manager.query<{ id: string }[]>(
    'select id from agenda_item where authority_id = $1 and meeting_id = $2',
    [authorityId, id],
  );
  return {
    subjects: {
      meeting: [id],
      'agenda-item': items.map((item) => item.id),
      'case-file': await caseFilesOf(uow, 'meeting_id', id),
    },
    said: { name: 'meetingId', id },
  };
}

/** What the member told of it, all its states in the register, and each request to withhold it. */
async function entryFollowed({ manager, authorityId }: UnitOfWork, id: string): Promise<Followed> {
  const [found] = await manager.query<{ entries: string[]; told: string[]; requests: string[] }[]>(
    `with entry as (
       select id, notified_interest_id from register_entry
       where authority_id = $1 and thing_id = (select thing_id from register_entry where authority_id = $1 and id = $2)
     ), told as (
       select distinct i.notification_id, i.id from notified_interest i
       where i.authority_id = $1
         and (i.id in (select notified_interest_id from entry) or i.about_entry_id in (select id from entry))
     )
     select array(select id::text from entry) as entries,
       array(select distinct notification_id::text from told) as told,
       array(select r.id::text from sensitivity_request r where r.authority_id = $1
         and (r.register_entry_id in (select id from entry) or r.notified_interest_id in (select id from told))) as requests`,
    [authorityId, id],
  );
  return {
    subjects: {
      'register-entry': found?.entries ?? [],
      notification: found?.told ?? [],
      sensitivity: found?.requests ?? [],
    },
  };
}

/** The entries that a notification led to, or spoke of, by their ids and the days on which they were entered. */
export async function entriesOfNotification(
  { manager, authorityId }: UnitOfWork,
  notificationId: string,
): Promise<{ id: string; enteredOn: string }[]> {
  return manager.query(
    `select distinct e.id, e.entered_on::text as "enteredOn" from register_entry e
     join notified_interest i on i.authority_id = e.authority_id and (i.id = e.notified_interest_id or i.about_entry_id = e.id)
     where e.authority_id = $1 and i.notification_id = $2 order by 2, 1`,
    [authorityId, notificationId],
  );
}
