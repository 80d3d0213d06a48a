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
  /** Of every entry that the member has or had, which interest it is a version of: requests move on to the newest. */
  readonly thingOf: ReadonlyMap<string, string>;
  /** When a request was agreed, by its id: one that has ended since does not say so any more. */
  readonly agreedAt: (requestId: string) => Date | undefined;
  readonly withheld: WithheldFromReader;
}

/** Of everything that was notified, what had been received by the end of the day and counted then. */
export function interestsOnDay(known: Known): InterestOnDay[] {
  return [...known.entries.map((opened) => entered(opened, known)), ...pending(known)];
}

function entered(opened: OpenedEntry, { day, requests, thingOf, agreedAt, withheld }: Known): InterestOnDay {
  const { entry, details } = opened;
  const asked = requests.filter(
    ({ registerEntryId, notifiedInterestId }) =>
      (registerEntryId !== null && thingOf.get(registerEntryId) === entry.thingId) ||
      notifiedInterestId === entry.notifiedInterestId,
  );
  return {
    ...{ id: entry.id, table: 'register_entry', category: entry.category, heldBy: entry.heldBy },
    knownAs: [...new Set([entry.id, entry.thingId, entry.notifiedInterestId])],
    ...{ state: 'entered', details, since: civilDate(entry.enteredOn) },
    sensitive: sensitiveOn(day, asked, { today: entry.sensitive, agreedAt }),
    isWithheld: withheld.entry(opened),
  };
}

/** What nobody asked for is as it stands today: a likeness may have been found without a request. */
function sensitiveOn(
  day: CivilDate,
  asked: readonly SensitivityRequest[],
  { today, agreedAt }: { readonly today: Sensitivity; readonly agreedAt: Known['agreedAt'] },
): Sensitivity {
  if (asked.length === 0) return today;
  const then = asked.map((request) => stoodOn(day, request, agreedAt(request.id)));
  return (['agreed', 'claimed'] as const).find((one) => then.includes(one)) ?? 'no';
}

/** How one request stood at the end of a day, whatever became of it afterwards. */
function stoodOn(
  day: CivilDate,
  { requestedAt, decision, decidedAt }: SensitivityRequest,
  agreedAt: Date | undefined,
): Sensitivity {
  const byThen = (at: Date | null | undefined): boolean => at != null && londonDateOf(at) <= day;
  if (!byThen(requestedAt)) return 'no';
  if (decision === 'agreed') return byThen(decidedAt) ? 'agreed' : 'claimed';
  if (byThen(decidedAt)) return 'no';
  return byThen(agreedAt) ? 'agreed' : 'claimed';
}

/** An end that waited left the entry standing, so it is no interest of its own. */
function pending({ day, notifications, requests, agreedAt, withheld }: Known): InterestOnDay[] {
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
          sensitive: sensitiveOn(day, asked, { today: 'no', agreedAt }),
          isWithheld: withheld.interest(interest),
        };
      }),
  );
}
