import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Bodies, Rulebooks } from '../authorities/index.js';
import { Disclosures, type OpenedDisclosure } from '../disclosures/index.js';
import {
  civilDate,
  england,
  strictest,
  type CivilDate,
  type MeetingAnswer,
  type Rulebook,
} from '../law/index.js';
import {
  Attendance,
  Meetings,
  type AgendaItem,
  type ExpectedMember,
  type Meeting,
} from '../meetings/index.js';
import { Members, Seats } from '../members/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { BriefedItem, Briefing } from './briefing.js';
import { Briefings } from './briefings.js';
import { arrearsAsDeclared, disclosedAsInterest } from './disclosed.facts.js';
import {
  boundsOf,
  forecastItem,
  partOf,
  quorumOf,
  type Because,
  type ItemForecast,
  type Standing,
} from './forecast.js';
import { isForTheMemberAlone } from './words.js';

/** One item as the chair's sheet shows it. */
export interface ChairedItem {
  readonly item: AgendaItem;
  /** Everybody who has a vote on the body and is expected, then those who attend without one. */
  readonly standings: readonly Standing[];
  readonly visitors: readonly Standing[];
  readonly disclosed: readonly OpenedDisclosure[];
  readonly forecast: ItemForecast;
}

export interface Forecast {
  readonly meeting: Meeting;
  readonly bodyName: string;
  /** With a vote on the body. */
  readonly expected: number;
  readonly quorum: number;
  readonly seats: number;
  readonly items: readonly ChairedItem[];
  /** Members whose law of the day is not held here, so that nothing is said of them. */
  readonly notBriefed: readonly string[];
}

/** Somebody who is expected, with what is known of how the items touch them. */
interface Attendee {
  readonly as: ExpectedMember['as'];
  readonly memberId: string;
  readonly name: string;
  readonly group: string | null;
  readonly briefing: Briefing;
}

/** One meeting for its chair: item by item who may be out, and whether it can still be decided. */
@Injectable()
export class Forecasts {
  constructor(
    private readonly attendance: Attendance,
    private readonly audit: Audit,
    private readonly bodies: Bodies,
    private readonly briefings: Briefings,
    private readonly disclosures: Disclosures,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly rulebooks: Rulebooks,
    private readonly seats: Seats,
  ) {}

  /**
   * Works it out from what is known now. What a member alone may know (a sensitive interest, their own list) is left out
   * until they have declared it: that somebody may have to leave would tell the chair of it.
   */
  async make(uow: UnitOfWork, meeting: Meeting): Promise<Forecast> {
    const day = civilDate(meeting.meetsOn);
    const body = await this.bodies.find(uow, meeting.bodyId);
    const seats = (await this.seats.ofBody(uow, meeting.bodyId, day)).length;
    const quorum = quorumOf(body?.quorum ?? { kind: 'number', members: 0 }, seats);
    const rulebook = await this.rulebooks.on(uow, day);
    const { attendees, notBriefed } = await this.#attendees(uow, meeting, day);
    const declared = await this.disclosures.standing(uow, meeting.id);
    const business = await this.meetings.items(uow, meeting.id);
    const items = business.map((item): ChairedItem => {
      const disclosed = declared.filter(({ agendaItemId }) => agendaItemId === item.id);
      const known = { disclosed, rulebook: rulebook.kind === 'rulebook' ? rulebook : undefined };
      const all = attendees.flatMap((attendee) => {
        const standing = standingOf(attendee, item.id, known);
        return standing === undefined ? [] : [{ standing, hasVote: attendee.as !== 'visitor' }];
      });
      const withVote = all.filter(({ hasVote }) => hasVote).map(({ standing }) => standing);
      const visitors = all.filter(({ hasVote }) => !hasVote).map(({ standing }) => standing);
      return { item, standings: withVote, visitors, disclosed, forecast: forecastItem(withVote, quorum) };
    });
    const expected = attendees.filter(({ as }) => as !== 'visitor').length;
    return { meeting, bodyName: body?.name ?? '', expected, quorum, seats, items, notBriefed };
  }

  /** The same for a page, with a record that it was opened: it tells one member of others. */
  async open(uow: UnitOfWork, meeting: Meeting): Promise<Forecast> {
    const forecast = await this.make(uow, meeting);
    this.audit.record(uow, { action: 'chair-sheet.opened', subject: { type: 'meeting', id: meeting.id } });
    return forecast;
  }

  async #attendees(
    uow: UnitOfWork,
    meeting: Meeting,
    day: CivilDate,
  ): Promise<{ attendees: Attendee[]; notBriefed: string[] }> {
    const names = new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
    const groups = await this.members.groupsOn(uow, day);
    const expected = await this.attendance.expected(uow, meeting);
    const ids = expected.map(({ memberId }) => memberId);
    const together = await this.briefings.together(uow, ids);
    const attendees: Attendee[] = [];
    const notBriefed: string[] = [];
    for await (const { brief } of together.before([meeting]))
      for (const { memberId, as } of expected) {
        const name = names.get(memberId) ?? '';
        const briefing = brief(memberId);
        if (briefing.kind !== 'briefing') notBriefed.push(name);
        else attendees.push({ as, memberId, name, group: groups.get(memberId) ?? null, briefing });
      }
    return { attendees, notBriefed };
  }
}

interface Known {
  readonly disclosed: readonly OpenedDisclosure[];
  readonly rulebook: Rulebook | undefined;
}

/** How one member stands to one item: everything that touches it together, point by point. */
function standingOf(attendee: Attendee, itemId: string, known: Known): Standing | undefined {
  const { memberId, name, group, briefing } = attendee;
  const briefed = briefing.items.find(({ item }) => item.id === itemId);
  if (briefed === undefined) return undefined;
  const answers = answersOf(briefed, memberId, known);
  const own = withoutAnInterest(briefed);
  const isSure = ({ because }: Answered): boolean => because !== 'expected';
  const sure = answers.filter(isSure).reduce((all, { answer }) => strictest(all, answer), own);
  const worst = answers.reduce((all, { answer }) => strictest(all, answer), own);
  const because = (['declared', 'said', 'expected'] as const).find((why) =>
    answers.some((one) => one.because === why),
  );
  return {
    ...{ memberId, name, group, because: because ?? null },
    ...partOf(worst),
    ...boundsOf(sure, worst),
  };
}

/** A code that is not held here may ask anything of an interest, and of somebody without one it asks nothing. */
function withoutAnInterest({ withoutInterest }: BriefedItem): MeetingAnswer {
  const { byLaw, byCode, overlays, effective } = withoutInterest;
  if (byCode === null || !('kind' in byCode)) return effective;
  const byLawAlone: typeof withoutInterest = { ...withoutInterest, overlays: [], effective: byLaw };
  return overlays.reduce((all, overlay) => england.withOverlay(all, overlay), byLawAlone).effective;
}

interface Answered {
  readonly answer: MeetingAnswer;
  readonly because: Because;
}

function answersOf(briefed: BriefedItem, memberId: string, known: Known): Answered[] {
  const own = known.disclosed.filter((one) => one.memberId === memberId);
  const settled = new Set<string>();
  const touching = briefed.touches.flatMap((touch): Answered[] => {
    const { said, result, interest } = touch;
    const declared = own.filter(({ details }) => interest.knownAs.includes(details.interestId ?? ''));
    const isSaid = said === 'about-it' || said === 'affects-it';
    // What the member answered of what they declared says more than the declaration does.
    if (isSaid) declared.forEach(({ id }) => settled.add(id));
    if (declared.length > 0) return isSaid ? [{ answer: result.effective, because: 'declared' }] : [];
    if (isForTheMemberAlone(touch) || said === 'not-about-it') return [];
    return [{ answer: result.effective, because: isSaid ? 'said' : 'expected' }];
  });
  const declared = own
    .filter(({ id }) => !settled.has(id))
    .flatMap((one) => declaredAnswers(one, briefed, known));
  return [...declared, ...touching];
}

/** What follows from a declaration by itself. */
function declaredAnswers(
  disclosed: OpenedDisclosure,
  { facts, withoutInterest }: BriefedItem,
  { rulebook }: Known,
): Answered[] {
  if (disclosed.kind === 'council-tax-arrears') {
    const overlay = england.councilTaxOverlay(arrearsAsDeclared(facts), facts.meetingDate);
    return [{ answer: england.withOverlay(withoutInterest, overlay).effective, because: 'declared' }];
  }
  if (disclosed.kind !== 'interest' || rulebook === undefined) return [];
  const { effective } = rulebook.meeting(disclosedAsInterest(disclosed, facts), { present: true });
  return [{ answer: effective, because: 'declared' }];
}
