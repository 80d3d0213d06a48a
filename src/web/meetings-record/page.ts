import { randomUUID } from 'node:crypto';
import { civilDate } from '../../law/index.js';
import { ATTENDANCES, type AgendaItem, type AttendanceKind } from '../../meetings/index.js';
import { dayAndDateInWords, timeInWords } from '../../wording/index.js';
import { blankForm, type FormState } from '../form/index.js';
import { seatRoleInWords } from '../page/index.js';
import { whatDoesNotFit } from './does-not-fit.js';
import { itemView, panelView, type ItemView, type PanelView } from './item.js';
import type { MemberAtMeeting, RecordedMeeting } from './recorded-meetings.js';
import type { RefusedEntry } from './recording.js';
import { ATTENDANCE_WORDS, atInWords, differenceInWords } from './words.js';

/** One member in the list of who is here. */
interface MemberRow {
  readonly memberId: string;
  readonly name: string;
  /** 'Chairman', 'stands in for …', 'no seat on this body'; undefined for a member’s ordinary seat. */
  readonly as: string | undefined;
  /** What they said beforehand. */
  readonly says: string | undefined;
  readonly attendance: AttendanceKind | undefined;
  /** The observation that says so. */
  readonly observationId: string | undefined;
}

/** A substitute, and whether they have read their briefing. */
interface SubstituteRow {
  readonly text: string;
  readonly observationId: string;
  readonly memberId: string;
}

interface Moment {
  readonly at: string;
  readonly observationId: string;
}

export interface RecordView {
  readonly title: string;
  readonly backHref: string;
  readonly when: string;
  readonly meetingId: string;
  readonly accountId: string;
  readonly cancelled: boolean;
  /** Too early for anything but apologies and substitutes. */
  readonly early: boolean;
  readonly form: { readonly errorList: FormState['errorList'] };
  /** The state of one small form, by its key. */
  readonly stateOf: (key: string) => FormState;
  /** An id for the next thing that a form of this page records. */
  readonly newId: () => string;
  readonly opened: Moment | undefined;
  readonly closed: Moment | undefined;
  readonly roll: readonly MemberRow[];
  readonly attendances: readonly { value: AttendanceKind; text: string }[];
  readonly substitutes: readonly SubstituteRow[];
  /** Where members read their briefing. */
  readonly briefingPath: string;
  readonly seated: readonly Option[];
  /** Everybody in office who is not in the list of who is here. */
  readonly others: readonly Option[];
  /** Everybody in office without a seat on the body, who does not stand in for somebody already. */
  readonly mayStandIn: readonly Option[];
  readonly items: readonly ItemView[];
  readonly panel: PanelView | undefined;
  readonly differences: readonly string[];
  readonly wrong: readonly string[];
}

/** A member or an item to choose, as GOV.UK’s select takes it. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

interface Shown {
  /** When each substitute opened a briefing. */
  readonly briefed: ReadonlyMap<string, Date | undefined>;
  /** The item that the address asks for. */
  readonly item: unknown;
  readonly refused: RefusedEntry | undefined;
  readonly accountId: string;
}

export function recordView(recorded: RecordedMeeting, shown: Shown): RecordView {
  const { meeting, observed, items, members } = recorded;
  const { refused } = shown;
  const open = openItem(recorded, shown.item);
  const listed = new Set(members.map(({ memberId }) => memberId));
  const hasPlace = new Set(members.filter(({ as }) => as !== 'visitor').map(({ memberId }) => memberId));
  return {
    title: `Record the meeting: ${recorded.bodyName}`,
    backHref: `/meetings/${meeting.id}`,
    when: whenAndWhere(meeting),
    meetingId: meeting.id,
    accountId: shown.accountId,
    cancelled: meeting.status === 'cancelled',
    early: recorded.early,
    form: { errorList: refused?.form.errorList ?? [] },
    stateOf: (key) => (refused?.key === key ? refused.form : blankForm()),
    newId: randomUUID,
    opened: momentOf(observed.opened),
    closed: momentOf(observed.closed),
    roll: members.map((member) => memberRow(member, recorded)),
    attendances: (recorded.early ? KNOWN_BEFORE : ATTENDANCES).map((value) => ({
      ...{ value, text: ATTENDANCE_WORDS[value] },
    })),
    substitutes: observed.substitutions.map((one) => ({
      ...{ observationId: one.id, memberId: one.memberId },
      text: substituteInWords(one, recorded, shown.briefed.get(one.memberId)),
    })),
    briefingPath: `/my/meetings/${meeting.id}`,
    seated: members.filter(({ as }) => as === 'seat').map(optionOf),
    others: recorded.inOffice.filter(({ memberId }) => !listed.has(memberId)).map(optionOf),
    mayStandIn: recorded.inOffice.filter(({ memberId }) => !hasPlace.has(memberId)).map(optionOf),
    items: items.map((item) => itemView(item, recorded, item.id === open?.id)),
    panel: open && panelView(open, recorded),
    differences: observed.differences.map((one) => differenceInWords(one, recorded)),
    wrong: whatDoesNotFit(recorded),
  };
}

const KNOWN_BEFORE = ['apologies', 'absent'] as const satisfies readonly AttendanceKind[];

/** An agenda may not say where. */
function whenAndWhere({ meetsOn, startsAt, venue }: RecordedMeeting['meeting']): string {
  const parts = [dayAndDateInWords(civilDate(meetsOn)), timeInWords(startsAt), venue.trim()];
  return parts.filter((part) => part !== '').join(', ');
}

/** The item that is asked for; otherwise the one that was begun last, or the first. */
function openItem({ items, observed }: RecordedMeeting, asked: unknown): AgendaItem | undefined {
  const lastBegun = [...observed.begun.keys()].at(-1);
  return items.find(({ id }) => id === asked) ?? items.find(({ id }) => id === lastBegun) ?? items[0];
}

const momentOf = (one: RecordedMeeting['observed']['opened']): Moment | undefined =>
  one && { at: atInWords(one.happenedAt), observationId: one.id };

const optionOf = ({ memberId, name }: { memberId: string; name: string }): Option => ({
  ...{ value: memberId, text: name },
});

function memberRow(member: MemberAtMeeting, { observed, says, nameOf }: RecordedMeeting): MemberRow {
  const { memberId, name } = member;
  const seen = observed.attendance.get(memberId);
  const said = says.get(memberId);
  return {
    ...{ memberId, name, as: asInWords(member, nameOf) },
    says:
      seen !== undefined || said === undefined
        ? undefined
        : `Said beforehand that they will ${said ? 'attend' : 'not attend'}`,
    ...{ attendance: seen?.as, observationId: seen?.id },
  };
}

function asInWords(
  { as, seatRole, forMemberId }: MemberAtMeeting,
  nameOf: RecordedMeeting['nameOf'],
): string | undefined {
  if (as === 'substitute') return `stands in for ${nameOf(forMemberId ?? '')}`;
  if (as === 'visitor') return 'no seat on this body';
  return seatRole === undefined || seatRole === 'member' ? undefined : seatRoleInWords(seatRole);
}

function substituteInWords(
  { memberId, forMemberId }: { memberId: string; forMemberId: string },
  { nameOf }: RecordedMeeting,
  opened: Date | undefined,
): string {
  const briefed =
    opened === undefined
      ? 'has not opened their briefing yet'
      : `opened their briefing at ${atInWords(opened)}`;
  return `${nameOf(memberId)} stands in for ${nameOf(forMemberId)}, and ${briefed}.`;
}
