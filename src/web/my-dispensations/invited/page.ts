import type { OpenedInvitation } from '../../../dispensations/index.js';
import type { CivilDate } from '../../../law/index.js';
import { groundText, periodText, reliefText, type NamesOf, type Row } from '../words.js';

export interface InvitedView {
  readonly title: string;
  readonly backHref: string;
  readonly rows: readonly Row[];
  /** Why there is nothing to press any more; undefined while there is. */
  readonly over: string | undefined;
  readonly button: string;
  readonly form: { readonly errorList: readonly [] };
}

export function invitedView(
  { invitation, words, isAsked, asks }: OpenedInvitation,
  names: NamesOf,
  today: CivilDate,
): InvitedView {
  const { relieves, ground, agendaItemId, fromOn, toOn } = invitation;
  const item = agendaItemId === null ? undefined : names.item(agendaItemId);
  return {
    title: 'You are invited to ask for a dispensation',
    backHref: '/my/dispensations',
    rows: [
      { name: 'Matter', value: words.matter },
      ...(item === undefined ? [] : [{ name: 'Item', value: item }]),
      { name: 'To allow', value: reliefText(relieves) },
      { name: 'Ground', value: groundText(ground, today) },
      { name: 'Period', value: periodText(asks?.from ?? fromOn, toOn) },
      { name: 'Reason', value: words.reason },
    ],
    over: isAsked ? 'You have asked for it.' : asks === undefined ? 'Its period is over.' : undefined,
    button: 'Ask for it in my own name',
    form: { errorList: [] },
  };
}
