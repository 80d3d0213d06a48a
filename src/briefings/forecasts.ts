import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Bodies, Rulebooks } from '../authorities/index.js';
import { Disclosures, type OpenedDisclosure } from '../disclosures/index.js';
import { civilDate, type CivilDate, type MeetingAnswer, type Rulebook } from '../law/index.js';
import { Attendance, type AgendaItem, type ExpectedMember, type Meeting } from '../meetings/index.js';
import { Members, Seats } from '../members/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { BriefedItem, Briefing } from './briefing.js';
import { Briefings } from './briefings.js';
import { disclosedAsInterest } from './disclosed.facts.js';
import {
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
    const [first] = attendees;
    const items = (first?.briefing.items ?? []).map(({ item }) => {
      const disclosed = declared.filter(({ agendaItemId }) => agendaItemId === item.id);
      const known = { disclosed, rulebook: rulebook.kind === 'rulebook' ? rulebook : undefined };
      const standings = attendees.map((attendee) => standingOf(attendee, item.id, known));
      const withVote = standings.filter((_, index) => attendees[index]?.as !== 'visitor');
      const visitors = standings.filter((_, index) => attendees[index]?.as === 'visitor');
      return { item, standings: withVote, visitors, disclosed, forecast: forecastItem(withVote, quorum) };
    });
    return { meeting, bodyName: body?.name ?? '', quorum, seats, items, notBriefed };
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
    const attendees: Attendee[] = [];
    const notBriefed: string[] = [];
    for (const { memberId, as } of await this.attendance.expected(uow, meeting)) {
      const name = names.get(memberId) ?? '';
      const briefing = await this.briefings.make(uow, meeting.id, memberId);
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

/** How one member stands to one item: the strictest of all that touches it. */
function standingOf(attendee: Attendee, itemId: string, known: Known): Standing {
  const { memberId, name, group, briefing } = attendee;
  const briefed = briefing.items.find(({ item }) => item.id === itemId);
  const answers = briefed === undefined ? [] : answersOf(briefed, memberId, known);
  const own = briefed === undefined ? [] : [{ answer: briefed.withoutInterest.effective, because: null }];
  const [strictest] = [...answers, ...own]
    .map(({ answer, because }) => ({ ...partOf(answer), because }))
    .sort((a, b) => STRICTNESS.indexOf(a.part) - STRICTNESS.indexOf(b.part));
  const { part, open, because } = strictest ?? { part: 'takes-part', open: false, because: null };
  const says = answers.length > 0 ? (answers[0]?.because ?? null) : null;
  return { memberId, name, group, part, open, because: because ?? says };
}

const STRICTNESS: readonly Standing['part'][] = [
  'leaves',
  'speaks-and-leaves',
  'silent',
  'speaks-only',
  'votes-only',
  'takes-part',
];

interface Answered {
  readonly answer: MeetingAnswer;
  readonly because: Because;
}

function answersOf(briefed: BriefedItem, memberId: string, { disclosed, rulebook }: Known): Answered[] {
  const own = disclosed.filter((one) => one.memberId === memberId && one.kind === 'interest');
  const touching = briefed.touches
    .filter((touch) => !isForTheMemberAlone(touch) && touch.said !== 'not-about-it')
    .map(({ said, result, interest }): Answered => {
      const isDeclared = own.some(({ details }) => interest.knownAs.includes(details.interestId ?? ''));
      const isSaid = said === 'about-it' || said === 'affects-it';
      return { answer: result.effective, because: isDeclared ? 'declared' : isSaid ? 'said' : 'expected' };
    });
  const facts = briefed.facts;
  const declared = own.flatMap((one): Answered[] =>
    rulebook === undefined
      ? []
      : [
          {
            answer: rulebook.meeting(disclosedAsInterest(one, facts), { present: true }).effective,
            because: 'declared',
          },
        ],
  );
  return [...declared, ...touching];
}
