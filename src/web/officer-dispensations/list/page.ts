import type { OpenedDispensation, OpenedInvitation } from '../../../dispensations/index.js';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { dateInWords, dayAndDateInWords } from '../../../wording/index.js';
import { tagOf, type StateTag } from '../../my-dispensations/index.js';
import type { Unsaid } from '../reach/meetings-in-period.js';

/** What the list is made of. */
export interface KnownOfList {
  readonly all: readonly OpenedDispensation[];
  readonly invitations: readonly OpenedInvitation[];
  readonly memberNames: ReadonlyMap<string, string>;
  /** The day of the meeting whose item a request was made for, by the item. */
  readonly unsaid: readonly Unsaid[];
  readonly meetingDays: ReadonlyMap<string, string>;
  /** The page from which this one is reached: a parish’s clerk has no officer’s board. */
  readonly homeHref: string;
  readonly mayRead: boolean;
  readonly mayDecide: boolean;
  readonly isParish: boolean;
}

interface ListRow {
  readonly name: string;
  readonly href: string;
  readonly tag: StateTag;
  /** 'Withheld' to whoever does not decide on dispensations. */
  readonly matter: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export interface ListView {
  readonly title: string;
  readonly backHref: string;
  readonly waiting: readonly ListRow[];
  readonly granted: readonly ListRow[];
  readonly settled: readonly ListRow[];
  /** Items that a dispensation may be meant for, while nobody has said whether it is. */
  readonly unsaid: readonly { readonly href: string; readonly text: string; readonly meeting: string }[];
  readonly invited: readonly { readonly matter: string; readonly names: string }[];
  readonly mayDecide: boolean;
  /** Why somebody who reads this decides nothing; undefined where they may, or have only a reader’s role. */
  readonly parishDecides: boolean;
}

/** The oldest request first; of those granted, the first to end; and what came to nothing, the newest first. */
export function listView(known: KnownOfList, today: CivilDate): ListView {
  const { all, mayDecide, mayRead, isParish } = known;
  const rowOf = (one: OpenedDispensation): ListRow => row(one, known, today);
  const inState = (...states: OpenedDispensation['state'][]): OpenedDispensation[] =>
    all.filter(({ state }) => states.includes(state));
  const lastDay = ({ decision }: OpenedDispensation): string => decision?.toOn ?? '9999-12-31';
  const isOver = (one: OpenedDispensation): boolean => lastDay(one) < today;
  const granted = inState('granted').sort((a, b) => lastDay(a).localeCompare(lastDay(b)));
  const byAge = (a: OpenedDispensation, b: OpenedDispensation): number =>
    a.request.requestedOn.localeCompare(b.request.requestedOn);
  return {
    title: 'Dispensations',
    backHref: known.homeHref,
    waiting: inState('waiting').sort(byAge).map(rowOf),
    granted: [...granted.filter((one) => !isOver(one)), ...granted.filter(isOver).reverse()].map(rowOf),
    settled: inState('refused', 'withdrawn').reverse().map(rowOf),
    unsaid: mayDecide ? known.unsaid.map((one) => unsaidRow(one, known)) : [],
    invited: invitedRows(known),
    mayDecide,
    parishDecides: isParish && mayRead && !mayDecide,
  };
}

function row(one: OpenedDispensation, known: KnownOfList, today: CivilDate): ListRow {
  const { request, decision, asked } = one;
  const day = request.agendaItemId === null ? undefined : known.meetingDays.get(request.agendaItemId);
  const say = (date: string): string => dateInWords(civilDate(date));
  return {
    name: known.memberNames.get(request.memberId) ?? 'A former member',
    href: `/officer/dispensations/${request.id}`,
    tag: tagOf(one, today),
    matter: known.mayRead ? asked.matter : 'Only those who decide can read it',
    facts: [
      { name: 'Asked on', value: say(request.requestedOn) },
      ...(one.state === 'waiting' && day !== undefined
        ? [{ name: 'Meeting', value: dayAndDateInWords(civilDate(day)) }]
        : []),
      ...(decision !== undefined && one.state !== 'granted'
        ? [{ name: 'Settled', value: say(decision.decidedOn) }]
        : []),
      ...(one.state === 'granted' ? [{ name: 'Last day', value: lastDayText(one) }] : []),
    ],
  };
}

function lastDayText({ decision }: OpenedDispensation): string {
  return decision?.toOn ? dateInWords(civilDate(decision.toOn)) : 'None: it is for an executive decision';
}

function unsaidRow(
  { one, meetingId, meetingName, itemTitle }: Unsaid,
  { memberNames }: KnownOfList,
): ListView['unsaid'][number] {
  const { id, memberId } = one.request;
  return {
    href: `/officer/dispensations/${id}/meetings/${meetingId}`,
    text: `${memberNames.get(memberId) ?? 'A former member'}: ${itemTitle}`,
    meeting: meetingName,
  };
}

/** Of each matter that was prepared, who has not asked yet. */
function invitedRows({ invitations, memberNames, mayRead }: KnownOfList): ListView['invited'] {
  const open = invitations.filter(({ isAsked, asks }) => !isAsked && asks !== undefined);
  const batches = new Map<string, OpenedInvitation[]>();
  for (const one of open) {
    const { batchId } = one.invitation;
    batches.set(batchId, [...(batches.get(batchId) ?? []), one]);
  }
  return [...batches.values()].map((of) => ({
    matter: mayRead ? (of[0]?.words.matter ?? '') : 'Only those who decide can read it',
    names: of
      .map(({ invitation }) => memberNames.get(invitation.memberId) ?? 'A former member')
      .sort()
      .join(', '),
  }));
}
