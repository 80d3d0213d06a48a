import { civilDate, type MeetingFacts } from '../law/index.js';
import { MATCHER_VERSION } from '../matching/index.js';
import type { Meeting } from '../meetings/index.js';
import { personOf } from '../register/index.js';
import type { Briefing, NoBriefing } from './briefing.js';
import type { Business } from './business.js';
import type { KnownCouncil } from './known-council.js';
import type { KnownMember } from './known-members.js';
import { briefItems } from './touches.js';

/** A meeting with its newest agenda. */
export interface KnownAgenda {
  readonly meeting: Meeting;
  readonly business: Business;
  readonly revisions: number;
}

/**
 * The briefing of one member before one meeting, from what was read of the council, the member and the agenda. Any member
 * in office on the day may ask: presence binds them.
 * @throws when details of the member cannot be opened
 */
export function assemble(
  council: KnownCouncil,
  { meeting, business, revisions }: KnownAgenda,
  member: KnownMember,
): Briefing | NoBriefing {
  const day = civilDate(meeting.meetsOn);
  const term = member.termOn(day);
  if (term === undefined) return { kind: 'not-in-office' };
  const rulebook = council.rulebookOn(day);
  if (rulebook.kind === 'not-encoded') return rulebook;

  const body = council.body(meeting.bodyId);
  const code = council.codeOn(day);
  const facts: MeetingFacts = {
    person: personOf(term),
    meetingDate: day,
    // Every body that this system knows is the authority, its executive, a committee or a sub-committee.
    formalMeeting: true,
    ofTheExecutive: body?.kind === 'executive',
  };
  const interests = member.interests(code);
  return {
    kind: 'briefing',
    meeting,
    bodyName: body?.name ?? '',
    bodyKind: body?.kind,
    memberId: member.id,
    term,
    sitsOnBody: member.sitsOn(meeting.bodyId, day),
    items: briefItems(business, {
      ...{ rulebook, facts, interests, ...member.answers() },
      dispensations: member.dispensationsAt(business.items),
    }),
    interestsCompared: interests.length,
    agendaRevision: revisions,
    registerVersion: council.registerVersion,
    rulebook,
    matcherVersion: MATCHER_VERSION,
    code,
  };
}
