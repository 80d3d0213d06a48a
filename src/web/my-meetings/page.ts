import {
  itemInWords,
  NOTHING_TO_COMPARE,
  toldInWords,
  type BriefedItem,
  type Briefing,
} from '../../briefings/index.js';
import { civilDate, england, type MeetingResult, type NotEncoded } from '../../law/index.js';
import { dateInWords, dayAndDateInWords, questionFor, reasonInWords } from '../../wording/index.js';
import type { DutyPanel } from '../my/duty-panel.js';
import { askedInShort } from '../my-advice/index.js';
import { timeInWords } from '../page/index.js';
import type { Shown } from './my-briefings.js';
import { idOf, SAVED, type BadAnswer } from './questions.js';
import { touchView, type TouchView } from './touch.js';

interface ItemView {
  readonly id: string;
  readonly heading: string;
  readonly restricted: boolean;
  readonly touches: readonly TouchView[];
  /** Said of a report that is too long to be compared whole. */
  readonly comparedInPart: boolean;
  /** On what somebody with a limited vote may vote. */
  readonly vote: string | undefined;
  /** Where to declare an interest that nobody has told us of. */
  readonly declareHref: string | undefined;
  /** Where to ask the monitoring officer about it; undefined where it is too late. */
  readonly askHref: string | undefined;
  /** What the member asked about it, each with where it is read. */
  readonly advice: readonly { readonly text: string; readonly href: string }[];
  /** Where to declare that council tax is owed, of an item that the agenda or the clerk says calculates it. */
  readonly arrearsHref: string | undefined;
}

/** What the council asks of a member under a party whip, and the items that one may be declared on. */
interface WhipView {
  readonly lines: readonly string[];
  readonly items: readonly { readonly text: string; readonly href: string }[];
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
  /** The items that may touch an interest. */
  readonly touched: readonly ItemView[];
  readonly rest: readonly ItemView[];
  /** What the council asks of a member under a party whip; undefined where the body is not a scrutiny body. */
  readonly whip: WhipView | undefined;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly general: readonly DutyPanel[];
}

/** What the address says beside the meeting: ids as `idOf` makes them; anything else says nothing. */
export interface AddressSays {
  /** What was just answered. */
  readonly answered?: unknown;
  /** Which of the law's questions to answer again. */
  readonly ask?: unknown;
}

/**
 * A member's briefing as a page.
 * @param bad a question that was answered badly
 */
export function briefingView(
  { briefing, general, advice, mayAsk }: Shown,
  { bad, says = {} }: { bad?: BadAnswer; says?: AddressSays } = {},
): BriefingView {
  const { meeting, bodyName } = briefing;
  const items = briefing.items.map((item) =>
    itemView(briefing, item, { bad, again: says.ask, advice, mayAsk }),
  );
  return {
    title: `${bodyName}: your briefing`,
    backHref: '/my',
    banner: bad === undefined ? savedBanner(briefing, says.answered) : undefined,
    form: { errorList: bad === undefined ? [] : [{ text: bad.error, href: `#${bad.id}` }] },
    when: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    venue: meeting.venue,
    cancelled: meeting.status === 'cancelled',
    sitsOnBody: briefing.sitsOnBody,
    participationBy: participationInWords(meeting.participationBy),
    found: foundInWords(briefing),
    noCode: noCodeInWords(briefing),
    touched: items.filter(({ touches }) => touches.length > 0),
    rest: items.filter(({ touches }) => touches.length === 0),
    whip: whipInWords(briefing),
    links: linksOf(meeting),
    general,
  };
}

/** What else a member may want of a meeting. */
function linksOf({ id, status }: Briefing['meeting']): BriefingView['links'] {
  const at = `/my/meetings/${id}`;
  const calendar = [
    { text: 'Put this meeting into your calendar', href: `${at}/calendar.ics` },
    { text: 'Show all your meetings and last days in your calendar', href: '/my/calendar' },
  ];
  return status === 'cancelled'
    ? calendar
    : [
        ...calendar,
        { text: 'Say whether you will attend', href: `${at}/attending` },
        { text: 'What you have declared', href: `${at}/declared` },
        { text: 'Say that you have nothing to declare', href: `${at}/nothing` },
        {
          text: 'Family, close associates and bodies that you keep on a list of your own',
          href: '/my/associations',
        },
      ];
}

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

const WE_COMPARE =
  'We compare names, places and the words for what things are about, and can miss something, so read the agenda yourself too.';

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

function itemView(
  briefing: Briefing,
  briefed: BriefedItem,
  asked: { bad: BadAnswer | undefined; again: unknown } & Pick<Shown, 'advice' | 'mayAsk'>,
): ItemView {
  const { item, touches, withoutInterest } = briefed;
  return {
    id: `item-${item.id}`,
    heading: itemInWords(briefed),
    restricted: item.restricted,
    touches: touches.map((touch) => touchView(briefing, item, touch, asked)),
    comparedInPart: briefed.comparedInPart,
    vote: voteInWords(withoutInterest),
    declareHref:
      briefing.meeting.status === 'cancelled'
        ? undefined
        : `/my/meetings/${briefing.meeting.id}/items/${item.id}/disclose`,
    askHref: asked.mayAsk ? `/my/meetings/${briefing.meeting.id}/items/${item.id}/ask` : undefined,
    advice: asked.advice
      .filter(({ question }) => question.agendaItemId === item.id)
      .map((one) => askedInShort(one)),
    arrearsHref:
      briefing.meeting.status !== 'cancelled' && item.facts.councilTaxCalculation.value === 'yes'
        ? `/my/meetings/${briefing.meeting.id}/items/${item.id}/council-tax`
        : undefined,
  };
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

/** A whip is no interest: it is declared, it is minuted, and it leaves the vote. Asked at scrutiny bodies alone. */
function whipInWords({ bodyKind, meeting, items, code }: Briefing): WhipView | undefined {
  if (bodyKind !== 'overview-and-scrutiny' || meeting.status === 'cancelled') return undefined;
  const facts = { overviewAndScrutiny: true, underPartyWhip: true, code: code ?? null };
  const { mustDeclareWhip, mayVote } = england.partyWhip.decide(facts, civilDate(meeting.meetsOn));
  const reasons = [mustDeclareWhip, mayVote].flatMap((finding) =>
    finding.kind === 'cannot-tell' ? [] : finding.reasons,
  );
  const lines = reasons.map((one) => `${reasonInWords(one)} (${one.citation.text})`);
  return {
    lines: [...new Set(lines)],
    items: items.map((briefed) => ({
      text: itemInWords(briefed),
      href: `/my/meetings/${meeting.id}/items/${briefed.item.id}/whip`,
    })),
  };
}

/** The page of a day whose law is not held here. */
export function notEncodedView({ on }: NotEncoded): { title: string; backHref: string; day: string } {
  return { title: 'We cannot brief you for this meeting', backHref: '/my', day: dateInWords(on) };
}
