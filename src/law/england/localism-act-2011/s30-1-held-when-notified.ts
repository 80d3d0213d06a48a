import type { Facts } from '../../facts.js';
import { all, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import type { CivilDate } from '../../time/civil-date.js';

/** When an interest was held, and when the notification was given. */
export type HeldFacts = Facts<{
  notificationGivenOn: CivilDate;
  /** null: held since before taking office. */
  acquiredOn: CivilDate | null;
  /** null: still held. */
  disposedOn: CivilDate | null;
}>;

/**
 * s.30(1) again: the notification is of the interests held "at the time when the notification is given". What was
 * sold before it need not be in it; what was bought after taking office and before it must be; what was bought after
 * it the Act leaves alone until it meets a matter (s.31).
 */
export function heldWhenNotified(facts: HeldFacts): Truth {
  const { notificationGivenOn: given, acquiredOn, disposedOn } = facts;
  if (given === undefined) return condition('notificationGivenOn', undefined, 'not-held-when-notified');
  return all(
    condition(
      'from',
      acquiredOn === undefined ? undefined : acquiredOn === null || acquiredOn <= given,
      'not-held-when-notified',
    ),
    condition(
      'to',
      disposedOn === undefined ? undefined : disposedOn === null || disposedOn > given,
      'not-held-when-notified',
    ),
  );
}
