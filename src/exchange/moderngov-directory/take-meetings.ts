import { randomUUID } from 'node:crypto';
import type { Origin } from '../../authorities/index.js';
import type { CivilDate } from '../../law/index.js';
import { Meeting } from '../../meetings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { Counts, MeetingChoice } from './choices.js';
import type { MeetingDifferences, MeetingRow } from './compare-meetings.js';
import { originOf } from './origin.js';
import type { ReadMeetingStatus } from './reading.js';

/**
 * Does what was chosen, as far as it is still to be done. A meeting that is made has no place and no agenda yet: both come
 * with its first agenda. No event for each: the import records one for all.
 * @param now what is there and here, while nobody else imports
 */
export async function takeMeetings(
  uow: UnitOfWork,
  now: MeetingDifferences,
  choices: readonly MeetingChoice[],
): Promise<Counts> {
  const counts = { added: 0, recognised: 0, moved: 0, cancelled: 0 };
  for (const { index, what } of choices) {
    const row = what === 'leave' ? undefined : now.rows[index];
    const done = row && (await takeMeeting(uow, row));
    if (done !== undefined) counts[done] += 1;
  }
  return counts;
}

type Done = 'added' | 'recognised' | 'moved' | 'cancelled' | undefined;

async function takeMeeting(uow: UnitOfWork, { read, fate, here, bodyId }: MeetingRow): Promise<Done> {
  const { authorityId, manager } = uow;
  const { meetsOn, startsAt } = read;
  const origin = originOf(read.externalId);
  if (fate === 'new' && bodyId !== undefined && startsAt !== null)
    return addMeeting(uow, { bodyId, meetsOn, startsAt, status: read.status, origin });
  if (here === undefined) return undefined;
  const set = async (changed: Partial<Meeting>): Promise<void> => {
    await manager.update(Meeting, { authorityId, id: here.id }, { ...origin, ...changed });
  };
  if (fate === 'recognised') await set({});
  else if (fate === 'cancelled') await set({ status: 'cancelled' });
  else if (fate === 'moved' && startsAt !== null) {
    // Two that move to one place: the second stays, and is told as it is when the directory is read again.
    const { bodyId: ofBody } = here;
    if (await manager.existsBy(Meeting, { authorityId, bodyId: ofBody, meetsOn, startsAt })) return undefined;
    await set({ meetsOn, startsAt });
  } else return undefined;
  return fate;
}

async function addMeeting(
  { authorityId, manager }: UnitOfWork,
  meeting: {
    bodyId: string;
    meetsOn: CivilDate;
    startsAt: string;
    status: ReadMeetingStatus;
    origin: Origin;
  },
): Promise<Done> {
  const { origin, ...slot } = meeting;
  const status = slot.status === 'cancelled' ? 'cancelled' : 'confirmed';
  const added = await manager
    .createQueryBuilder()
    .insert()
    .into(Meeting)
    .values({
      ...{ authorityId, id: randomUUID(), ...slot, status, ...origin },
      ...{ venue: '', issuedOn: null, participationBy: null },
    })
    .orIgnore()
    .returning('id')
    .execute();
  if ((added.raw as unknown[]).length === 0) return undefined;
  return status === 'cancelled' ? 'cancelled' : 'added';
}
