import { suggests, type AskedItem } from '../../../dispensations/index.js';
import type { FormError, FormState, Words } from '../../form/index.js';
import { errorAt, type Row } from '../../my-dispensations/index.js';
import type { KnownOfOne } from '../known.js';
import type { MeetingInPeriod } from './meetings-in-period.js';

export type Said = AskedItem & { readonly covers: boolean };

export interface ReachView {
  readonly title: string;
  readonly backHref: string;
  readonly rows: readonly Row[];
  readonly questions: readonly {
    readonly field: string;
    readonly label: string;
    readonly hint: string;
    /** Nobody has said it yet, so it may stay so. */
    readonly isOpen: boolean;
  }[];
  readonly button: string;
  readonly form: FormState;
}

const fieldOf = (id: string): string => `item-${id}`;
/** The title that was read; an answer is about it. */
const titleField = (id: string): string => `title-${id}`;
/** What was said once is changed by saying the other: it cannot be unsaid. */
const answersFor = ({ covers }: MeetingInPeriod['items'][number]): readonly unknown[] =>
  covers === undefined ? ['yes', 'no', 'not-known'] : ['yes', 'no'];

export function firstWords({ items }: MeetingInPeriod): Words {
  return Object.fromEntries(
    items.map(({ id, covers }) => [fieldOf(id), covers === undefined ? 'not-known' : covers ? 'yes' : 'no']),
  );
}

export function reachView(
  { one, memberName }: KnownOfOne,
  meeting: MeetingInPeriod,
  form: FormState,
): object {
  const view: ReachView = {
    title: 'Which items does it reach?',
    backHref: `/officer/dispensations/${one.request.id}`,
    rows: [
      { name: 'Member', value: memberName },
      { name: 'In these cases', value: one.decision?.words.cases ?? '' },
      { name: 'Meeting', value: meeting.name },
    ],
    questions: meeting.items.map((item) => ({
      field: fieldOf(item.id),
      label: item.title,
      isOpen: item.covers === undefined,
      hint: {
        'asked-for-it': 'It was asked for this item.',
        'same-words': 'The words are the same.',
        none: '',
      }[suggests(one, item) ?? 'none'],
    })),
    button: 'Save',
    form,
  };
  return {
    ...view,
    titles: meeting.items.map(({ id, title }) => ({ field: titleField(id), title })),
  };
}

/** What is said anew of the items, or what is wrong with it. 'Not known' says nothing. */
export function saidIn(
  body: unknown,
  { items }: MeetingInPeriod,
): { readonly said: readonly Said[]; readonly errors: readonly FormError[]; readonly words: Words } {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const answers = items.map((item) => ({
    item,
    answer: sent[fieldOf(item.id)],
    title: sent[titleField(item.id)],
  }));
  const words = Object.fromEntries(
    answers.map(({ item, answer }) => [fieldOf(item.id), typeof answer === 'string' ? answer : '']),
  );
  const errors = answers
    .filter(({ item, answer }) => !answersFor(item).includes(answer))
    .map(({ item }) => errorAt(fieldOf(item.id), `Choose whether it reaches “${item.title}”`));
  const said = answers.flatMap(({ item, answer, title }) =>
    (answer === 'yes' || answer === 'no') && item.covers !== (answer === 'yes')
      ? [{ id: item.id, title: typeof title === 'string' ? title : '', covers: answer === 'yes' }]
      : [],
  );
  return { said, errors, words };
}
