import { england } from '../../law/index.js';

/**
 * The rules by which reminders are told apart, beside those of `taking-office` and `meetings`. Where the law speaks, it
 * is the id of its rule; where only a practice does, it is a name of our own.
 */
export const AFTER_DISCLOSURE = england.s31_3.id;

/** Every code that asks for interests to be registered within days of its own, whichever council adopted it. */
export const CODES_ON_TAKING_OFFICE = idsOf(
  england.REGISTRATION_RULES.map(({ onTakingOffice }) => onTakingOffice),
);
export const CODES_ON_A_CHANGE = idsOf(england.REGISTRATION_RULES.map(({ aChange }) => aChange));
export const CODES_ON_GIFTS = idsOf(england.GIFT_RULES);

export const CONFIRMATION = 'confirmation';
export const DISPENSATION_ENDS = 'dispensation-ends';
export const SENSITIVE_REVIEW = 'sensitive-review';
export const TAKING_OFFICE_OVERDUE = 'escalation/taking-office';
export const AFTER_DISCLOSURE_OVERDUE = 'escalation/after-disclosure';
export const NOTICES_CLOSED = 'notices-closed';
export const MEETING_CANCELLED = 'briefing/cancelled';

/** Of these nothing is told that could name an interest: that no notification came, or that a time is over. */
export const NAMES_NO_INTEREST: ReadonlySet<string> = new Set([
  TAKING_OFFICE_OVERDUE,
  AFTER_DISCLOSURE_OVERDUE,
  NOTICES_CLOSED,
]);

/**
 * What the member alone may know of: these tell of a draft that was not sent, which is nobody else’s. No officer is
 * shown that there is such a reminder, and what a message says of it is left out where an officer reads the message.
 */
export const FOR_THE_MEMBER_ALONE: ReadonlySet<string> = new Set(CODES_ON_GIFTS);

/** Versions of a rule share its id. */
function idsOf(rules: readonly { readonly id: string }[]): readonly string[] {
  return [...new Set(rules.map(({ id }) => id))];
}
