import { civilDate } from '../law/index.js';
import {
  categoryInWords,
  dayAndDateInWords,
  explainMeeting,
  explanationAsText,
  type Explanation,
} from '../wording/index.js';
import type { BriefedItem, Briefing, Touch } from './briefing.js';

/**
 * Who will read the words. `own-page`: the member, signed in. `elsewhere`: a message or what is stored; there an
 * interest that is sensitive, or claimed to be, is named by its kind alone.
 */
export type Readers = 'own-page' | 'elsewhere';

/** The interest as the end of 'If this item is about …'. */
export function interestInWords({ interest }: Touch, readers: Readers): string {
  const whose = interest.heldBy === 'self' ? 'your' : 'your spouse’s or partner’s';
  const category = categoryInWords(interest.category).name.toLowerCase();
  if (readers === 'elsewhere' && interest.sensitive !== 'no') {
    return `${whose} interest under “${category}” whose details are withheld`;
  }
  return `${whose} interest under “${category}” (${interest.description})`;
}

/** Why the item is shown beside the interest, in a sentence. */
export function whyInWords(touch: Touch, readers: Readers): string {
  if (touch.said === 'about-it') return 'You told us that this item is about it.';
  if (touch.said === 'not-about-it') return 'You told us that this item is not about it.';
  return readers === 'elsewhere' && touch.interest.sensitive !== 'no'
    ? 'Words in the agenda may refer to it.'
    : touch.match.why;
}

/** What the law makes of it, in the three lines and what follows if it is not done. */
export function touchExplained(touch: Touch, readers: Readers): Explanation {
  return explainMeeting(touch.result, interestInWords(touch, readers));
}

/** '5. Update on …', or the title alone where the agenda gives no number. */
export function itemInWords({ item }: BriefedItem): string {
  return item.number === null ? item.title : `${item.number}. ${item.title}`;
}

/** 'Children and Families Panel, Tuesday 24 October 2017, 10:00'. */
export function meetingInWords({ meeting, bodyName }: Briefing): string {
  return `${bodyName}, ${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${meeting.startsAt}`;
}

/** The whole briefing as lines of text: what a message says, and what is kept as evidence of what was shown. */
export function briefingAsText(briefing: Briefing, readers: Readers): string[] {
  const touched = briefing.items.filter(({ touches }) => touches.length > 0);
  const lines = [meetingInWords(briefing), briefing.meeting.venue, ''];
  if (touched.length === 0) {
    lines.push(
      `We compared ${briefing.interestsCompared} of your registered interests with the agenda and found nothing that matches.`,
      'That does not mean that you have no interest: read the agenda, and think of interests that are not registered.',
    );
  }
  for (const briefed of touched) {
    lines.push(`Item ${itemInWords(briefed)}`);
    for (const touch of briefed.touches) {
      lines.push(whyInWords(touch, readers), ...explanationAsText(touchExplained(touch, readers)), '');
    }
  }
  return lines;
}
