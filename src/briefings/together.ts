import type { ListedRevision, Meeting, Meetings } from '../meetings/index.js';
import { atOnce, type UnitOfWork } from '../platform/database/index.js';
import { assemble } from './assemble.js';
import type { Briefing, NoBriefing } from './briefing.js';
import { Business } from './business.js';
import type { KnownCouncil } from './known-council.js';
import type { KnownMember } from './known-members.js';
import type { PreparedItems } from './prepared-items.js';

/** Agendas that are read in one statement: few, because their reports are long, and are let go before the next. */
const AGENDAS_AT_ONCE = 10;

/** One meeting with its agenda read, ready for whichever of the members. */
export interface ReadMeeting {
  readonly meeting: Meeting;
  /** Every agenda that was saved for it, the first one first. */
  readonly revisions: readonly ListedRevision[];
  /**
   * Made when it is asked for, and not kept.
   * @throws when details of that member cannot be opened; the others' briefings stand
   */
  readonly brief: (memberId: string) => Briefing | NoBriefing;
}

interface Parts {
  readonly council: KnownCouncil;
  readonly member: (id: string) => KnownMember;
  readonly meetings: Meetings;
  readonly prepared: PreparedItems;
}

/**
 * Briefings of many members before many meetings of one authority, from few readings: of the council and the members
 * once, of the agendas some at a time. It lives as long as the unit of work in which it was read.
 */
export class BriefingsTogether {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly parts: Parts,
  ) {}

  /** What the body of a meeting is called. */
  bodyName({ bodyId }: Meeting): string {
    return this.parts.council.body(bodyId)?.name ?? '';
  }

  /** Meeting by meeting, so that neither all agendas nor all briefings are held at once. */
  async *before(meetings: readonly Meeting[]): AsyncGenerator<ReadMeeting> {
    for (let from = 0; from < meetings.length; from += AGENDAS_AT_ONCE)
      yield* await this.#read(meetings.slice(from, from + AGENDAS_AT_ONCE));
  }

  async #read(some: readonly Meeting[]): Promise<ReadMeeting[]> {
    const { council, member, meetings, prepared } = this.parts;
    const ids = some.map(({ id }) => id);
    const { itemsOf, revisionsOf } = await atOnce({
      itemsOf: meetings.itemsOf(this.uow, ids),
      revisionsOf: meetings.revisionsOf(this.uow, ids),
    });
    return some.map((meeting) => {
      const revisions = revisionsOf(meeting.id);
      const business = new Business(itemsOf(meeting.id), (item) => prepared.of(item));
      const agenda = { meeting, business, revisions: revisions.length };
      const brief: ReadMeeting['brief'] = (memberId) => assemble(council, agenda, member(memberId));
      return { meeting, revisions, brief };
    });
  }
}
