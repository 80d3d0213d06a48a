import { Injectable } from '@nestjs/common';
import { Authorities, Bodies } from '../authorities/index.js';
import { RelevanceAnswers } from '../disclosures/index.js';
import { Rulebooks } from '../authorities/index.js';
import { civilDate, type CivilDate, type MeetingFacts } from '../law/index.js';
import { MATCHER_VERSION } from '../matching/index.js';
import { Meetings, type Meeting } from '../meetings/index.js';
import { covers, Members, Seats } from '../members/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import {
  describeInterest,
  meetingInterest,
  Notifications,
  personOf,
  Register,
  sameDetails,
  Sensitivities,
  type InterestDetails,
  type OpenedInterest,
} from '../register/index.js';
import type { Briefing, NoBriefing } from './briefing.js';
import { briefItems, type HeldInterest } from './touches.js';

/** One member, one meeting: which items may touch their interests, and what the law makes them do. */
@Injectable()
export class Briefings {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly relevance: RelevanceAnswers,
    private readonly rulebooks: Rulebooks,
    private readonly seats: Seats,
    private readonly sensitivities: Sensitivities,
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

    const interests = await this.#interests(uow, memberId);
    const facts: MeetingFacts = {
      person: personOf(term),
      meetingDate: day,
      // Every body that this system knows is the authority, its executive, a committee or a sub-committee.
      formalMeeting: true,
      // This system is where dispensations are recorded; none is.
      dispensations: [],
    };
    const authority = await this.authorities.get(uow);
    const items = briefItems(await this.meetings.items(uow, meetingId), {
      rulebook,
      facts,
      context: { authority: authority.name },
      interests,
      said: await this.relevance.latest(uow, memberId),
    });
    return {
      kind: 'briefing',
      meeting,
      bodyName: (await this.bodies.find(uow, meeting.bodyId))?.name ?? '',
      memberId,
      sitsOnBody: (await this.seats.bodiesOf(uow, memberId, day)).includes(meeting.bodyId),
      items,
      interestsCompared: interests.length,
      agendaRevision: (await this.meetings.revisions(uow, meetingId)).length,
      registerVersion: await this.register.version(uow),
      ruleVersions: rulebook.versions,
      matcherVersion: MATCHER_VERSION,
      code: await this.#codeOn(uow, day),
    };
  }

  /** The members who hold a seat on the body on the meeting's day. */
  async membersBriefed(uow: UnitOfWork, meeting: Meeting): Promise<string[]> {
    const seats = await this.seats.ofBody(uow, meeting.bodyId, civilDate(meeting.meetsOn));
    return [...new Set(seats.flatMap(({ holder }) => (holder === undefined ? [] : [holder.memberId])))];
  }

  async #codeOn(uow: UnitOfWork, day: CivilDate): Promise<string | undefined> {
    const codes = await this.authorities.adoptedCodes(uow);
    return codes.find(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn >= day))?.code;
  }

  /**
   * What the register holds of the member, and what waits to be entered. An end that waits leaves the entry standing,
   * and a change both what was and what is: whoever reads a briefing is warned of too much rather than too little.
   */
  async #interests(uow: UnitOfWork, memberId: string): Promise<HeldInterest[]> {
    const current = (await this.register.current(uow, memberId)).filter(
      ({ entry }) => entry.category !== 'gifts',
    );
    const entered = current.map(({ entry, details }) => held({ ...entry, state: 'entered' }, details));
    const waiting: HeldInterest[] = [];
    for (const { id } of (await this.notifications.list(uow, memberId)).filter(
      (one) => one.enteredAt === null,
    )) {
      const opened = await this.notifications.open(uow, id);
      for (const interest of (opened?.interests ?? []).filter(isHeld)) {
        const known = entered.some(
          ({ briefed, details }) =>
            briefed.heldBy === interest.heldBy && sameDetails(details, interest.details),
        );
        if (known) continue;
        const { is: sensitive } = await this.sensitivities.of(uow, memberId, interest);
        waiting.push(held({ ...interest, sensitive, state: 'pending' }, interest.details));
      }
    }
    return [...entered, ...waiting];
  }
}

/** A gift is an event, which no meeting asks after. What was entered or taken back waits no more. */
const isHeld = ({ category, act, fate }: OpenedInterest): boolean =>
  category !== 'gifts' && act !== 'end' && fate === null;

function held(row: Omit<HeldInterest['briefed'], 'description'>, details: InterestDetails): HeldInterest {
  const { id, category, heldBy, state, sensitive } = row;
  return {
    briefed: { id, category, heldBy, state, sensitive, description: describeInterest(details) },
    details,
    asLaw: meetingInterest({ category, heldBy, sensitive }, state),
  };
}
