import { civilDate, londonDateOf } from '../../law/index.js';
import type { Meeting } from '../../meetings/index.js';
import type { KnownAdvice, OpenedAdvice } from '../../oversight/index.js';
import { dateInWords, dayAndDateInWords } from '../../wording/index.js';
import { instantInWords } from '../page/index.js';

/** Names by id, for whatever a question and its answers name. */
export interface AdviceNames {
  readonly people: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<string, string>;
  readonly meetings: ReadonlyMap<string, Meeting>;
}

/** One answer; all but the last were put right by the one after. */
export interface AnswerView {
  readonly heading: string;
  readonly by: string;
  readonly text: string;
  readonly lawSays: readonly string[];
  readonly standing: boolean;
}

/** 'Planning Committee, Tuesday 24 October 2017'. */
export function meetingNamed(meetingId: string, { bodies, meetings }: AdviceNames): string {
  const meeting = meetings.get(meetingId);
  if (meeting === undefined) return '';
  return `${bodies.get(meeting.bodyId) ?? ''}, ${dayAndDateInWords(civilDate(meeting.meetsOn))}`;
}

export function answerViews({ answered }: OpenedAdvice, { people }: AdviceNames): AnswerView[] {
  return answered.map(({ text, lawSays, answer }, index) => ({
    heading: answer.edition === 1 ? 'Answer' : 'Correction of the answer',
    by: `${people.get(answer.answeredBy) ?? 'A former officer'}, ${instantInWords(answer.answeredAt)}`,
    ...{ text, lawSays },
    standing: index === answered.length - 1,
  }));
}

export function listView(all: readonly KnownAdvice[], names: AdviceNames): object {
  return {
    title: 'What you asked the monitoring officer',
    backHref: '/my',
    rows: [...all].reverse().map(({ question, answers }) => ({
      href: `/my/advice/${question.id}`,
      item: question.itemTitle,
      meeting: meetingNamed(question.meetingId, names),
      state: stateOf(answers.length),
    })),
  };
}

const stateOf = (answers: number): { text: string; colour: string } =>
  answers === 0
    ? { text: 'Waiting for an answer', colour: 'yellow' }
    : { text: answers === 1 ? 'Answered' : 'Answered and corrected', colour: 'green' };

/** A question of the member's own, with everything that was answered. */
export function oneView(opened: OpenedAdvice, names: AdviceNames, done: unknown): object {
  const { question, asked } = opened;
  return {
    title: question.itemTitle,
    backHref: '/my/advice',
    meeting: meetingNamed(question.meetingId, names),
    briefingHref: `/my/meetings/${question.meetingId}#item-${question.agendaItemId}`,
    asked,
    askedAt: instantInWords(question.askedAt),
    answers: answerViews(opened, names).reverse(),
    banner:
      done === 'asked'
        ? { text: 'Your question is sent. You are told by e-mail when there is an answer.', success: true }
        : undefined,
    saysSensitive: question.saysSensitive,
  };
}

/** What a briefing says of one question beside its item. */
export const askedInShort = ({ question, answers }: KnownAdvice): { text: string; href: string } => ({
  text:
    answers.length === 0
      ? `You asked the monitoring officer on ${dateInWords(londonDateOf(question.askedAt))}: no answer yet`
      : 'Read the monitoring officer’s answer to you',
  href: `/my/advice/${question.id}`,
});
