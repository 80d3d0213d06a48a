import { civilDate, type CivilDate } from '../../../law/index.js';
import type { GroundWords } from '../../../wording/index.js';
import { wordsOfDate, type FormState, type Words } from '../../form/index.js';
import { AskForm, ExecutiveForm, relievesIn } from '../ask-form.js';
import { itemInWords, type ItemAtMeeting } from '../naming.js';
import { groundText, periodText, reliefText, type Row } from '../words.js';

/** What a request is about: a matter at meetings, an item of one, or an executive decision. */
export type About =
  | { readonly kind: 'matter' }
  | { readonly kind: 'executive-decision' }
  | { readonly kind: 'item'; readonly at: ItemAtMeeting };

export interface RequestView {
  readonly title: string;
  readonly backHref: string;
  readonly isExecutive: boolean;
  readonly hasExecutive: boolean;
  /** The item that it is asked for. */
  readonly item: string | undefined;
  readonly grounds: readonly GroundWords[];
  readonly form: FormState;
}

export const addressOf = (about: About): string => {
  if (about.kind === 'item')
    return `/my/meetings/${about.at.meeting.id}/items/${about.at.item.id}/dispensation`;
  return about.kind === 'matter'
    ? '/my/dispensations/request'
    : '/my/dispensations/request/executive-decision';
};

/** What is filled in before the member says anything: the item, and the day of its meeting. */
export function firstWords(about: About): Words {
  if (about.kind !== 'item') return {};
  const day = civilDate(about.at.meeting.meetsOn);
  return { matter: about.at.item.title, ...wordsOfDate('from', day), ...wordsOfDate('to', day) };
}

export function requestView(
  about: About,
  grounds: readonly GroundWords[],
  form: FormState,
  hasExecutive: boolean,
): RequestView {
  const isExecutive = about.kind === 'executive-decision';
  return {
    title: isExecutive ? 'Ask the head of paid service for a dispensation' : 'Ask for a dispensation',
    backHref: about.kind === 'item' ? `/my/meetings/${about.at.meeting.id}` : '/my/dispensations',
    ...{ isExecutive, hasExecutive, grounds, form },
    item: about.kind === 'item' ? itemInWords(about.at) : undefined,
  };
}

/** Everything that is sent, before it is. */
export function checkView(
  about: About,
  asked: AskForm | ExecutiveForm,
  words: Words,
  today: CivilDate,
): object {
  const address = addressOf(about);
  return {
    title: 'Check what you ask',
    rows: checkRows(about, asked, today),
    ...{ words, action: address, backHref: address },
  };
}

function checkRows(about: About, asked: AskForm | ExecutiveForm, today: CivilDate): Row[] {
  const { matter, reason } = asked;
  if (asked instanceof ExecutiveForm)
    return [
      { name: 'Decision', value: matter },
      { name: 'Conflict and reason', value: reason },
    ];
  const { scope, ground, from, to } = asked;
  return [
    { name: 'Matter', value: matter },
    ...(about.kind === 'item' ? [{ name: 'Item', value: itemInWords(about.at) }] : []),
    { name: 'To allow', value: reliefText(relievesIn(scope)) },
    { name: 'Ground', value: ground === 'not-sure' ? 'You are not sure' : groundText(ground, today) },
    { name: 'Period', value: periodText(from, to) },
    { name: 'Reason', value: reason },
  ];
}
