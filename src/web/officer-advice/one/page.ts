import { civilDate, type CivilDate } from '../../../law/index.js';
import type { OpenedAdvice } from '../../../oversight/index.js';
import { answerViews, meetingNamed } from '../../my-advice/index.js';
import { instantInWords } from '../../page/index.js';
import { leftInWords } from '../list/page.js';
import { ITEM_WITHHELD, type KnownOfQuestion } from '../known.js';

/**
 * One question for an officer or an auditor.
 * @param opened its words; undefined for whoever may not read them
 */
export function oneView(
  { known, names, memberName, mayRead, isOwn }: KnownOfQuestion,
  opened: OpenedAdvice | undefined,
  { today, saved }: { readonly today: CivilDate; readonly saved: boolean },
): object {
  const { question, answers, sensitive } = known;
  const meeting = names.meetings.get(question.meetingId);
  return {
    title: `Question of ${memberName}`,
    backHref: answers.length === 0 ? '/officer/advice' : '/officer/advice?state=answered',
    rows: [
      { name: 'Item', value: sensitive && !mayRead ? ITEM_WITHHELD : question.itemTitle },
      { name: 'Meeting', value: meetingNamed(question.meetingId, names) },
      ...(meeting === undefined
        ? []
        : [{ name: 'Time left', value: leftInWords(civilDate(meeting.meetsOn), today) }]),
      { name: 'Asked', value: instantInWords(question.askedAt) },
      { name: 'Answered', value: answeredInWords(answers.map(({ answeredAt }) => answeredAt)) },
    ],
    ...{ memberHref: `/officer/members/${question.memberId}`, memberName, sensitive },
    asked: opened?.asked,
    answers: opened === undefined ? [] : answerViews(opened, names).reverse(),
    answerHref: mayRead && !isOwn ? `/officer/advice/${question.id}/answer` : undefined,
    isAnswered: answers.length > 0,
    banner: saved ? { text: 'Your answer is kept, and the member can read it.', success: true } : undefined,
  };
}

function answeredInWords(moments: readonly Date[]): string {
  const [first, ...corrections] = moments;
  if (first === undefined) return 'Not yet';
  const last = corrections.at(-1);
  return `${instantInWords(first)}${last === undefined ? '' : `, corrected ${instantInWords(last)}`}`;
}
