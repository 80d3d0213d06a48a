import { endsSoon, type OpenedDispensation, type OpenedInvitation } from '../../dispensations/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';
import { instantInWords } from '../page/index.js';
import {
  askedRows,
  decidedRows,
  lateText,
  periodText,
  tagOf,
  type NamesOf,
  type Row,
  type StateTag,
} from './words.js';

/** One of the member's own, in the list. */
interface OwnRow {
  readonly matter: string;
  readonly href: string;
  readonly tag: StateTag;
  readonly says: string;
}

export interface MyDispensationsView {
  readonly title: string;
  readonly backHref: string;
  readonly invitations: readonly { readonly matter: string; readonly href: string }[];
  readonly own: readonly OwnRow[];
  /** Something is said first where one ends soon. */
  readonly warnings: readonly string[];
}

/** What stands first: what the member may do something about. */
export function myDispensationsView(
  own: readonly OpenedDispensation[],
  invitations: readonly OpenedInvitation[],
  today: CivilDate,
): MyDispensationsView {
  const newest = [...own].reverse();
  return {
    title: 'My dispensations',
    backHref: '/my',
    invitations: invitations
      .filter(({ isAsked, asks }) => !isAsked && asks !== undefined)
      .map(({ invitation, words }) => ({
        matter: words.matter,
        href: `/my/dispensations/invitations/${invitation.id}`,
      })),
    own: newest.map((one) => ({
      matter: one.asked.matter,
      href: `/my/dispensations/${one.request.id}`,
      tag: tagOf(one, today),
      says: inShort(one),
    })),
    warnings: newest
      .filter((one) => endsSoon(one, today))
      .map(
        (one) =>
          `Your dispensation for “${one.asked.matter}” ends on ${lastDayOf(one)}. Ask again in good time if you still need it.`,
      ),
  };
}

const lastDayOf = ({ decision }: OpenedDispensation): string =>
  decision?.toOn ? dateInWords(civilDate(decision.toOn)) : '';

function inShort({ state, request, decision }: OpenedDispensation): string {
  if (state === 'granted' && request.kind === 'restriction')
    return `${periodText(decision?.fromOn ?? null, decision?.toOn ?? null)}.`;
  if (decision !== undefined) return `Decided on ${dateInWords(civilDate(decision.decidedOn))}.`;
  return `Asked for on ${dateInWords(civilDate(request.requestedOn))}.`;
}

export interface OneView {
  readonly title: string;
  readonly backHref: string;
  readonly tag: StateTag;
  readonly asked: readonly Row[];
  readonly decided: readonly Row[];
  /** That it was recorded when a meeting had begun. */
  readonly late: string | undefined;
  /** Where it is taken back; undefined once it is decided. */
  readonly withdrawAction: string | undefined;
  readonly next: string;
  readonly received: string;
}

export function oneView(
  one: OpenedDispensation,
  { names, begunBefore }: { readonly names: NamesOf; readonly begunBefore: readonly string[] },
  today: CivilDate,
): OneView {
  const { state, request } = one;
  return {
    title: request.kind === 'restriction' ? 'A dispensation' : 'A dispensation for an executive decision',
    backHref: '/my/dispensations',
    tag: tagOf(one, today),
    asked: askedRows(one, names),
    decided: decidedRows(one, names),
    late: lateText(begunBefore),
    withdrawAction: state === 'waiting' ? `/my/dispensations/${request.id}/withdraw` : undefined,
    next: NEXT[request.kind === 'restriction' || state !== 'granted' ? state : 'given'],
    received: instantInWords(request.receivedAt),
  };
}

const NEXT = {
  waiting:
    'Until it is granted, nothing is lifted: if you have a disclosable pecuniary interest in the matter, you may not speak or vote on it.',
  granted:
    'It lifts only what is said here, in these cases and in this period. You still declare your interest. The briefing for each meeting says whether it reaches an item.',
  refused: 'Nothing is lifted. You can ask again if something has changed.',
  withdrawn: 'Nothing is lifted. You can ask again at any time.',
  given:
    'The record of the decision notes it. It lets you neither speak or vote at a meeting, nor decide alone a matter in which you have a disclosable pecuniary interest.',
} as const;
