import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Any, In } from 'typeorm';
import { Audit } from '../audit/index.js';
import { addDays, civilDate } from '../law/index.js';
import { Member } from '../members/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { AgendaItem, Meeting } from './meeting.entity.js';
import { columnsOf, membersIn, seenIn, type ObservationColumns, type Seen } from './observation-content.js';
import { Observation } from './observation.entity.js';
import { isEarly, isKnownBefore } from './observations-early.js';
import { whatStands, type MeetingObserved, type Observed } from './observations-standing.js';

/** Something seen, as a device sends it. */
export interface NewObservation {
  /** A UUID that the device made. */
  readonly id: string;
  readonly seen: Seen;
  readonly correctsId?: string | undefined;
  /** When the clerk recorded it, on the application's clock. */
  readonly saidAt: Date;
  /** 'HH:MM' where it happened at another time than it was recorded. */
  readonly at?: string | undefined;
}

export type ObservationRefusal =
  | 'unknown-meeting'
  | 'cancelled-meeting'
  | 'unknown-item'
  | 'unknown-member'
  | 'unknown-correction'
  | 'said-in-the-future'
  /** More than an hour before the meeting, and not what is known before one. */
  | 'meeting-not-begun'
  /** This id was used before, for something else. */
  | 'other-content';

export type ObservationOutcome =
  | { readonly id: string; readonly outcome: 'recorded' | 'already-held' }
  | { readonly id: string; readonly refused: ObservationRefusal };

/** What is seen in the room while a meeting runs. */
@Injectable()
export class Observations {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Records what was seen, one by one: what is refused is answered and keeps nothing of the rest from being recorded.
   * The same observation sent again adds nothing and is answered as held.
   */
  async record(
    uow: UnitOfWork,
    batch: { readonly meetingId: string; readonly observations: readonly NewObservation[] },
  ): Promise<ObservationOutcome[]> {
    const { authorityId } = uow;
    const { meetingId, observations } = batch;
    const meeting = await uow.manager.findOneBy(Meeting, { authorityId, id: meetingId });
    if (meeting === null || meeting.status === 'cancelled') {
      const refused = meeting === null ? 'unknown-meeting' : 'cancelled-meeting';
      return observations.map(({ id }) => ({ id, refused }));
    }
    const outcomes: ObservationOutcome[] = [];
    // In order: a correction may follow in the same batch what it corrects.
    for (const observation of observations) outcomes.push(await this.#recordOne(uow, meeting, observation));
    const recorded = new Set(
      outcomes.filter((one) => 'outcome' in one && one.outcome === 'recorded').map(({ id }) => id),
    );
    if (recorded.size > 0) {
      this.audit.record(uow, {
        action: 'meeting.observed',
        subject: { type: 'meeting', id: meetingId },
        payload: { observations: observations.filter(({ id }) => recorded.has(id)).map(tracedOf) },
      });
    }
    return outcomes;
  }

  /** What stands of everything that was recorded of a meeting, and what people recorded differently. */
  async ofMeeting(uow: UnitOfWork, meetingId: string): Promise<MeetingObserved> {
    return (await this.ofEach(uow, [meetingId]))(meetingId);
  }

  /** The same of several, in one reading; of a meeting that this council does not have, that nothing was recorded. */
  async ofEach(
    uow: UnitOfWork,
    meetingIds: readonly string[],
  ): Promise<(meetingId: string) => MeetingObserved> {
    if (meetingIds.length === 0) return () => whatStands([]);
    const { authorityId } = uow;
    const meetings = await uow.manager.findBy(Meeting, { authorityId, id: Any(meetingIds) });
    const observed = await this.ofMeetings(uow, meetings);
    const stands = new Map(meetings.map((meeting) => [meeting.id, observed(meeting)]));
    return (meetingId) => stands.get(meetingId) ?? whatStands([]);
  }

  /** The same by somebody who has read the meetings. */
  async ofMeetings(
    uow: UnitOfWork,
    meetings: readonly Meeting[],
  ): Promise<(meeting: Meeting) => MeetingObserved> {
    const rows = await uow.manager.find(Observation, {
      where: { authorityId: uow.authorityId, meetingId: Any(meetings.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    const ofMeeting = grouped(rows, (row) => row.meetingId);
    return (meeting) => whatStands(ofMeeting(meeting.id).map((row) => observedOf(row, meeting)));
  }

  async #recordOne(
    uow: UnitOfWork,
    meeting: Meeting,
    observation: NewObservation,
  ): Promise<ObservationOutcome> {
    const { id: meetingId } = meeting;
    const { id, seen, correctsId, saidAt, at } = observation;
    const { authorityId } = uow;
    const refused = await this.#refusalOf(uow, meeting, observation);
    if (refused !== undefined) return { id, refused };
    const columns = columnsOf(seen, at);
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(Observation)
      .values({
        ...{ authorityId, id, meetingId, ...columns, correctsId: correctsId ?? null },
        ...{ saidAt, receivedAt: this.clock.now(), recordedBy: recorderOf(uow) },
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return { id, outcome: 'recorded' };
    const held = await uow.manager.findOneByOrFail(Observation, { authorityId, id });
    const same = held.meetingId === meetingId && isDeepStrictEqual(contentOf(held), columns);
    return same && held.correctsId === (correctsId ?? null)
      ? { id, outcome: 'already-held' }
      : { id, refused: 'other-content' };
  }

  async #refusalOf(
    uow: UnitOfWork,
    meeting: Meeting,
    { seen, correctsId, saidAt }: NewObservation,
  ): Promise<ObservationRefusal | undefined> {
    const { authorityId, manager } = uow;
    const { id: meetingId } = meeting;
    if (saidAt > this.clock.now()) return 'said-in-the-future';
    if (isEarly(meeting, saidAt) && !isKnownBefore(seen)) return 'meeting-not-begun';
    // Withdrawn items too: a revised agenda may reach the room after its business was begun.
    if ('itemId' in seen && seen.itemId !== undefined) {
      const isItem = await manager.existsBy(AgendaItem, { authorityId, meetingId, id: seen.itemId });
      if (!isItem) return 'unknown-item';
    }
    const members = [...new Set(membersIn(seen))];
    if (
      members.length > 0 &&
      (await manager.countBy(Member, { authorityId, id: In(members) })) < members.length
    ) {
      return 'unknown-member';
    }
    if (seen.kind === 'taken-back' && correctsId === undefined) return 'unknown-correction';
    if (correctsId === undefined) return undefined;
    const corrected = await manager.findOneBy(Observation, { authorityId, meetingId, id: correctsId });
    const fits = corrected !== null && (seen.kind === 'taken-back' || seen.kind === corrected.kind);
    return fits ? undefined : 'unknown-correction';
  }
}

/** Only a person sees something. */
function recorderOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('An observation is made by a person with an account.');
  return actor.accountId;
}

const contentOf = ({ kind, agendaItemId, memberId, payload }: Observation): ObservationColumns => ({
  ...{ kind, agendaItemId, memberId, payload },
});

/** What the audit says of an observation: that it was made and about whom, without what a vote was. */
function tracedOf({ id, seen, correctsId }: NewObservation): object {
  const { agendaItemId, memberId } = columnsOf(seen, undefined);
  return { id, kind: seen.kind, agendaItemId, memberId, ...(correctsId !== undefined && { correctsId }) };
}

function observedOf(row: Observation, meeting: Meeting): Observed {
  const { id, correctsId, saidAt, recordedBy, payload } = row;
  const happenedAt = payload.at === undefined ? saidAt : momentOf(payload.at, meeting);
  return { ...seenIn(row), id, correctsId: correctsId ?? undefined, saidAt, happenedAt, recordedBy };
}

/** Half a day, in minutes. */
const HALF_A_DAY = 12 * 60;

/** A time of day at a meeting. One long before the beginning is after midnight: the meeting ran into the next day. */
function momentOf(at: string, { meetsOn, startsAt }: Meeting): Date {
  const isNextDay = minutesOf(startsAt) - minutesOf(at) > HALF_A_DAY;
  const day = civilDate(meetsOn);
  return londonInstant(isNextDay ? addDays(day, 1) : day, at);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
