import { isOpen, type DutyState, type MemberDuty } from '../../duties/index.js';
import { daysBetween, type CivilDate, type Clock } from '../../law/index.js';
import { dayAndDateInWords, takingOfficeInWords, type TakingOfficeWords } from '../../wording/index.js';
import { instantInWords } from '../page/index.js';

/** What the macro dutyPanel shows (layout/components.njk). */
export interface DutyPanel {
  readonly heading: string;
  readonly headingLevel?: number;
  readonly state?: string;
  readonly intro?: string;
  /** What to press, before the reasons, so that it is found first on a phone. */
  readonly button?: Link;
  readonly layers: readonly PanelLayer[];
  readonly soDo: readonly string[];
  readonly ifNot: readonly string[];
  readonly links?: readonly Link[];
}

interface Link {
  readonly text: string;
  readonly href: string;
}

/** One layer's own answer. */
export interface PanelLayer {
  readonly label: string;
  readonly lines: readonly PanelLine[];
}

/** A sentence, and the sources that it rests on. */
interface PanelLine {
  readonly text: string;
  readonly citations: readonly { readonly text: string; readonly href: string | undefined }[];
}

/** A state to the member, in the words that have a colour. */
export const STATE_TAGS: Readonly<Record<DutyState, string>> = {
  'on-time': 'Time left',
  'due-soon': 'Due soon',
  overdue: 'Overdue',
  met: 'Met',
  'met-late': 'Met late',
  'nothing-to-register': 'Met',
  closed: 'Closed',
  'not-owed': 'Not owed',
};

/** Notifying on taking office: what is due, by when, why, and what to do next. */
export function takingOfficePanel(duty: MemberDuty, today: CivilDate, draftBegun: boolean): DutyPanel {
  const words = takingOfficeInWords(duty.answer, today);
  const open = isOpen(duty.state);
  return {
    heading: 'Notify your interests',
    state: STATE_TAGS[duty.state],
    ...introOf(duty, today),
    ...(open || draftBegun
      ? {
          button: { text: draftBegun ? 'Continue your notification' : 'Notify your interests', href: NOTIFY },
        }
      : {}),
    layers: [layerOf('By law', words.because)],
    soDo: [
      open
        ? words.headline
        : 'Nothing now. If something changes, tell the monitoring officer of it under “My interests and receipts”.',
    ],
    ifNot: open ? [IF_NOT_NOTIFIED] : [],
    links: [
      ...(open || draftBegun ? [] : [{ text: 'Tell of a new interest', href: '/my/interests/new' }]),
      { text: 'My interests and receipts', href: '/my/interests' },
    ],
  };
}

const NOTIFY = '/my/interests/notify';

/** While it is open, how long there is; afterwards, when the newest notification was received. */
function introOf({ state, answer, notifications }: MemberDuty, today: CivilDate): { intro?: string } {
  if (isOpen(state)) return answer.clock === null ? {} : { intro: lastDayInWords(answer.clock, today) };
  const newest = notifications.at(-1);
  return newest === undefined
    ? {}
    : { intro: `Your newest notification was received on ${instantInWords(newest.receivedAt)}.` };
}

/** Lines of the wording as one layer of a panel. */
export function layerOf(label: string, lines: TakingOfficeWords['because']): PanelLayer {
  return {
    label,
    lines: lines.map(({ text, citations }) => ({
      text,
      citations: citations.map((citation) => ({ text: citation.text, href: citation.url })),
    })),
  };
}

/** s.34(1) makes it an offence to fail without reasonable excuse; it reaches only who holds an interest. */
const IF_NOT_NOTIFIED =
  'If you hold such interests, not notifying them in time without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).';

/** 'Last day: Sunday 4 June 2017. 12 days left.' */
export function lastDayInWords({ lastDay, chaseBy }: Clock, today: CivilDate): string {
  const sentences = [`Last day: ${dayAndDateInWords(lastDay)}.`, daysLeftInWords(lastDay, today)];
  if (chaseBy < lastDay && today <= chaseBy) {
    sentences.push(
      `To be safe, notify by ${dayAndDateInWords(chaseBy)}: some would count the 28 days from an earlier day.`,
    );
  }
  return sentences.join(' ');
}

/** 'Today is the last day.', 'One day left after today.', 'It was 3 days ago.' */
export function daysLeftInWords(lastDay: CivilDate, today: CivilDate): string {
  const left = daysBetween(today, lastDay);
  if (left === 0) return 'That is today.';
  if (left === 1) return 'That is tomorrow.';
  if (left > 1) return `${left} days left.`;
  return left === -1 ? 'That was yesterday.' : `That was ${-left} days ago.`;
}
