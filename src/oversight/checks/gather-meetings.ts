import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Rulebooks } from '../../authorities/index.js';
import { Briefings, type ReadMeeting } from '../../briefings/index.js';
import { Disclosure, DisclosureRows, standingOf } from '../../disclosures/index.js';
import { civilDate, londonDateOf, rulebookFor, type CivilDate, type Rulebook } from '../../law/index.js';
import { Attendance, Meetings, Observations, type Meeting } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import type { ItemOfMember } from './matched-not-declared.js';
import { itemsOfMember, type MeetingAsSeen } from './item-facts.js';
import { readKnownRegister, type KnownRegister } from './known-register.js';
import type { Period } from './scope.js';
import type { PartInItem } from './took-part-with-interest.js';

/** So many meetings are read at once, with what was declared and seen at them. Their agendas are let go sooner. */
const MEETINGS_AT_ONCE = 40;

/** What one meeting has for the checks of members and items. */
export interface MeetingGathered {
  readonly items: readonly ItemOfMember[];
  readonly parts: readonly PartInItem[];
  /** Members whose interests could not be held against the agenda. */
  readonly untold: number;
}

/** Holds everybody who was at a meeting, or may have been, against its items: some meetings at a time. */
@Injectable()
export class GatherMeetings {
  constructor(
    private readonly attendance: Attendance,
    private readonly briefings: Briefings,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly observations: Observations,
    private readonly rows: DisclosureRows,
    private readonly rulebooks: Rulebooks,
  ) {}

  /**
   * Meeting by meeting, in the order of their days.
   * @param only these members; everybody unless told
   */
  async *of(
    uow: UnitOfWork,
    asAt: CivilDate,
    { from, to }: Period,
    only?: ReadonlySet<string>,
  ): AsyncGenerator<MeetingGathered> {
    const until = to === undefined || to > asAt ? asAt : to;
    const meetings = await this.meetings.list(uow, { ...(from && { from }), to: until });
    if (meetings.length === 0) return;
    const register = await readKnownRegister(uow);
    const adopted = await this.rulebooks.adopted(uow);
    const members = only === undefined ? (await this.members.list(uow)).map(({ id }) => id) : [...only];
    const isAsked = (memberId: string): boolean => only?.has(memberId) ?? true;
    const together = await this.briefings.together(uow, members);
    for (let first = 0; first < meetings.length; first += MEETINGS_AT_ONCE) {
      const some = await this.#seen(uow, asAt, meetings.slice(first, first + MEETINGS_AT_ONCE));
      const held = [...some.values()].map(({ meeting }) => meeting);
      for await (const read of together.before(held)) {
        const seen = some.get(read.meeting.id);
        const law = rulebookFor(adopted, civilDate(read.meeting.meetsOn));
        if (seen !== undefined)
          yield gathered(read, seen, {
            rulebook: law.kind === 'rulebook' ? law : undefined,
            register,
            isAsked,
          });
      }
    }
  }

  /** Those of them that took place, with what was seen and declared at each by the end of the day asked about. */
  async #seen(
    uow: UnitOfWork,
    asAt: CivilDate,
    meetings: readonly Meeting[],
  ): Promise<Map<string, MeetingAsSeen>> {
    const { authorityId } = uow;
    const observed = await this.observations.ofMeetings(uow, meetings);
    const around = await this.attendance.around(uow, meetings);
    const declared = await uow.manager.find(Disclosure, {
      where: { authorityId, meetingId: Any(meetings.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    const ofMeeting = grouped(
      declared.filter(({ saidAt }) => londonDateOf(saidAt) <= asAt),
      ({ meetingId }) => meetingId,
    );
    const seen = meetings.flatMap((meeting): MeetingAsSeen[] => {
      const was = observed(meeting);
      const isOver = meeting.meetsOn < asAt || was.closed !== undefined;
      const isHeld = meeting.status !== 'cancelled' || was.opened !== undefined;
      if (!isOver || !isHeld) return [];
      const seated = around(meeting).seats.flatMap(({ holder }) => holder?.memberId ?? []);
      const declarations = standingOf(ofMeeting(meeting.id)).filter(({ kind }) => kind === 'interest');
      return [{ meeting, observed: was, seated, declarations, open: (row) => this.rows.open(row) }];
    });
    return new Map(seen.map((one) => [one.meeting.id, one]));
  }
}

interface Beside {
  readonly rulebook: Rulebook | undefined;
  readonly register: KnownRegister;
  readonly isAsked: (memberId: string) => boolean;
}

function gathered(read: ReadMeeting, seen: MeetingAsSeen, { isAsked, ...beside }: Beside): MeetingGathered {
  const items: ItemOfMember[] = [];
  const parts: PartInItem[] = [];
  let untold = 0;
  for (const memberId of concerned(seen).filter(isAsked)) {
    const one = itemsOfMember(memberId, read, seen, beside);
    if (one === undefined) untold += 1;
    else {
      items.push(...one.items);
      parts.push(...one.parts);
    }
  }
  return { items, parts, untold };
}

/** Who holds a seat, who was seen, who voted and who declared: each once. */
function concerned({ seated, observed, declarations }: MeetingAsSeen): string[] {
  const voters = observed.votes.flatMap(({ result }) => ('named' in result ? result.named : []));
  return [
    ...new Set([
      ...seated,
      ...observed.attendance.keys(),
      ...observed.substitutions.map(({ memberId }) => memberId),
      ...[...voters, ...declarations].map(({ memberId }) => memberId),
    ]),
  ];
}
