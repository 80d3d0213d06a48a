import type { CivilDate } from '../../law/index.js';
import { civilDate, earlier } from '../../law/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';

/** When the officer was told of each interest, and who has something that is kept back. Nothing of it is opened. */
export interface KnownRegister {
  /** The first day on which the officer knew of an interest, by the id of its entry or of what was notified. */
  readonly toldOn: (interestId: string) => CivilDate | undefined;
  /** Something of the member’s is sensitive, or asked to be: what waits to be entered may be the same thing. */
  readonly keepsBack: (memberId: string) => boolean;
}

interface EntryRow {
  readonly id: string;
  readonly thingId: string;
  readonly interestId: string;
  readonly on: string;
}

/** Each table is read by itself: joined before anything is known of their sizes, they can take minutes. */
export async function readKnownRegister(uow: UnitOfWork): Promise<KnownRegister> {
  const received = new Map(
    (
      await uow.manager.query<{ id: string; on: string }[]>(
        `select id, to_char(received_on, 'YYYY-MM-DD') as "on" from notification where authority_id = $1`,
        [uow.authorityId],
      )
    ).map(({ id, on }) => [id, on]),
  );
  const told = (
    await uow.manager.query<{ id: string; notificationId: string }[]>(
      `select id, notification_id as "notificationId" from notified_interest where authority_id = $1`,
      [uow.authorityId],
    )
  ).flatMap(({ id, notificationId }) => {
    const on = received.get(notificationId);
    return on === undefined ? [] : [{ id, on }];
  });
  const entries = await uow.manager.query<EntryRow[]>(
    `select id, thing_id as "thingId", notified_interest_id as "interestId",
       to_char(least(entered_on, began_on), 'YYYY-MM-DD') as "on"
     from register_entry where authority_id = $1`,
    [uow.authorityId],
  );
  const kept = await uow.manager.query<{ memberId: string }[]>(
    `select member_id as "memberId" from register_entry where authority_id = $1 and sensitive <> 'no'
     union
     select member_id from sensitivity_request
     where authority_id = $1 and (decision is null or decision = 'agreed')`,
    [uow.authorityId],
  );
  const keeping = new Set(kept.map(({ memberId }) => memberId));
  return { toldOn: firstDays(entries, told), keepsBack: (memberId) => keeping.has(memberId) };
}

/** A change is another entry of the same thing: it was known from the first of them on. */
function firstDays(
  entries: readonly EntryRow[],
  told: readonly { readonly id: string; readonly on: string }[],
): KnownRegister['toldOn'] {
  const days = new Map<string, CivilDate>(told.map(({ id, on }) => [id, civilDate(on)]));
  const ofThing = new Map<string, CivilDate>();
  for (const { thingId, interestId, on } of entries) {
    const first = [ofThing.get(thingId), days.get(interestId)].filter((day) => day !== undefined);
    ofThing.set(thingId, first.reduce(earlier, civilDate(on)));
  }
  for (const { id, thingId, interestId } of entries) {
    const first = ofThing.get(thingId);
    if (first !== undefined) for (const each of [id, thingId, interestId]) days.set(each, first);
  }
  return (interestId) => days.get(interestId);
}
