import { isUUID } from 'class-validator';
import { civilDate, daysBetween, londonDateOf, type CivilDate } from '../../../law/index.js';
import type { AdviceFilter, KnownAdvice } from '../../../oversight/index.js';
import { dateInWords } from '../../../wording/index.js';
import { meetingNamed, type AdviceNames } from '../../my-advice/index.js';
import { pagesOf, shownInWords, type InPages } from '../../page/index.js';
import { ITEM_WITHHELD } from '../known.js';

/** How many questions one page shows. */
export const SIZE = 25;

/** What an address asks for: questions that wait, or those that were answered, of whom and on what. */
export interface AskedFor extends AdviceFilter {
  readonly answered: boolean;
}

/** Anything that an address cannot mean is no filter. */
export function readFilter(query: Readonly<Record<string, unknown>>): AskedFor {
  const id = (asked: unknown): string | undefined => (isUUID(asked) ? String(asked) : undefined);
  const { item } = query;
  const words = typeof item === 'string' ? item.trim().slice(0, 200) : '';
  return {
    ...{ memberId: id(query.member), meetingId: id(query.meeting), answered: query.state === 'answered' },
    item: words === '' || words.includes('\0') ? undefined : words,
  };
}

interface QuestionRow {
  readonly name: string;
  readonly href: string;
  readonly item: string;
  readonly meeting: string;
  readonly left: string;
  readonly asked: string;
  readonly state: { readonly text: string; readonly colour: string };
}

/** A question of the list, and whether this person may read for which item it is. */
export interface ListedQuestion {
  readonly known: KnownAdvice;
  readonly mayRead: boolean;
}

interface Listed {
  readonly all: readonly ListedQuestion[];
  readonly names: AdviceNames;
  readonly members: ReadonlyMap<string, string>;
  /** The meetings about which anything was asked. */
  readonly meetings: readonly { readonly id: string; readonly name: string }[];
}

export function listView(
  { all, names, members, meetings }: Listed,
  asked: AskedFor,
  page: number,
  today: CivilDate,
): object {
  const inPages: InPages = { page, size: SIZE, count: all.length };
  const shown = all.slice((page - 1) * SIZE, page * SIZE);
  return {
    title: asked.answered ? 'Advice that was given' : 'Questions from members',
    backHref: '/officer',
    ...{
      answered: asked.answered,
      filter: asked,
      rows: shown.map((one) => rowOf(one, names, members, today)),
    },
    shown: shownInWords(
      `${all.length} ${all.length === 1 ? 'question' : 'questions'}`,
      inPages,
      shown.length,
    ),
    pages: pagesOf(inPages, (to) => hrefOf(asked, to)),
    states: [
      { value: 'waiting', text: 'Waiting for an answer' },
      { value: 'answered', text: 'Answered' },
    ],
    members: [{ value: '', text: 'Everybody' }, ...[...members].map(([value, text]) => ({ value, text }))],
    meetings: [
      { value: '', text: 'Every meeting' },
      ...meetings.map(({ id, name }) => ({ value: id, text: name })),
    ],
  };
}

function rowOf(
  { known: { question, answers, sensitive }, mayRead }: ListedQuestion,
  names: AdviceNames,
  members: ReadonlyMap<string, string>,
  today: CivilDate,
): QuestionRow {
  const meeting = names.meetings.get(question.meetingId);
  return {
    name: members.get(question.memberId) ?? '',
    href: `/officer/advice/${question.id}`,
    item: sensitive && !mayRead ? ITEM_WITHHELD : question.itemTitle,
    meeting: meetingNamed(question.meetingId, names),
    left: meeting === undefined ? '' : leftInWords(civilDate(meeting.meetsOn), today),
    asked: dateInWords(londonDateOf(question.askedAt)),
    state:
      answers.length === 0
        ? { text: 'Waiting', colour: 'yellow' }
        : { text: answers.length === 1 ? 'Answered' : 'Answered and corrected', colour: 'green' },
  };
}

/** How long there is until the meeting. */
export function leftInWords(meetsOn: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, meetsOn);
  if (days < 0) return 'The meeting is over';
  if (days === 0) return 'The meeting is today';
  return days === 1 ? 'The meeting is tomorrow' : `${days} days until the meeting`;
}

function hrefOf({ memberId, meetingId, item, answered }: AskedFor, page: number): string {
  const query = new URLSearchParams({
    ...(answered && { state: 'answered' }),
    ...(memberId !== undefined && { member: memberId }),
    ...(meetingId !== undefined && { meeting: meetingId }),
    ...(item !== undefined && { item }),
    page: `${page}`,
  });
  return `/officer/advice?${query.toString()}`;
}
