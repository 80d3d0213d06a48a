import { randomUUID } from 'node:crypto';
import type { AgendaItem, Meeting } from '../../../meetings/index.js';
import type { OpenedDisclosure } from '../../../disclosures/index.js';
import { civilDate } from '../../../law/index.js';
import {
  arrearsAloud,
  dayAndDateInWords,
  declarationAloud,
  itemAloud,
  NOTHING_ALOUD,
  whipAloud,
} from '../../../wording/index.js';
import { instantInWords, timeInWords } from '../../page/index.js';
import { captionOf } from '../declare/page.js';

interface DeclaredRow {
  readonly id: string;
  readonly heading: string;
  /** 'Before the meeting', 'At the meeting'. */
  readonly stage: string;
  readonly saidAt: string;
  readonly aloud: string;
  readonly withheld: 'agreed' | 'claimed' | undefined;
  /** Undefined for what is not an interest, and while nothing can be declared any more. */
  readonly changeHref: string | undefined;
  readonly canConfirm: boolean;
  /** Only what was not said to the meeting yet. */
  readonly canTakeBack: boolean;
  /** Of the row that a button would make: pressed twice, it makes one. */
  readonly nextId: string;
}

export interface DeclaredView {
  readonly title: string;
  readonly caption: string;
  readonly backHref: string;
  readonly base: string;
  readonly banner: { readonly text: string; readonly success: true } | undefined;
  readonly rows: readonly DeclaredRow[];
  readonly open: boolean;
  readonly isBefore: boolean;
}

/** What the page is drawn from. */
export interface DeclaredHere {
  readonly meeting: Meeting;
  readonly bodyName: string;
  readonly items: readonly AgendaItem[];
  readonly standing: readonly OpenedDisclosure[];
  /** Whether something can be declared now, and whether the meeting has begun. */
  readonly stage: OpenedDisclosure['stage'] | undefined;
}

const DONE: Readonly<Record<string, string>> = {
  'taken-back': 'You have taken your declaration back. It stays on the record, and stands no longer.',
  confirmed: 'It is recorded that you declared this at the meeting.',
};

/** What stands of what a member declared for a meeting, with the sentences to say aloud. */
export function declaredView(
  { meeting, bodyName, items, standing, stage }: DeclaredHere,
  done: unknown,
): DeclaredView {
  const base = `/my/meetings/${meeting.id}`;
  return {
    title: 'What you have declared',
    caption: `${bodyName}, ${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    ...{ backHref: base, base },
    banner: bannerOf(standing, done),
    rows: standing.map((one) => rowOf(one, items, base, stage)),
    open: stage !== undefined,
    isBefore: stage === 'before',
  };
}

/** Only for what is there: an address that was made up says nothing. */
function bannerOf(standing: readonly OpenedDisclosure[], done: unknown): DeclaredView['banner'] {
  const one = standing.find(({ id }) => id === done);
  const text =
    one === undefined
      ? typeof done === 'string'
        ? DONE[done]
        : undefined
      : one.kind === 'nothing'
        ? 'It is recorded that you have nothing to declare.'
        : 'Your declaration is recorded.';
  return text === undefined ? undefined : { text, success: true };
}

function rowOf(
  one: OpenedDisclosure,
  items: readonly AgendaItem[],
  base: string,
  stage: DeclaredHere['stage'],
): DeclaredRow {
  const item = items.find(({ id }) => id === one.agendaItemId);
  const changeHref = `${base}/items/${one.agendaItemId}/disclose?changes=${one.id}`;
  return {
    id: one.id,
    heading: headingOf(one, item),
    stage: one.stage === 'before' ? 'Before the meeting' : 'At the meeting',
    saidAt: instantInWords(one.saidAt),
    aloud: aloudOf(one, item),
    // Of what a clerk heard it is not known whether the officer agrees.
    withheld: one.natureWithheld && !one.details.heard ? (one.details.withheld ?? 'agreed') : undefined,
    changeHref: one.kind === 'interest' && item !== undefined && stage !== undefined ? changeHref : undefined,
    canTakeBack: one.stage === 'before',
    canConfirm: stage === 'at-meeting' && one.stage === 'before',
    nextId: randomUUID(),
  };
}

function headingOf({ kind, itemTitle }: OpenedDisclosure, item: AgendaItem | undefined): string {
  if (kind === 'nothing') return 'Nothing to declare';
  const at = item === undefined ? (itemTitle ?? '') : captionOf(item);
  const what = { 'party-whip': 'Party whip: ', 'council-tax-arrears': 'Council tax: ' };
  return `${kind in what ? what[kind as keyof typeof what] : ''}${at}`;
}

function aloudOf(one: OpenedDisclosure, item: AgendaItem | undefined): string {
  const { kind, details, interestKind, intends, natureWithheld } = one;
  if (kind === 'nothing') return NOTHING_ALOUD;
  // An item that was withdrawn since is called what it was called then.
  const at = itemAloud(item ?? { number: null, title: one.itemTitle ?? '', restricted: false });
  if (kind === 'party-whip') return whipAloud(at, details.group ?? '', details.nature ?? '');
  if (kind === 'council-tax-arrears') return arrearsAloud(at);
  return declarationAloud({
    ...{ kind: interestKind ?? 'dpi', item: at, nature: details.nature, intends },
    agreedSensitive: natureWithheld && details.withheld === 'agreed',
  });
}
