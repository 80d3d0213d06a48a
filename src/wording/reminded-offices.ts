import { england } from '../law/index.js';
import type { Citation, CivilDate } from '../law/index.js';
import { dayAndDateInWords, timeInWords } from './dates.js';
import { lineInWords } from './lines.js';
import {
  meetingNamed,
  type DeclaredThere,
  type MeetingNamed,
  type RemindedWords,
} from './reminded-members.js';

/** A member of whom an officer is told, and where the officer reads on. */
export interface OfMember {
  readonly name: string;
  readonly lastDay: CivilDate;
  readonly address: string;
}

const cited = (text: string, citation: Citation): string => lineInWords({ text, citations: [citation] });

/** To the officer: the last day of s.30 has passed, and nothing is recorded. It accuses nobody. */
export function takingOfficeEscalated({ name, lastDay, address }: OfMember): RemindedWords {
  return {
    subject: `No notification has been recorded: ${name}`,
    lines: [
      cited(
        `No whole notification of interests on taking office has been recorded from ${name}. The last day was ${dayAndDateInWords(lastDay)}.`,
        england.s30_1.citation,
      ),
      'This is no finding of a breach: only somebody who holds an interest has to notify it, and that is not known.',
      `The member’s page: ${address}`,
    ],
  };
}

/** To the officer: the last day of s.31(3) has passed, and nothing is recorded. What was declared is not said. */
export function afterDisclosureEscalated({
  name,
  lastDay,
  address,
  meeting,
  isCertain,
}: OfMember & DeclaredThere): RemindedWords {
  const day = dayAndDateInWords(lastDay);
  const { citation } = england.s31_3;
  return {
    subject: `No notification has been recorded after a declaration: ${name}`,
    lines: isCertain
      ? [
          `At the meeting of ${meetingNamed(meeting)} ${name} declared an interest as one that is not in the register.`,
          cited(`No notification of it has been recorded since. The last day was ${day}.`, citation),
          `This is no finding of a breach. The member’s page: ${address}`,
        ]
      : [
          `The record of the meeting of ${meetingNamed(meeting)} says that ${name} declared an interest. Nobody has said whether it is in the register.`,
          cited(
            `If it is not: no notification of it has been recorded, and the last day was ${day}.`,
            citation,
          ),
          `This is no finding of a breach. The member’s page: ${address}`,
        ],
  };
}

/** To the officer: a dispensation of a member ends. */
export function dispensationOfMemberReminded({ name, lastDay, address }: OfMember): RemindedWords {
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
  { today, address }: { readonly today: CivilDate; readonly address: string },
): RemindedWords {
  const day = dayAndDateInWords(reviewOn);
  return {
    subject: 'An agreement on a sensitive interest is due for review',
    lines: [
      cited(
        today > reviewOn
          ? `An agreement on a sensitive interest was to be looked at again on ${day}. Its details stay withheld meanwhile.`
          : `An agreement on a sensitive interest is to be looked at again on ${day}.`,
        england.s32_1.citation,
      ),
      `This message does not say whose it is. The list does: ${address}`,
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
