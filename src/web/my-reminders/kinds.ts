import type { ReminderPractice, WishKind } from '../../reminders/index.js';
import { listInWords } from '../../wording/index.js';
import { timeInWords } from '../page/index.js';

/** A kind of reminder that a member may turn off, in their words. */
const KINDS: Readonly<Record<WishKind, string>> = {
  'agenda-published': 'When the agenda of a meeting is ready',
  'days-before': 'Some days before a meeting',
  'evening-before': 'The evening before a meeting',
  'morning-of': 'The morning of a meeting',
  confirmation: 'When it is time to confirm that your register entry is right',
  'dispensation-ends': 'Before a dispensation of yours ends',
};

export function kindInWords(kind: WishKind): string {
  return KINDS[kind];
}

/** What it tells and when it comes, by what the council has set. */
export function kindExplained(kind: WishKind, practice: ReminderPractice): string {
  switch (kind) {
    case 'agenda-published':
      return 'Your briefing: which items may touch your interests';
    case 'days-before':
      return `Your briefing, ${daysInWords(practice.daysBeforeMeeting)} before the meeting at ${timeInWords(practice.daysBeforeAt)}`;
    case 'evening-before':
      return `Your briefing, at ${timeInWords(practice.eveningAt)} on the day before the meeting`;
    case 'morning-of':
      return `Your briefing, at ${timeInWords(practice.morningAt)} on the day of the meeting`;
    case 'confirmation':
      return 'No Act asks for this. The council asks its members to look through their entry from time to time';
    case 'dispensation-ends':
      return `${beforeEndInWords(practice.daysBeforeEnd)} before its last day, so that you can ask for another in time`;
  }
}

const daysInWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** '60, 28 and 7 days'. */
function beforeEndInWords(days: readonly number[]): string {
  const numbers = [...days].sort((a, b) => b - a).map(String);
  return `${listInWords(numbers, 'and')} ${numbers.join() === '1' ? 'day' : 'days'}`;
}
