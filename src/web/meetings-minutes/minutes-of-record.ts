import { civilDate } from '../../law/index.js';
import type { AgendaItem, AttendanceKind, Voted } from '../../meetings/index.js';
import { londonWallClock } from '../../platform/clock/index.js';
import type { AbsenceMinuted, ItemMinuted, MeetingMinuted, VoteMinuted } from '../../wording/index.js';
import { asMinuted, type MemberAtMeeting, type RecordedMeeting } from '../meetings-record/index.js';
import { seatRoleInWords } from '../page/index.js';

/** What was recorded of a meeting, as the minutes take it: names for ids, and each coming and going under its item. */
export function minutedOf(recorded: RecordedMeeting): MeetingMinuted {
  const { meeting, bodyName, observed, items, nameOf } = recorded;
  return {
    ...{
      body: bodyName,
      meetsOn: civilDate(meeting.meetsOn),
      startsAt: meeting.startsAt,
      venue: meeting.venue,
    },
    opened: observed.opened && timeOf(observed.opened.happenedAt),
    closed: observed.closed && timeOf(observed.closed.happenedAt),
    anythingRecorded: isAnythingRecorded(recorded),
    ...attendanceOf(recorded),
    substitutes: observed.substitutions
      .filter(({ memberId }) => attends(recorded, memberId))
      .map(({ memberId, forMemberId }) => ({ name: nameOf(memberId), forName: nameOf(forMemberId) })),
    items: items.map((item) => itemMinuted(item, recorded)),
    absencesBefore: absencesAt(undefined, recorded),
  };
}

function isAnythingRecorded({ observed, declared }: RecordedMeeting): boolean {
  const { opened, closed, attendance, begun, substitutions, absences, returnedOnly, votes } = observed;
  return (
    [opened, closed].some((one) => one !== undefined) ||
    attendance.size + begun.size > 0 ||
    [substitutions, absences, returnedOnly, votes].some((all) => all.length > 0) ||
    declared.some(({ stage }) => stage === 'at-meeting')
  );
}

const timeOf = (instant: Date): string => londonWallClock(instant).time;

function attends({ observed }: RecordedMeeting, memberId: string): boolean {
  const as = observed.attendance.get(memberId)?.as;
  return as === 'present' || as === 'remote';
}

type Attendance = Pick<
  MeetingMinuted,
  'present' | 'remote' | 'apologies' | 'absent' | 'notRecorded' | 'everybodyRecorded' | 'alsoAttended'
>;

/** A substitute is as present as the member whose place they take; who has no seat is in attendance. */
function attendanceOf(recorded: RecordedMeeting): Attendance {
  const { members, observed } = recorded;
  const onBody = members.filter(({ as }) => as !== 'visitor');
  const recordedAs = (as: AttendanceKind | undefined): MemberAtMeeting[] =>
    onBody.filter(({ memberId }) => observed.attendance.get(memberId)?.as === as);
  const replaced = new Set(observed.substitutions.map(({ forMemberId }) => forMemberId));
  const namesOf = (all: readonly MemberAtMeeting[]): string[] => all.map(({ name }) => name);
  return {
    present: recordedAs('present').map(presentMinuted),
    remote: recordedAs('remote').map(presentMinuted),
    apologies: namesOf(recordedAs('apologies')),
    absent: namesOf(recordedAs('absent')),
    notRecorded: namesOf(recordedAs(undefined).filter(({ memberId }) => !replaced.has(memberId))),
    // Of a member whose place was taken, too, nobody may have said whether they sent apologies.
    everybodyRecorded: onBody.length > 0 && recordedAs(undefined).length === 0,
    alsoAttended: members
      .filter(({ as, memberId }) => as === 'visitor' && attends(recorded, memberId))
      .map(({ name, memberId }) =>
        observed.attendance.get(memberId)?.as === 'remote' ? `${name} (remotely)` : name,
      ),
  };
}

const presentMinuted = ({
  name,
  as,
  seatRole,
}: MemberAtMeeting): { name: string; role: string | undefined } => ({
  name,
  role:
    as === 'substitute'
      ? 'Substitute'
      : seatRole === undefined || seatRole === 'member'
        ? undefined
        : seatRoleInWords(seatRole),
});

function itemMinuted(item: AgendaItem, recorded: RecordedMeeting): ItemMinuted {
  const { declared, nameOf, observed } = recorded;
  return {
    ...{ number: item.number, title: item.title },
    // What was told beforehand and not said at the meeting is not disclosed to it.
    declarations: declared
      .filter(({ agendaItemId, stage }) => agendaItemId === item.id && stage === 'at-meeting')
      .flatMap((one) => asMinuted(one, nameOf) ?? []),
    absences: absencesAt(item.id, recorded),
    votes: observed.votes.filter(({ itemId }) => itemId === item.id).map((vote) => voteMinuted(vote, nameOf)),
  };
}

/** Who left at an item; who left at none belongs to the item that was begun last before it. */
function absencesAt(
  itemId: string | undefined,
  { declared, observed, nameOf }: RecordedMeeting,
): AbsenceMinuted[] {
  const begunBefore = (at: Date): string | undefined =>
    [...observed.begun].findLast(([, begun]) => begun.happenedAt <= at)?.[0];
  return observed.absences
    .filter(({ left }) => (left.itemId ?? begunBefore(left.happenedAt)) === itemId)
    .map(({ memberId, left, returned }) => ({
      ...{ name: nameOf(memberId), left: timeOf(left.happenedAt) },
      declared: declared.some(
        (one) =>
          one.kind === 'interest' &&
          one.stage === 'at-meeting' &&
          one.memberId === memberId &&
          one.agendaItemId === itemId,
      ),
      returned: returned && timeOf(returned.happenedAt),
    }));
}

function voteMinuted({ question, outcome, result }: Voted, nameOf: RecordedMeeting['nameOf']): VoteMinuted {
  if ('counts' in result) return { question, outcome, result };
  const namesFor = (way: 'for' | 'against' | 'abstained'): string[] =>
    result.named.filter(({ vote }) => vote === way).map(({ memberId }) => nameOf(memberId));
  const named = { for: namesFor('for'), against: namesFor('against'), abstained: namesFor('abstained') };
  return { question, outcome, result: { named } };
}
