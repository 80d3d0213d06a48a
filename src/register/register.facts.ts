import {
  addDays,
  civilDate,
  type Category,
  type InterestAnswer,
  type MeetingInterest,
  type Person,
  type RegisterCategory,
  type RequiredCategory,
  type TakingOfficeFacts,
} from '../law/index.js';
import type { TermOfOffice } from '../members/index.js';
import type { Notification, NotificationAnswer } from './notification.entity.js';
import type { RegisterEntry } from './register-entry.entity.js';

/** How somebody sits on the authority, as the law asks it. */
export function personOf(term: Pick<TermOfOffice, 'standing' | 'votesOn'>): Person {
  if (term.standing !== 'co-opted') return 'member';
  return { any: 'co-opted', education: 'co-opted-education', none: 'co-opted-no-vote' }[
    term.votesOn
  ] as Person;
}

/** The facts of s.30 for one term: what was received from the member, of this term and of earlier ones. */
export function takingOfficeFacts(
  term: TermOfOffice,
  known: {
    readonly earlierTerms: readonly TermOfOffice[];
    readonly notifications: readonly Notification[];
    readonly answers: readonly NotificationAnswer[];
    readonly required: readonly RequiredCategory[];
  },
): TakingOfficeFacts {
  const returning = known.earlierTerms.some((earlier) => earlier.becameMemberOn < term.becameMemberOn);
  return {
    person: personOf(term),
    becameMemberOn: civilDate(term.becameMemberOn),
    ...(term.pollingDay === null ? {} : { earlierArguableStart: civilDate(term.pollingDay) }),
    returning,
    answers: known.notifications.flatMap((notification) =>
      answersOf(notification, known.answers, known.required),
    ),
    // A term's last day is still a day in office; the law asks for the first day out of it.
    leftOfficeOn: term.endedOn === null ? null : addDays(civilDate(term.endedOn), 1),
  };
}

/** Does the Act ask after this heading? The rest are a code's own. */
const isPrescribed = (category: RegisterCategory): category is Category =>
  category !== 'other-bodies' && category !== 'gifts';

/**
 * Without a partner, the partner's categories hold nothing: that was said, and is not silence. A change tells of one
 * interest and answers no question of the whole.
 */
function answersOf(
  notification: Notification,
  answers: readonly NotificationAnswer[],
  required: readonly RequiredCategory[],
): InterestAnswer[] {
  const received = {
    receivedOn: civilDate(notification.receivedOn),
    inRegister: notification.enteredAt !== null,
  };
  if (notification.kind === 'change') return [];
  const given = answers
    .filter((answer) => answer.notificationId === notification.id)
    .flatMap(({ category, heldBy, answer }): InterestAnswer[] => {
      const said = answer === 'entries' ? 'holds' : 'nothing';
      return isPrescribed(category) ? [{ category, heldBy, answer: said, ...received }] : [];
    });
  if (notification.hasPartner) return given;
  const noPartner = required.flatMap(({ category, asksPartner }): InterestAnswer[] =>
    asksPartner && isPrescribed(category)
      ? [{ category, heldBy: 'partner', answer: 'nothing', ...received }]
      : [],
  );
  return [...given, ...noPartner];
}

/**
 * A registered or pending interest as it meets a matter. A member who wrote down a partner's interest is aware of it.
 * That it is a disclosable pecuniary interest is what the member said by putting it under a prescribed description; what
 * stands under a heading of the code is an interest of the code's.
 */
export function meetingInterest(
  interest: Pick<RegisterEntry, 'category' | 'heldBy'> & Partial<Pick<RegisterEntry, 'sensitive'>>,
  state: 'entered' | 'pending',
): MeetingInterest {
  return {
    kind: isPrescribed(interest.category) ? 'dpi' : 'ori',
    heldBy: interest.heldBy,
    memberAwareOfPartners: true,
    inRegister: state === 'entered',
    pending: state === 'pending',
    sensitive: interest.sensitive ?? 'no',
  };
}
