import { Injectable } from '@nestjs/common';
import { Authorities, Bodies, Rulebooks } from '../authorities/index.js';
import { confirmedBefore, Interviews, RelevanceAnswers } from '../disclosures/index.js';
import { Dispensations } from '../dispensations/index.js';
import { civilDate, type MeetingFacts } from '../law/index.js';
import { MATCHER_VERSION } from '../matching/index.js';
import { Attendance, Meetings, type Meeting } from '../meetings/index.js';
import { covers, Members, Seats } from '../members/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { personOf, Register } from '../register/index.js';
import type { Briefing, NoBriefing } from './briefing.js';
import { HeldInterests } from './held-interests.js';
import { PreparedItems } from './prepared-items.js';
import { briefItems } from './touches.js';

/** One member, one meeting: which items may touch their interests, and what the law makes them do. */
@Injectable()
export class Briefings {
  constructor(
    private readonly attendance: Attendance,
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly dispensations: Dispensations,
    private readonly held: HeldInterests,
    private readonly interviews: Interviews,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly prepared: PreparedItems,
    private readonly register: Register,
    private readonly relevance: RelevanceAnswers,
    private readonly rulebooks: Rulebooks,
    private readonly seats: Seats,
  ) {}

  /** Works the briefing out from what is known now. Any member in office on the day may ask: presence binds them. */
  async make(uow: UnitOfWork, meetingId: string, memberId: string): Promise<Briefing | NoBriefing> {
    const meeting = await this.meetings.find(uow, meetingId);
    if (meeting === undefined) return { kind: 'not-found' };
    const day = civilDate(meeting.meetsOn);
    const term = (await this.members.terms(uow, memberId)).find((candidate) => covers(candidate, day));
    if (term === undefined) return { kind: 'not-in-office' };
    const rulebook = await this.rulebooks.on(uow, day);
    if (rulebook.kind === 'not-encoded') return rulebook;

    const body = await this.bodies.find(uow, meeting.bodyId);
    const code = await this.authorities.codeOn(uow, day);
    const facts: MeetingFacts = {
      person: personOf(term),
      meetingDate: day,
      // Every body that this system knows is the authority, its executive, a committee or a sub-committee.
      formalMeeting: true,
      ofTheExecutive: body?.kind === 'executive',
    };
    const business = await this.meetings.items(uow, meetingId);
    const interests = await this.held.of(uow, memberId, code);
    const said = await this.relevance.latest(uow, memberId);
    const items = briefItems(business, {
      rulebook,
      facts,
      context: { authority: (await this.authorities.get(uow)).name },
      prepared: (item) => this.prepared.of(item),
      interests,
      said,
      confirmed: confirmedBefore(said),
      interviewed: await this.interviews.latest(uow, memberId),
      dispensations: await this.dispensations.atItems(uow, memberId, business),
    });
    return {
      kind: 'briefing',
      meeting,
      bodyName: body?.name ?? '',
      bodyKind: body?.kind,
      memberId,
      sitsOnBody: (await this.seats.bodiesOf(uow, memberId, day)).includes(meeting.bodyId),
      items,
      interestsCompared: interests.length,
      agendaRevision: (await this.meetings.revisions(uow, meetingId)).length,
      registerVersion: await this.register.version(uow),
      ruleVersions: rulebook.versions,
      matcherVersion: MATCHER_VERSION,
      code,
    };
  }

  /**
   * The members who hold a seat on the body on the meeting's day, whether or not they say that they will come; then
   * substitutes, and whoever without a seat says that they will attend: s.31 binds them all the same.
   */
  async membersBriefed(uow: UnitOfWork, meeting: Meeting): Promise<string[]> {
    const seats = await this.seats.ofBody(uow, meeting.bodyId, civilDate(meeting.meetsOn));
    const holders = seats.flatMap(({ holder }) => (holder === undefined ? [] : [holder.memberId]));
    const expected = await this.attendance.expected(uow, meeting);
    return [...new Set([...holders, ...expected.map(({ memberId }) => memberId)])];
  }
}
