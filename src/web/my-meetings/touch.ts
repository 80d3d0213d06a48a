import {
  interestInWords,
  partOf,
  touchExplained,
  whyInWords,
  type BriefedItem,
  type Briefing,
  type Touch,
} from '../../briefings/index.js';
import { declarationAloud, itemAloud, lineInWords, questionFor } from '../../wording/index.js';
import type { DutyPanel } from '../my/duty-panel.js';
import { panelOf } from './panel.js';
import {
  answeredViews,
  idOf,
  interviewQuestion,
  relevanceQuestion,
  type AnsweredView,
  type BadAnswer,
  type QuestionView,
} from './questions.js';

/** One interest that may touch an item. */
export interface TouchView {
  /** Unique on the page; the beginning of the ids of its questions. */
  readonly id: string;
  readonly panel: DutyPanel;
  readonly why: string;
  /** The words on both sides that matched. */
  readonly evidence: readonly { readonly item: string; readonly interest: string }[];
  /** Warnings that bar nothing, each with its source. */
  readonly advice: readonly string[];
  /** The sentence to say at the meeting, where something must be declared and its words are known. */
  readonly aloud: { readonly label: string; readonly sentence: string } | undefined;
  readonly questions: readonly QuestionView[];
  readonly answered: readonly AnsweredView[];
  /** What somebody else has still to say, where it could change what the member must do. */
  readonly waitsFor: readonly string[];
  /** Said in place of the question: why nothing is asked about this interest. */
  readonly notAsked: string | undefined;
  /** Where to declare it, and where to ask for a dispensation. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

const IF_NOT_SURE = 'Ask the monitoring officer before the meeting.';

const NOT_ASKED =
  'We do not ask you whether this item is about it, because your answer would be stored beside the item. If you are not sure, ask the monitoring officer before the meeting.';

/** @param again what the address asks to answer again: the id of a question */
export function touchView(
  briefing: Briefing,
  item: BriefedItem['item'],
  touch: Touch,
  { bad, again }: { bad: BadAnswer | undefined; again: unknown },
): TouchView {
  const explained = touchExplained(touch, 'own-page');
  const asked = { meetingId: briefing.meeting.id, item, touch, bad };
  const relevance = relevanceQuestion(asked);
  const interview = interviewQuestion(asked, again);
  return {
    id: idOf({ itemId: item.id, interestId: touch.interest.id }),
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
    aloud: aloudOf(item, touch),
    questions: [relevance, interview].filter((one) => one !== undefined),
    answered: answeredViews(asked),
    waitsFor: touch.open.forOthers.map(waitsForInWords),
    notAsked: relevance === undefined ? NOT_ASKED : undefined,
    links: linksOf(briefing, item, touch),
  };
}

/** What to say follows from the answer as it stands; what is still open is not promised. */
function aloudOf(item: BriefedItem['item'], { interest, facts, result }: Touch): TouchView['aloud'] {
  const { disclose } = result.effective;
  const kind = facts.interest?.kind;
  if (disclose.kind === 'cannot-tell' || disclose.value === 'none' || kind === undefined) return undefined;
  // What stands on the member's own list is written for them; how they put it to a meeting is for them to say.
  if (interest.state === 'own-list') return undefined;
  const { part, open } = partOf(result.effective);
  const sentence = declarationAloud({
    ...{ kind, item: itemAloud(item), agreedSensitive: interest.sensitive === 'agreed' },
    nature: interest.sensitive === 'no' ? natureOf(interest) : undefined,
    intends: open ? null : INTENDS[part],
  });
  const isSupposed = result.supposing.includes('interestIsInTheMatter');
  return {
    label: isSupposed ? 'If it is about it, say this at the meeting' : 'Say this at the meeting',
    sentence,
  };
}

function natureOf({ heldBy, description }: Touch['interest']): string {
  return heldBy === 'partner' ? `my partner’s: ${description}` : description;
}

const INTENDS = {
  'takes-part': 'takes-part',
  'speaks-only': null,
  'speaks-then-out': null,
  'votes-only': null,
  'out-then-votes': null,
  'speaks-and-leaves': 'speaks-and-leaves',
  silent: 'stays-silent',
  leaves: 'leaves',
} as const;

/** Whoever can still say so: the officer knows dispensations, the clerk the business. */
function waitsForInWords(fact: Touch['open']['forOthers'][number]): string {
  const who = fact.startsWith('dispensations') ? 'monitoring officer' : 'clerk';
  return `${questionFor(fact).question} The ${who} has not said yet. It could change what you must do, so ask them before the meeting.`;
}

/** Nothing to declare or to ask for where the member has said that the item is not about it. */
function linksOf({ meeting }: Briefing, item: BriefedItem['item'], touch: Touch): TouchView['links'] {
  if (touch.said === 'not-about-it' || meeting.status === 'cancelled') return [];
  const at = `/my/meetings/${meeting.id}/items/${item.id}`;
  const declare = { text: 'Declare this interest', href: `${at}/disclose?interest=${touch.interest.id}` };
  const relief = touch.relief.map(({ restriction }) => RELIEF[restriction]);
  return [
    declare,
    ...(relief.length === 0
      ? []
      : [{ text: `Ask for a dispensation to ${relief.join(' and to ')}`, href: `${at}/dispensation` }]),
  ];
}

const RELIEF = { discussion: 'speak', vote: 'vote' } as const;

/** Each pair of words once; none where the sentence above them is the match's own and names the only pair. */
function wordsOnBothSides({ match, said, remembered }: Touch): TouchView['evidence'] {
  const pairs = match.evidence.map(({ item, interest }) => ({ item, interest }));
  const distinct = [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
  const isNamedAbove = (said === undefined || said === 'not-sure') && !remembered;
  return distinct.length === 1 && isNamedAbove ? [] : distinct;
}
