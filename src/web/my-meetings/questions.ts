import { interestInWords, isForTheMemberAlone, type BriefedItem, type Touch } from '../../briefings/index.js';
import { isInterviewFact, type InterviewFact, type Relevance } from '../../disclosures/index.js';
import { questionFor } from '../../wording/index.js';
import type { FormResult } from '../form/index.js';

/** A question about one item and one interest, as radios. */
export interface QuestionView {
  readonly action: string;
  readonly interestId: string;
  readonly itemTitle: string;
  /** The fact that is asked for; undefined for the first question, whether the item is about it. */
  readonly fact: InterviewFact | undefined;
  readonly idPrefix: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly items: readonly { readonly value: string; readonly text: string }[];
  /** "No" may say why, for the officer to read. */
  readonly asksWhy: boolean;
  readonly said: string | undefined;
  readonly because: string | undefined;
  readonly error: { readonly text: string } | undefined;
}

/** A question that was answered, and where to answer it again. */
export interface AnsweredView {
  readonly question: string;
  readonly answer: string;
  readonly changeHref: string;
}

/** A question that was answered badly: which one, what is wrong, and the words that were sent. */
export interface BadAnswer {
  readonly id: string;
  readonly error: string;
  readonly because: string | undefined;
}

const ITEM_CHANGED =
  'The agenda was revised while this page was open, and this item has changed. Read it again, then answer';

/** What is wrong with an answer; one whose form is right came too late, after a revision. */
export function badAnswer(itemId: string, form: FormResult<object>): BadAnswer {
  const { interest, fact, because } = form.words;
  return {
    id: questionId(idOf({ itemId, interestId: String(interest) }), isInterviewFact(fact) ? fact : undefined),
    error: form.ok ? ITEM_CHANGED : (form.errors[0]?.text ?? ''),
    because: typeof because === 'string' ? because : undefined,
  };
}

/** The id, on the page, of an item and an interest that may touch it. */
export const idOf = ({ itemId, interestId }: { itemId: string; interestId: string }): string =>
  `about-${itemId}-${interestId}`;

/** The id of a question about them, where its error link leads. */
const questionId = (touchId: string, fact?: InterviewFact): string =>
  fact === undefined ? touchId : `${touchId}-${fact}`;

interface Asked {
  readonly meetingId: string;
  readonly item: BriefedItem['item'];
  readonly touch: Touch;
  readonly bad: BadAnswer | undefined;
}

/** Whether the item is about the interest; undefined where that is not asked. */
export function relevanceQuestion(asked: Asked): QuestionView | undefined {
  const { item, touch } = asked;
  if (touch.interest.sensitive !== 'no') return undefined;
  const affects = { value: 'affects-it', text: 'It is not about it, but it affects it' };
  return question(asked, undefined, {
    path: 'relevance',
    label: `Is this item about ${interestInWords(touch, 'own-page')}?`,
    hint: undefined,
    items: [
      { value: 'about-it', text: 'Yes' },
      ...(touch.tellsAffecting ? [affects] : []),
      { value: 'not-about-it', text: 'No' },
      { value: 'not-sure', text: 'I am not sure' },
    ],
    asksWhy: !isForTheMemberAlone(touch),
    said: touch.said,
    itemTitle: item.title,
  });
}

/** The law's next question; the one that the address asks to answer again goes first. */
export function interviewQuestion(asked: Asked, again: unknown): QuestionView | undefined {
  const { item, touch } = asked;
  if (touch.interest.sensitive !== 'no') return undefined;
  const touchId = idOf({ itemId: item.id, interestId: touch.interest.id });
  const answered = Object.keys(touch.interviewed).filter(isInterviewFact);
  const fact = answered.find((one) => again === questionId(touchId, one)) ?? touch.open.forMember;
  if (fact === null) return undefined;
  const { question: label, help } = questionFor(fact);
  return question(asked, fact, {
    path: 'interview',
    label,
    hint: help,
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
      { value: 'not-sure', text: 'I am not sure' },
    ],
    asksWhy: false,
    said: touch.interviewed[fact],
    itemTitle: item.title,
  });
}

type Words = Pick<QuestionView, 'label' | 'hint' | 'items' | 'asksWhy' | 'said' | 'itemTitle'> & {
  readonly path: string;
};

function question(asked: Asked, fact: InterviewFact | undefined, words: Words): QuestionView {
  const { meetingId, item, touch, bad } = asked;
  const { path, ...shown } = words;
  const idPrefix = questionId(idOf({ itemId: item.id, interestId: touch.interest.id }), fact);
  const isBad = bad?.id === idPrefix;
  return {
    ...{ ...shown, fact, idPrefix, interestId: touch.interest.id },
    action: `/my/meetings/${meetingId}/items/${item.id}/${path}`,
    because: isBad ? bad.because : undefined,
    error: isBad ? { text: bad.error } : undefined,
  };
}

const ANSWERS = { yes: 'Yes', no: 'No', 'not-sure': 'I am not sure' } as const;

/** What the member has answered to the law's questions, each with a link to answer it again. */
export function answeredViews({ meetingId, item, touch }: Asked): AnsweredView[] {
  const touchId = idOf({ itemId: item.id, interestId: touch.interest.id });
  return Object.entries(touch.interviewed).flatMap(([fact, answer]) =>
    isInterviewFact(fact)
      ? [
          {
            question: questionFor(fact).question,
            answer: ANSWERS[answer],
            changeHref: `/my/meetings/${meetingId}?ask=${questionId(touchId, fact)}#${questionId(touchId, fact)}`,
          },
        ]
      : [],
  );
}

export const SAVED: Readonly<Record<Relevance, string>> = {
  'about-it': 'is about it. What follows from that stands beside the item.',
  'affects-it': 'affects it. What follows from that stands beside the item.',
  'not-about-it': 'is not about it.',
  'not-sure': 'may be about it, and you are not sure. Ask the monitoring officer before the meeting.',
};
