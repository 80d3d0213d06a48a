import { england } from '../law/index.js';
import type { Citation, CivilDate, WithinDaysOf } from '../law/index.js';
import { categoryInWords } from './categories.js';
import { codeDaysInWords, NO_OFFENCE } from './change-clock.js';
import { dayAndDateInWords } from './dates.js';
import { lineInWords } from './lines.js';

/** A part of a message: its heading and its paragraphs. It never says what an interest is. */
export interface RemindedWords {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** A meeting as a message names it. */
export interface MeetingNamed {
  readonly body: string;
  readonly on: CivilDate;
}

/** What was declared at a meeting, without what it is. */
export interface DeclaredThere {
  readonly meeting: MeetingNamed;
  /** False where a clerk recorded it and nobody said whether it is in the register: then it is asked. */
  readonly isCertain: boolean;
}

/** When the message is read, and where its link leads. */
export interface ReadOn {
  readonly today: CivilDate;
  readonly address: string;
}

export const meetingNamed = ({ body, on }: MeetingNamed): string => `${body} on ${dayAndDateInWords(on)}`;

/** A sentence with what it rests on behind it. */
export const cited = (text: string, citation: Citation): string =>
  lineInWords({ text, citations: [citation] });
const isOrWas = (lastDay: CivilDate, today: CivilDate): string => (today > lastDay ? 'was' : 'is');

const NOT_SAID_HERE =
  'This message does not say what you declared. Your page does, and leads on from there: ';

/** That what was declared at a meeting has to be notified (s.31(3)). */
export function afterDisclosureReminded(
  { meeting, isCertain, lastDay }: DeclaredThere & { readonly lastDay: CivilDate },
  { today, address }: ReadOn,
): RemindedWords {
  const day = dayAndDateInWords(lastDay);
  const { citation } = england.s31_3;
  const is = isOrWas(lastDay, today);
  if (!isCertain) {
    return {
      subject: `A question about what you declared at ${meetingNamed(meeting)}`,
      lines: [
        ...isItRegistered(meeting),
        cited(`If it is not, the last day to notify the monitoring officer of it ${is} ${day}.`, citation),
        NOT_SAID_HERE + address,
      ],
    };
  }
  return {
    subject: `Notify what you declared: the last day ${is} ${day}`,
    lines: [
      `At the meeting of ${meetingNamed(meeting)} you declared an interest that is not in the register.`,
      today > lastDay
        ? cited(`The last day to notify the monitoring officer of it was ${day}. Notify them now.`, citation)
        : cited(`Notify the monitoring officer of it by ${day}.`, citation),
      NOT_SAID_HERE + address,
    ],
  };
}

/** That the code has something registered that was declared at a meeting, and that the Act has not. */
export function declaredReminded(
  { meeting, isCertain, days, citation }: DeclaredThere & ByACode,
  { today, address }: ReadOn,
): RemindedWords {
  const asked = isCertain
    ? [`At the meeting of ${meetingNamed(meeting)} you declared an interest that is not in the register.`]
    : [...isItRegistered(meeting), 'If it is not, this holds:'];
  return {
    subject: isCertain
      ? `By your council’s code: tell of what you declared by ${dayAndDateInWords(days.safeLastDay)}`
      : `A question about what you declared at ${meetingNamed(meeting)}`,
    lines: [
      ...asked,
      ...byTheCode({ days, citation }, today),
      'The days are counted from the meeting. If you were aware of the interest earlier, they began then.',
      `Tell of it here: ${address}`,
    ],
  };
}

/** What a code says of days, and where. */
export interface ByACode {
  readonly days: WithinDaysOf;
  readonly citation: Citation;
}

/** That the code asks on taking office about a heading that the Act does not know. */
export function addedHeadingReminded(code: ByACode, { today, address }: ReadOn): RemindedWords {
  return {
    subject: `By your council’s code: answer one heading more by ${dayAndDateInWords(code.days.safeLastDay)}`,
    lines: [
      `You have answered what the Act asks of a new member. Your council’s code asks about one heading more: ${categoryInWords('other-bodies').name.toLowerCase()}.`,
      ...byTheCode(code, today),
      'If you hold nothing under it, say so: no answer is not the answer “nothing”.',
      `Do it here: ${address}`,
    ],
  };
}

/** That a gift was written down and not sent. */
export function giftReminded(
  { isCertain, ...code }: ByACode & { readonly isCertain: boolean },
  { today, address }: ReadOn,
): RemindedWords {
  return {
    subject: 'You wrote down a gift or hospitality and have not sent it',
    lines: [
      'You began to write down a gift or hospitality. It is not sent, so the monitoring officer does not know of it.',
      ...(isCertain
        ? []
        : ['We cannot tell whether your council’s code has it registered. If it has, this holds:']),
      ...byTheCode(code, today),
      `Go on here: ${address}`,
    ],
  };
}

/** That it is time to confirm that the register is right. */
export function confirmationReminded(dueOn: CivilDate, { today, address }: ReadOn): RemindedWords {
  const day = dayAndDateInWords(dueOn);
  return {
    subject: `Confirm that the register is right: your day ${isOrWas(dueOn, today)} ${day}`,
    lines: [
      `Your council asks its members to confirm regularly that the register is right. Your day ${isOrWas(dueOn, today)} ${day}.`,
      'This is your council’s practice. No Act asks for it, and not doing it is no offence.',
      `Do it here: ${address}`,
    ],
  };
}

/** That a dispensation ends. What it is for is not said. */
export function dispensationReminded(
  { lastDay, isFromTheAct }: { readonly lastDay: CivilDate; readonly isFromTheAct: boolean },
  { address }: ReadOn,
): RemindedWords {
  const day = dayAndDateInWords(lastDay);
  const ends = `Your dispensation ends on ${day}. After that day it relieves you of nothing.`;
  return {
    subject: `Your dispensation ends on ${day}`,
    lines: [
      isFromTheAct ? cited(ends, england.notRetrospective.citation) : ends,
      'If you still need one, ask for another in good time: it does not reach back to a meeting before it.',
      `What it is for, and how to ask again: ${address}`,
    ],
  };
}

/** That a meeting of which the member was told will not take place. */
export function cancelledReminded(meeting: MeetingNamed, address: string): RemindedWords {
  return {
    subject: `Cancelled: ${meetingNamed(meeting)}`,
    lines: [
      `The meeting of ${meetingNamed(meeting)} will not take place. We told you of it before; you have nothing to do for it now.`,
      `The meeting: ${address}`,
    ],
  };
}

const isItRegistered = (meeting: MeetingNamed): readonly string[] => [
  `The record of the meeting of ${meetingNamed(meeting)} says that you declared an interest. Is it in the register, or does the monitoring officer know of it?`,
  'If so, say on your page which interest it is.',
];

const byTheCode = ({ days, citation }: ByACode, today: CivilDate): readonly string[] => [
  codeDaysInWords(days, today),
  cited(NO_OFFENCE, citation),
];
