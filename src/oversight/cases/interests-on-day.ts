import {
  civilDate,
  londonDateOf,
  type CivilDate,
  type HeldBy,
  type RegisterCategory,
} from '../../law/index.js';
import type {
  InterestDetails,
  OpenedEntry,
  OpenedNotification,
  SensitivityRequest,
  Sensitivity,
} from '../../register/index.js';
import type { WithheldFromReader } from './reader.js';

/** An interest that the monitoring officer knew of on a day: in the register, or received and waiting to be entered. */
export interface InterestOnDay {
  readonly id: string;
  readonly table: 'register_entry' | 'notified_interest';
  /** The ids under which the member may have spoken of it. */
  readonly knownAs: readonly string[];
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly state: 'entered' | 'pending';
  /** As it was treated on the day, and not as it is today. */
  readonly sensitive: Sensitivity;
  readonly details: InterestDetails;
  /** When it was entered or, while it waits, received. */
  readonly since: CivilDate;
  readonly isWithheld: boolean;
}

interface Known {
  readonly day: CivilDate;
  /** What stood in the register at the end of the day. */
  readonly entries: readonly OpenedEntry[];
  /** Everything that the member has ever notified. */
  readonly notifications: readonly OpenedNotification[];
  readonly requests: readonly SensitivityRequest[];
  readonly withheld: WithheldFromReader;
}

/** Of everything that was notified, what had been received by the end of the day and counted then. */
export function interestsOnDay(known: Known): InterestOnDay[] {
  return [...known.entries.map((opened) => entered(opened, known)), ...pending(known)];
}

function entered(opened: OpenedEntry, { day, requests, withheld }: Known): InterestOnDay {
  const { entry, details } = opened;
  const asked = requests.filter(
    ({ registerEntryId, notifiedInterestId }) =>
      registerEntryId === entry.id || notifiedInterestId === entry.notifiedInterestId,
  );
  return {
    ...{ id: entry.id, table: 'register_entry', category: entry.category, heldBy: entry.heldBy },
    knownAs: [...new Set([entry.id, entry.thingId, entry.notifiedInterestId])],
    ...{ state: 'entered', details, since: civilDate(entry.enteredOn) },
    sensitive: entry.sensitive === 'no' ? 'no' : sensitiveOn(day, asked, entry.sensitive),
    isWithheld: withheld.entry(opened),
  };
}

/** What nobody asked for is as it stands today: a likeness may have been found without a request. */
function sensitiveOn(day: CivilDate, asked: readonly SensitivityRequest[], today: Sensitivity): Sensitivity {
  if (asked.length === 0) return today;
  const byThen = asked.filter(({ requestedAt }) => londonDateOf(requestedAt) <= day);
  if (byThen.length === 0) return 'no';
  const agreed = byThen.some(
    ({ decision, decidedAt }) =>
      decision === 'agreed' && decidedAt !== null && londonDateOf(decidedAt) <= day,
  );
  return agreed ? 'agreed' : 'claimed';
}

/** An end that waited left the entry standing, so it is no interest of its own. */
function pending({ day, notifications, requests, withheld }: Known): InterestOnDay[] {
  const waiting = notifications.filter(
    ({ notification: { receivedOn, enteredAt } }) =>
      receivedOn <= day && (enteredAt === null || londonDateOf(enteredAt) > day),
  );
  return waiting.flatMap(({ notification, interests }) =>
    interests
      .filter(({ act, fate }) => act !== 'end' && fate !== 'withdrawn')
      .map((interest): InterestOnDay => {
        const asked = requests.filter(({ notifiedInterestId }) => notifiedInterestId === interest.id);
        return {
          ...{ id: interest.id, table: 'notified_interest', knownAs: [interest.id] },
          ...{ category: interest.category, heldBy: interest.heldBy, details: interest.details },
          ...{ state: 'pending', since: civilDate(notification.receivedOn) },
          sensitive: sensitiveOn(day, asked, 'no'),
          isWithheld: withheld.interest(interest),
        };
      }),
  );
}
