import { civilDate } from '../../../law/index.js';
import type { AgendaItem, MeetingObserved } from '../../../meetings/index.js';
import { dayAndDateInWords, timeInWords } from '../../../wording/index.js';
import type { KnownMeeting } from '../known.js';

/** 'Planning Committee, Thursday 9 November 2023, 6:30pm'; and that it was cancelled. */
export const meetingInWords = ({ meeting, bodyName }: Pick<KnownMeeting, 'meeting' | 'bodyName'>): string =>
  `${bodyName}, ${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}${meeting.status === 'cancelled' ? ' (cancelled)' : ''}`;

/** '5. Update on …', or the title alone where the agenda gives no number. */
export const itemInWords = ({ number, title }: Pick<AgendaItem, 'number' | 'title'>): string =>
  number === null ? title : `${number}. ${title}`;

type VoteResult = MeetingObserved['votes'][number]['result'];

/** '9 for, 1 against, 1 abstained', where they were named too. */
export function countsInWords(result: VoteResult): string {
  const count = (way: 'for' | 'against' | 'abstained'): number =>
    'counts' in result ? result.counts[way] : result.named.filter(({ vote }) => vote === way).length;
  return `${count('for')} for, ${count('against')} against, ${count('abstained')} abstained`;
}
