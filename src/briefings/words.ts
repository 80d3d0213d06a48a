import { civilDate } from '../law/index.js';
import {
  categoryInWords,
  dayAndDateInWords,
  explainMeeting,
  explanationAsText,
  lineInWords,
  timeInWords,
  type Explanation,
} from '../wording/index.js';
import type { BriefedItem, Briefing, Touch } from './briefing.js';

/**
 * Who will read the words. `own-page`: the member, signed in. `elsewhere`: a message or what is stored; there an
 * interest that is sensitive, or claimed to be, is named by its kind alone, and never beside the title of an item.
 */
export type Readers = 'own-page' | 'elsewhere';

/** The interest as the end of 'If this item is about …'. */
export function interestInWords({ interest }: Touch, readers: Readers): string {
  if (interest.category === null) {
    return readers === 'own-page' ? interest.description : 'somebody or something on the list that you keep';
  }
  const whose = interest.heldBy === 'self' ? 'your' : 'your spouse’s or partner’s';
  const category = categoryInWords(interest.category).name.toLowerCase();
  if (readers === 'elsewhere' && interest.sensitive !== 'no') {
    return `${whose} interest under “${category}” whose details are withheld`;
  }
  return `${whose} interest under “${category}” (${interest.description})`;
}

/** Why the item is shown beside the interest, in a sentence. */
export function whyInWords(touch: Touch, readers: Readers): string {
  const interest = interestInWords(touch, readers);
  if (touch.said === 'about-it') return `You told us that this item is about ${interest}.`;
  if (touch.said === 'affects-it') {
    return `You told us that this item is not about ${interest}, and affects it.`;
  }
  if (touch.said === 'not-about-it') return `You told us that this item is not about ${interest}.`;
  if (readers === 'elsewhere' && touch.interest.sensitive !== 'no')
    return 'Words in the agenda may refer to it.';
  return touch.remembered
    ? `You told us before that an item of this name is about ${interest}.`
    : touch.match.why;
}

/** What the law makes of it, in the three lines and what follows if it is not done. */
export function touchExplained(touch: Touch, readers: Readers): Explanation {
  const explained = explainMeeting(touch.result, interestInWords(touch, readers));
  return touch.interest.sensitive === 'claimed'
    ? { ...explained, advice: [...explained.advice, KEPT_BACK] }
    : explained;
}

/** The law's answer takes the interest as not agreed to be sensitive, and nobody should publish it meanwhile. */
const KEPT_BACK: Explanation['advice'][number] = {
  text: 'The details of this interest are being kept back until the monitoring officer decides. Ask them before the meeting what to say.',
  citations: [
    { text: 'Localism Act 2011 s.32', url: 'https://www.legislation.gov.uk/ukpga/2011/20/section/32' },
  ],
};

/** Said instead of "nothing matches" to somebody whose interests nobody knows. */
export const NOTHING_TO_COMPARE =
  'You have not told us of any interest yet, so there was nothing to compare.';

/** 'the 2 interests that you have told us of': entered in the register, or waiting to be. */
export function toldInWords({ interestsCompared }: Briefing): string {
  return `the ${interestsCompared === 1 ? 'interest' : `${interestsCompared} interests`} that you have told us of`;
}

/** '5. Update on …', or the title alone where the agenda gives no number. */
export function itemInWords({ item }: BriefedItem): string {
  return item.number === null ? item.title : `${item.number}. ${item.title}`;
}

/** 'Children and Families Panel, Tuesday 24 October 2017, 10am'. */
export function meetingInWords({ meeting, bodyName }: Briefing): string {
  return `${bodyName}, ${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`;
}

/** The whole briefing as lines of text: what a message says, and what is kept as evidence of what was shown. */
export function briefingAsText(briefing: Briefing, readers: Readers): string[] {
  const lines = [meetingInWords(briefing), briefing.meeting.venue, ''];
  const touches = briefing.items.flatMap((briefed) => briefed.touches);
  const told = touches.filter((touch) => mayStandBesideAnItem(touch, readers));
  if (touches.length === 0) lines.push(...nothingFound(briefing));
  for (const briefed of briefing.items) {
    const shown = briefed.touches.filter((touch) => told.includes(touch));
    if (shown.length > 0) lines.push(`Item ${itemInWords(briefed)}`);
    for (const touch of shown) {
      lines.push(whyInWords(touch, readers), ...explanationAsText(touchExplained(touch, readers)), '');
    }
  }
  return [...lines, ...withheld(touches, told)];
}

/** An item's title beside a sensitive interest would tell what it is; the list that a member keeps is for them alone. */
export const isForTheMemberAlone = ({ interest }: Pick<Touch, 'interest'>): boolean =>
  interest.sensitive !== 'no' || interest.state === 'own-list';

const mayStandBesideAnItem = (touch: Touch, readers: Readers): boolean =>
  readers === 'own-page' || !isForTheMemberAlone(touch);

function nothingFound(briefing: Briefing): string[] {
  return [
    briefing.interestsCompared === 0
      ? NOTHING_TO_COMPARE
      : `We compared ${toldInWords(briefing)} with the agenda and found nothing that matches.`,
    'That does not mean that you have no interest: read the agenda, and think of interests that you have not told us of.',
  ];
}

const whatIsHidden = (hidden: readonly Touch[]): string =>
  hidden.every(({ interest }) => interest.state === 'own-list')
    ? 'somebody or something on the list that you keep'
    : 'an interest whose details are withheld';

/** That there is more to read where only the member can read it. */
function withheld(touches: readonly Touch[], told: readonly Touch[]): string[] {
  const hidden = touches.filter((touch) => !told.includes(touch));
  if (hidden.length === 0) return [];
  const something = told.length === 0 ? 'Something' : 'Something else';
  return [
    `${something} on this agenda may touch ${whatIsHidden(hidden)}. Open your briefing.`,
    ...(hidden.some(({ interest }) => interest.sensitive === 'claimed') ? [lineInWords(KEPT_BACK)] : []),
  ];
}
