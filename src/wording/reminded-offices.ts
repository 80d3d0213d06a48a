import { england } from '../law/index.js';
import type { Citation, CivilDate } from '../law/index.js';
import { dayAndDateInWords, timeInWords } from './dates.js';
import {
  cited,
  meetingNamed,
  type DeclaredThere,
  type MeetingNamed,
  type RemindedWords,
} from './reminded-members.js';

/** Where an officer reads on. */
export interface OfficerPage {
  readonly address: string;
  /** The parish council that it is about, where it is one: the officer must choose it to read there. */
  readonly parish?: string;
}

/** A member of whom an officer is told, and where the officer reads on. */
export interface OfMember extends OfficerPage {
  readonly name: string;
  readonly lastDay: CivilDate;
}

/** ', Ashford Parish Council' in a heading: an officer may keep the registers of many. */
const ofParish = ({ parish }: OfficerPage): string => (parish === undefined ? '' : `, ${parish}`);

/** An officer of the principal authority opens a parish’s pages only with a role there. */
const choosing = ({ parish }: OfficerPage): string[] =>
  parish === undefined
    ? []
    : [
        `To read there, choose ${parish} as the council that you act for. If it is not offered, ask this service’s administrator for your role there too.`,
      ];

/** To the officer: the last day of s.30 has passed, and nothing is recorded. It accuses nobody. */
export function takingOfficeEscalated({ name, lastDay, ...page }: OfMember): RemindedWords {
  return {
    subject: `No notification has been recorded: ${name}${ofParish(page)}`,
    lines: [
      cited(
        `No whole notification of interests on taking office has been recorded from ${name}. The last day was ${dayAndDateInWords(lastDay)}.`,
        england.s30_1.citation,
      ),
      'This is no finding of a breach: only somebody who holds an interest has to notify it, and that is not known.',
      `The member’s page: ${page.address}`,
      ...choosing(page),
    ],
  };
}

/** To the officer: the last day of s.31(3) has passed, and nothing is recorded. What was declared is not said. */
export function afterDisclosureEscalated({
  name,
  lastDay,
  meeting,
  isCertain,
  ...page
}: OfMember & DeclaredThere): RemindedWords {
  const day = dayAndDateInWords(lastDay);
  const { citation } = england.s31_3;
  return {
    subject: `No notification has been recorded after a declaration: ${name}${ofParish(page)}`,
    lines: [
      ...(isCertain
        ? [
            `At the meeting of ${meetingNamed(meeting)} ${name} declared an interest as one that is not in the register.`,
            cited(`No notification of it has been recorded since. The last day was ${day}.`, citation),
          ]
        : [
            `The record of the meeting of ${meetingNamed(meeting)} says that ${name} declared an interest. Nobody has said whether it is in the register.`,
            cited(
              `If it is not: no notification of it has been recorded, and the last day was ${day}.`,
              citation,
            ),
          ]),
      `This is no finding of a breach. The member’s page: ${page.address}`,
      ...choosing(page),
    ],
  };
}

/** To the officer: a dispensation of a member ends. */
export function dispensationOfMemberReminded({
  name,
  lastDay,
  address,
}: Omit<OfMember, 'parish'>): RemindedWords {
  return {
    subject: `A dispensation of ${name} ends on ${dayAndDateInWords(lastDay)}`,
    lines: [
      `A dispensation of ${name} ends on ${dayAndDateInWords(lastDay)}. The member is told too, and may ask for another.`,
      `The dispensation: ${address}`,
    ],
  };
}

/** To those who may read sensitive details: an agreement is to be looked at again. Whose it is stays out of the message. */
export function sensitiveReviewReminded(
  reviewOn: CivilDate,
  { today, ...page }: OfficerPage & { readonly today: CivilDate },
): RemindedWords {
  const day = dayAndDateInWords(reviewOn);
  return {
    subject: `An agreement on a sensitive interest is due for review${ofParish(page)}`,
    lines: [
      today > reviewOn
        ? `An agreement on a sensitive interest was to be looked at again on ${day}. Its details stay withheld meanwhile.`
        : `An agreement on a sensitive interest is to be looked at again on ${day}.`,
      `This message does not say whose it is. The list does: ${page.address}`,
      ...choosing(page),
    ],
  };
}

/** A moment on the London clock. */
export interface LocalMoment {
  readonly on: CivilDate;
  /** 'HH:MM'. */
  readonly at: string;
}

/** To the clerks: nobody can give notice of wanting to speak any more. */
export function noticesClosedReminded(
  { meeting, closed, by }: { meeting: MeetingNamed; closed: LocalMoment; by: Citation | 'the-agenda' },
  address: string,
): RemindedWords {
  const due = `Notice of wanting to speak at the meeting of ${meetingNamed(meeting)} was due by ${timeInWords(closed.at)} on ${dayAndDateInWords(closed.on)}.`;
  return {
    subject: `Notices of public participation have closed: ${meetingNamed(meeting)}`,
    lines: [
      by === 'the-agenda'
        ? `${due} The agenda says so.`
        : cited(`${due} Weekends and bank holidays are left out, as is usual.`, by),
      `You can tell now who has given it. The meeting: ${address}`,
    ],
  };
}
