import {
  interestInWords,
  itemInWords,
  NOTHING_TO_COMPARE,
  toldInWords,
  touchExplained,
  whyInWords,
  type BriefedItem,
  type Briefing,
  type Touch,
} from '../../briefings/index.js';
import type { Relevance } from '../../disclosures/index.js';
import { civilDate, type MeetingResult, type NotEncoded } from '../../law/index.js';
import {
  dateInWords,
  dayAndDateInWords,
  lineInWords,
  questionFor,
  reasonInWords,
} from '../../wording/index.js';
import type { FormResult } from '../form/index.js';
import type { DutyPanel } from '../my/duty-panel.js';
import { timeInWords } from '../page/index.js';
import type { Shown } from './my-briefings.js';
import { panelOf } from './panel.js';
import type { RelevanceForm } from './relevance-form.js';

/** One interest that may touch an item. */
interface TouchView {
  /** Unique on the page; the beginning of the ids of its question. */
  readonly id: string;
  readonly panel: DutyPanel;
  readonly why: string;
  /** The words on both sides that matched. */
  readonly evidence: readonly { readonly item: string; readonly interest: string }[];
  /** Warnings that bar nothing, each with its source. */
  readonly advice: readonly string[];
  readonly question: RelevanceQuestion | undefined;
  /** Said in place of the question: why nothing is asked about this interest. */
  readonly notAsked: string | undefined;
}

interface RelevanceQuestion {
  readonly action: string;
  readonly interestId: string;
  readonly itemTitle: string;
  readonly label: string;
  readonly said: Relevance | undefined;
  readonly error: { readonly text: string } | undefined;
}

interface ItemView {
  readonly id: string;
  readonly heading: string;
  readonly restricted: boolean;
  readonly touches: readonly TouchView[];
  /** On what somebody with a limited vote may vote. */
  readonly vote: string | undefined;
}

export interface BriefingView {
  readonly title: string;
  readonly backHref: string;
  /** That an answer was saved. */
  readonly banner: { readonly text: string; readonly success: true } | undefined;
  readonly form: { readonly errorList: readonly { text: string; href: string }[] };
  readonly when: string;
  readonly venue: string;
  readonly cancelled: boolean;
  readonly sitsOnBody: boolean;
  readonly participationBy: string | undefined;
  /** 'We compared the 5 interests that you have told us of with this agenda. 2 items may touch them.' */
  readonly found: string;
  readonly noCode: string | undefined;
  readonly items: readonly ItemView[];
  /** The items that may touch an interest. */
  readonly touched: readonly ItemView[];
  readonly general: readonly DutyPanel[];
}

/** A question that was answered badly: the item and the interest that it was about, and what is wrong. */
export interface BadAnswer {
  readonly itemId: string;
  readonly interestId: string;
  readonly error: string;
}

const ITEM_CHANGED =
  'The agenda was revised while this page was open, and this item has changed. Read it again, then answer';

/** What is wrong with an answer to a question; one whose form is right came too late, after a revision. */
export function badAnswer(itemId: string, form: FormResult<RelevanceForm>): BadAnswer {
  const error = form.ok ? ITEM_CHANGED : (form.errors[0]?.text ?? '');
  return { itemId, interestId: String(form.words.interest), error };
}

/** The id, on the page, of an item and an interest that may touch it. */
export const idOf = ({ itemId, interestId }: { itemId: string; interestId: string }): string =>
  `about-${itemId}-${interestId}`;

/**
 * A member's briefing as a page.
 * @param bad a question that was answered badly
 * @param answered what the address says was just answered, an id as `idOf` makes it
 */
export function briefingView(
  { briefing, general }: Shown,
  bad?: BadAnswer,
  answered?: unknown,
): BriefingView {
  const { meeting, bodyName } = briefing;
  const items = briefing.items.map((item) => itemView(briefing, item, bad));
  return {
    title: `${bodyName}: your briefing`,
    backHref: '/my',
    banner: bad === undefined ? savedBanner(briefing, answered) : undefined,
    form: { errorList: bad === undefined ? [] : [{ text: bad.error, href: `#${idOf(bad)}` }] },
    when: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    venue: meeting.venue,
    cancelled: meeting.status === 'cancelled',
    sitsOnBody: briefing.sitsOnBody,
    participationBy: participationInWords(meeting.participationBy),
    found: foundInWords(briefing),
    noCode: noCodeInWords(briefing),
    items,
    touched: items.filter(({ touches }) => touches.length > 0),
    general,
  };
}

const IF_NOT_SURE = 'Ask the monitoring officer before the meeting.';

const SAVED: Readonly<Record<Relevance, string>> = {
  'about-it': 'is about it. What follows from that stands beside the item.',
  'not-about-it': 'is not about it.',
  'not-sure': `may be about it, and you are not sure. ${IF_NOT_SURE}`,
};

/** Only for an answer that is there: an address that was made up says nothing. */
function savedBanner(briefing: Briefing, answered: unknown): BriefingView['banner'] {
  for (const { item, touches } of briefing.items) {
    for (const { interest, said } of touches) {
      if (said === undefined || idOf({ itemId: item.id, interestId: interest.id }) !== answered) continue;
      return { text: `Your answer is saved: “${item.title}” ${SAVED[said]}`, success: true };
    }
  }
  return undefined;
}

function participationInWords(by: string | null): string | undefined {
  if (by === null) return undefined;
  const [day = '', time = ''] = by.split('T');
  return `${dateInWords(civilDate(day))}, ${timeInWords(time)}`;
}

const WE_COMPARE = 'We compare names, addresses and postcodes only, so read the agenda yourself too.';

function foundInWords(briefing: Briefing): string {
  if (briefing.interestsCompared === 0) return `${NOTHING_TO_COMPARE} Read the agenda yourself.`;
  const touched = briefing.items.filter(({ touches }) => touches.length > 0).length;
  const result =
    touched === 0
      ? 'Nothing was found'
      : `${touched} ${touched === 1 ? 'item' : 'items'} may touch what you have told us of`;
  return `We compared ${toldInWords(briefing)} with this agenda. ${result}. ${WE_COMPARE}`;
}

/** The page must never let silence about a code pass for its consent. */
function noCodeInWords({ code, meeting, items }: Briefing): string | undefined {
  const day = dateInWords(civilDate(meeting.meetsOn));
  const byCode = items[0]?.withoutInterest.byCode;
  if (code === undefined && byCode === null) {
    return `No code of conduct of your council is recorded here. What follows is the law alone, and the code may ask for more. Ask the monitoring officer.`;
  }
  if (byCode !== undefined && byCode !== null && 'kind' in byCode) {
    return `We do not hold the code of conduct that applied at your council on ${day}. What follows is the law alone, and the code may ask for more. Ask the monitoring officer.`;
  }
  return undefined;
}

function itemView(briefing: Briefing, briefed: BriefedItem, bad: BadAnswer | undefined): ItemView {
  const { item, touches, withoutInterest } = briefed;
  return {
    id: `item-${item.id}`,
    heading: itemInWords(briefed),
    restricted: item.restricted,
    touches: touches.map((touch) => touchView(briefing, item, touch, bad)),
    vote: voteInWords(withoutInterest),
  };
}

function touchView(
  briefing: Briefing,
  item: BriefedItem['item'],
  touch: Touch,
  bad: BadAnswer | undefined,
): TouchView {
  const id = idOf({ itemId: item.id, interestId: touch.interest.id });
  const explained = touchExplained(touch, 'own-page');
  const error = bad !== undefined && idOf(bad) === id ? { text: bad.error } : undefined;
  const notAsked = whyNotAsked(touch);
  return {
    id,
    panel: panelOf(
      explained,
      explained.condition?.replace(/:$/, '') ?? `About ${interestInWords(touch, 'own-page')}`,
    ),
    why: whyInWords(touch, 'own-page'),
    evidence: wordsOnBothSides(touch),
    advice: [
      ...(touch.said === 'not-sure' ? [`You told us that you are not sure. ${IF_NOT_SURE}`] : []),
      ...explained.advice.map(lineInWords),
    ],
    question:
      notAsked === undefined
        ? {
            action: `/my/meetings/${briefing.meeting.id}/items/${item.id}/relevance`,
            interestId: touch.interest.id,
            itemTitle: item.title,
            label: `Is this item about ${interestInWords(touch, 'own-page')}?`,
            said: touch.said,
            error,
          }
        : undefined,
    notAsked,
  };
}

/** Why nothing is asked about an interest; undefined where its member may say whether the item is about it. */
function whyNotAsked({ interest }: Touch): string | undefined {
  if (interest.sensitive !== 'no') {
    return 'We do not ask you whether this item is about it, because your answer would be stored beside the item. If you are not sure, ask the monitoring officer before the meeting.';
  }
  return interest.state === 'pending'
    ? 'Is this item about it? You can answer this once the monitoring officer has entered it.'
    : undefined;
}

/** Each pair of words once; none where the sentence above them is the match's own and names the only pair. */
function wordsOnBothSides({ match, said }: Touch): TouchView['evidence'] {
  const pairs = match.evidence.map(({ item, interest }) => ({ item, interest }));
  const distinct = [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
  const isNamedAbove = said !== 'about-it' && said !== 'not-about-it';
  return distinct.length === 1 && isNamedAbove ? [] : distinct;
}

/** The vote of somebody who may vote on some matters only, such as a parent governor; undefined for everybody else. */
function voteInWords({ overlays }: MeetingResult): string | undefined {
  const sentences = overlays.map(({ vote }) => {
    if (vote.kind === 'cannot-tell') {
      return `Whether you may vote depends on this: ${questionFor(vote.question).question} It is not confirmed yet. Ask the clerk before the meeting.`;
    }
    return vote.reasons.map((reason) => `${reasonInWords(reason)} (${reason.citation.text})`).join(' ');
  });
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** The page of a day whose law is not held here. */
export function notEncodedView({ on }: NotEncoded): { title: string; backHref: string; day: string } {
  return { title: 'We cannot brief you for this meeting', backHref: '/my', day: dateInWords(on) };
}
