import type { InstallationKind, RetentionKind } from '../../oversight/index.js';

/** What the officer, the public and docs/dpia.md read of one kind. A test holds that document to these words. */
export interface KindWords {
  readonly title: string;
  readonly what: string;
  /** 'six months after …' is written with this. */
  readonly after: string;
  readonly why: string;
}

export const KINDS_IN_WORDS: Readonly<Record<RetentionKind, KindWords>> = {
  'public-words': {
    title: 'Public register of former members',
    what: 'The words that the public could read of a member who has left. No page shows them from the day after the last day in office; then they are erased.',
    after: 'the member’s last day in office',
    why: 'No entry need be kept for somebody who is no longer a member; a moment’s gap on re-election is ignored (Localism Act 2011 s.29(3)).',
  },
  'private-lists': {
    title: 'Former members’ own lists',
    what: 'The list of family, associates and bodies that a member kept for their own eyes, and which reminders they turned off.',
    after: 'the member’s last day in office',
    why: 'They served the member alone, and nobody is reminded any more.',
  },
  contact: {
    title: 'Former members’ e-mail addresses',
    what: 'Where reminders reached a member who has left. The name stays, because it stands in minutes and in the record.',
    after: 'the member’s last day in office',
    why: 'What is still open after an election can be asked for a year.',
  },
  drafts: {
    title: 'Drafts that were not sent',
    what: 'What a member, or an officer from a paper form, typed in and never sent.',
    after: 'the day on which it was last saved',
    why: 'Nothing was notified by it. A member who comes back to it has six times the 28 days of the Act.',
  },
  tokens: {
    title: 'Tokens of programs',
    what: 'Tokens by which programs spoke for the council or a person, once they have ended or were taken back. Only digests are kept of them.',
    after: 'the day on which it ended',
    why: 'Nothing can be done with them any more; for a month somebody can still see when one was last used.',
  },
  imports: {
    title: 'Files that were read in',
    what: 'Agendas, directories and registers that were read and wait, or were taken over or thrown away.',
    after: 'the day on which it was read or taken over',
    why: 'What was taken over stands where it belongs. The file is kept for as long as mistakes of the reading come to light.',
  },
  webhooks: {
    title: 'What other programs were told',
    what: 'Which changes were told to other programs by webhook, and what became of each delivery. What is still to be delivered is kept.',
    after: 'the day of the last delivery',
    why: 'A delivery can be sent again while somebody still finds that it is missing; what changed stands where it belongs.',
  },
  messages: {
    title: 'Words of messages',
    what: 'What reminders and briefings by e-mail said, and to which address. That a message went, to whom and when, is kept.',
    after: 'the day on which it was written',
    why: 'A dispute about what somebody was told arises within a municipal year; the second year is for looking into it.',
  },
  briefings: {
    title: 'Briefings, and what members answered',
    what: 'What a member was told before a meeting, when they opened it, and what they said of its items.',
    after: 'the day of the meeting',
    why: 'A prosecution under s.34 begins at most three years after the offence, within twelve months of the evidence (s.34(6) to (8)): both together.',
  },
  advice: {
    title: 'Advice on items',
    what: 'What a member asked the monitoring officer about an item, the answers, and whether the member was told of them.',
    after: 'the day of the meeting, or of the last answer if that is later',
    why: 'It shows on what advice a member acted, for as long as s.34 lets a prosecution begin: three years and twelve months.',
  },
  letters: {
    title: 'Letters about open duties',
    what: 'Reminders, letters and reports to a committee about a duty that stayed open, and what became of each.',
    after: 'the day of the last step about the same duty',
    why: 'That a member was asked, and how often, bears on an excuse for as long as s.34 lets a prosecution begin: three years and twelve months.',
  },
  register: {
    title: 'Registers of former members',
    what: 'Notifications, entries, sensitive details, scans of paper forms and the questions about them.',
    after: 'the member’s last day in office',
    why: 'What was notified when is evidence for as long as s.34 lets a prosecution begin: three years and twelve months.',
  },
  declarations: {
    title: 'Words of declarations',
    what: 'What members said of an interest or a whip when they declared it, before a meeting or at it. That they declared, at which item, stays with the record of the meeting.',
    after: 'the day of the meeting',
    why: 'Minutes are open to the public for six years (Local Government Act 1972 s.100C(1)). What the approved minutes say of it afterwards is the council’s own archive.',
  },
  'case-files': {
    title: 'Closed case files',
    what: 'What was alleged, the notes and the outcome.',
    after: 'the day on which the file was closed',
    why: 'Six years, in which most claims about a decision are brought (Limitation Act 1980).',
  },
  'audit-words': {
    title: 'What events in the record said',
    what: 'The details beside each event. That it happened, when and who did it stays, and the chain of hashes holds without the details.',
    after: 'the day on which it happened',
    why: 'Longer than anything that an event may be needed to prove: six years, and one more for the audit of the last.',
  },
};

export const INSTALLATION_IN_WORDS: Readonly<Record<InstallationKind, KindWords>> = {
  'spent-sign-ins': {
    title: 'Sessions and devices',
    what: 'Sessions and counts of attempts that have ended, links, challenges and tokens that are over, and devices that nobody signed in on for a year.',
    after: 'the day on which it ended',
    why: 'Nothing can be done with them any more.',
  },
  outbox: {
    title: 'The outbox page',
    what: 'What would have been sent, on an installation without a mail server.',
    after: 'the day on which it was written',
    why: 'It is for trying the service out.',
  },
  'intake-files': {
    title: 'Files of newly elected members',
    what: 'Names and addresses as they came from the elections office.',
    after: 'the day on which the file was taken in',
    why: 'Who was taken in stands with the members. The file is kept for as long as its mistakes come to light.',
  },
  'left-accounts': {
    title: 'Sign-in of people who have left',
    what: 'The e-mail address, password, second steps, known devices, links and accounts elsewhere of somebody without a role or an office at any council. The name stays beside what they did.',
    after: 'the last day in any role or office, or the day on which the account was made',
    why: 'Nobody needs to sign in any more, and whoever comes back within a year finds everything as it was.',
  },
  'audit-words': KINDS_IN_WORDS['audit-words'],
};

/** What has no end, for the pages and docs/dpia.md to say in the same words. */
export const WHAT_STAYS =
  'agendas, what was recorded at meetings, that a member declared and at which item, decisions on dispensations and decisions taken alone, an officer’s closing of a question, the names of people who signed in (beside what they did), and that each event happened';

/** 'one month', '18 months', '4 years'. */
export function monthsInWords(months: number): string {
  if (months === 0) return 'no time';
  if (months === 1) return 'one month';
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? 'one year' : `${months / 12} years`;
}

/** 'For 4 years after the day of the meeting'. */
export function keptInWords(months: number, { after }: KindWords): string {
  return months === 0 ? `Until ${after}` : `For ${monthsInWords(months)} after ${after}`;
}
