import type { BriefingEdition } from '../../briefings/index.js';
import type { MemberDuty } from '../../duties/index.js';
import type { Permission } from '../../identity/index.js';
import { civilDate, londonDateOf, type CivilDate } from '../../law/index.js';
import type { Member } from '../../members/index.js';
import {
  describeInterest,
  type Notification,
  type OpenedEntry,
  type Sensitivity,
} from '../../register/index.js';
import { categoryInWords, dateInWords, takingOfficeInWords } from '../../wording/index.js';
import { stateTag, type StateTag } from '../officer-board/state-words.js';
import { DETAILS_WITHHELD, receivedInWords, type Withheld } from '../officer-notifications/index.js';
import { instantInWords, officeInWords } from '../page/index.js';
import type { ReminderRow } from './reminders.js';

/** What a member owes, with the words and sources that the member reads. */
interface DutyView {
  readonly office: string;
  readonly state: StateTag;
  readonly lastDay: string;
  readonly toTheMember: string;
  readonly because: readonly { text: string; sources: readonly { text: string; href?: string }[] }[];
}

interface EntryRow {
  readonly category: string;
  readonly heldBy: string;
  readonly details: string;
  readonly entered: string;
  readonly sensitivity: string;
}

export interface MemberView {
  readonly title: string;
  readonly backHref: string;
  readonly email: string;
  /** Where the address is changed; undefined for whoever may not. */
  readonly emailHref: string | undefined;
  readonly registerHref: string;
  /** Where a form on paper is typed in; undefined for whoever may not. */
  readonly paperHref: string | undefined;
  /** Where a case file is opened; undefined for whoever may not. */
  readonly caseHref: string | undefined;
  /** Absent where they may not answer a request for what is held. */
  readonly dataHref: string | undefined;
  /** Undefined for somebody who holds no office today. */
  readonly duty: DutyView | undefined;
  readonly notifications: readonly { href: string; what: string; received: string; entered: string }[];
  readonly entries: readonly EntryRow[];
  readonly briefings: readonly {
    meeting: string;
    edition: number;
    sent: string;
    opened: string;
    href: string;
  }[];
  readonly reminders: readonly ReminderRow[];
}

/** What the page is made of. */
export interface KnownOfMember {
  readonly member: Member;
  readonly duty: MemberDuty | undefined;
  readonly notifications: readonly Notification[];
  readonly entries: readonly OpenedEntry[];
  readonly withheld: Withheld;
  readonly editions: readonly BriefingEdition[];
  readonly reminders: readonly ReminderRow[];
  /** The words of each meeting by id. */
  readonly meetings: ReadonlyMap<string, string>;
}

/** Everything that an officer may know of one member. */
export function memberView(known: KnownOfMember, today: CivilDate, may: ReadonlySet<Permission>): MemberView {
  const { id } = known.member;
  return {
    title: known.member.name,
    backHref: '/officer',
    email: known.member.email ?? 'None',
    emailHref: may.has('ManageReminders') ? `/officer/members/${id}/email` : undefined,
    registerHref: `/officer/members/${id}/register`,
    paperHref: may.has('EnterNotification') ? `/officer/members/${id}/paper` : undefined,
    dataHref: may.has('AnswerSubjectAccess') ? `/officer/members/${id}/data` : undefined,
    caseHref: may.has('KeepCaseFiles') ? `/officer/cases/new?member=${id}` : undefined,
    duty: known.duty && dutyView(known.duty, today),
    notifications: known.notifications.map((notification) => ({
      href: `/officer/notifications/${notification.id}`,
      what: notification.kind === 'whole' ? 'Everything held' : 'A change',
      received: receivedInWords(notification),
      entered:
        notification.enteredAt === null ? 'Not yet' : dateInWords(londonDateOf(notification.enteredAt)),
    })),
    entries: known.entries.map((opened) => entryRow(opened, known.withheld)),
    briefings: known.editions.map((edition) => ({
      meeting: known.meetings.get(edition.meetingId) ?? 'A meeting',
      edition: edition.edition,
      href: `/officer/members/${edition.memberId}/briefings/${edition.id}`,
      sent: edition.sentAt === null ? 'No' : instantInWords(edition.sentAt),
      opened: edition.firstOpenedAt === null ? 'No' : instantInWords(edition.firstOpenedAt),
    })),
    reminders: known.reminders,
  };
}

function dutyView({ term, answer, state }: MemberDuty, today: CivilDate): DutyView {
  const words = takingOfficeInWords(answer, today);
  return {
    office: `${officeInWords(term)}, since ${dateInWords(civilDate(term.becameMemberOn))}`,
    state: stateTag(state),
    lastDay: answer.clock === null ? 'None' : dateInWords(answer.clock.lastDay),
    toTheMember: words.headline,
    because: words.because.map(({ text, citations }) => ({
      text,
      sources: citations.map(({ text: source, url }) => ({
        text: source,
        ...(url === undefined ? {} : { href: url }),
      })),
    })),
  };
}

const SENSITIVITY: Record<Sensitivity, string> = {
  no: 'No',
  claimed: 'Claimed, not yet decided',
  agreed: 'Agreed',
};

function entryRow(opened: OpenedEntry, withheld: Withheld): EntryRow {
  const { entry, details } = opened;
  const review =
    entry.sensitiveReviewOn === null
      ? ''
      : `, to be looked at again on ${dateInWords(civilDate(entry.sensitiveReviewOn))}`;
  return {
    category: categoryInWords(entry.category).name,
    heldBy: entry.heldBy === 'self' ? 'Member' : 'Partner',
    details: withheld.entry(opened) ? DETAILS_WITHHELD : describeInterest(details),
    entered: dateInWords(civilDate(entry.enteredOn)),
    sensitivity: `${SENSITIVITY[entry.sensitive]}${review}`,
  };
}
