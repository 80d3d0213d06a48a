import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { BriefingEdition } from '../../briefings/index.js';
import {
  DisclosureRows,
  Disclosures,
  InterviewAnswer,
  Interviews,
  NaturesKeptBack,
  RelevanceAnswer,
  RelevanceAnswers,
  type Interviewed,
  type InterviewFact,
  type OpenedDisclosure,
  type Relevance,
} from '../../disclosures/index.js';
import { civilDate } from '../../law/index.js';
import {
  AgendaItem,
  AgendaRevision,
  Meetings,
  Observations,
  type MeetingObserved,
} from '../../meetings/index.js';
import { Seats } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { describeInterest } from '../../register/index.js';
import type { CaseFile } from './case-file.entity.js';
import type { ChainReading } from './chain-reading.js';
import type { InterestOnDay } from './interests-on-day.js';
import type { KnownAnswer, KnownEdition, KnownMeeting, KnownRevision } from './known.js';
import type { WithheldFromReader } from './reader.js';

/** A meeting as a case file tells of it, with what the law is asked with. */
export interface MeetingOfCase {
  readonly known: KnownMeeting;
  readonly forTheLaw: {
    readonly ofTheExecutive: boolean;
    readonly said: ReadonlyMap<string, Relevance>;
    readonly interviewed: ReadonlyMap<string, Interviewed>;
    readonly declared: readonly OpenedDisclosure[];
  };
  /** The accounts of whoever recorded something of it. */
  readonly recordedBy: readonly string[];
}

interface Around {
  readonly interests: readonly InterestOnDay[];
  readonly withheld: WithheldFromReader;
  readonly chain: ChainReading;
}

/** Gathers what was recorded of the meeting of a case: agendas, briefings, answers, declarations and what was seen. */
@Injectable()
export class GatheringMeeting {
  constructor(
    private readonly bodies: Bodies,
    private readonly disclosures: Disclosures,
    private readonly interviews: Interviews,
    private readonly keptBack: NaturesKeptBack,
    private readonly meetings: Meetings,
    private readonly observations: Observations,
    private readonly relevance: RelevanceAnswers,
    private readonly rows: DisclosureRows,
    private readonly sealer: Sealer,
    private readonly seats: Seats,
  ) {}

  /** Of every row in which the member declared something at the meeting, or corrected it. */
  async disclosureIds(uow: UnitOfWork, { meetingId, memberId }: CaseFile): Promise<string[]> {
    if (meetingId === null) return [];
    return (await this.rows.list(uow, { meetingId, memberId })).map(({ id }) => id);
  }

  async of(uow: UnitOfWork, file: CaseFile, around: Around): Promise<MeetingOfCase | undefined> {
    const { memberId, meetingId } = file;
    const meeting = meetingId === null ? undefined : await this.meetings.find(uow, meetingId);
    if (meeting === undefined) return undefined;
    const body = await this.bodies.find(uow, meeting.bodyId);
    const day = civilDate(meeting.meetsOn);
    const observed = await this.observations.ofMeeting(uow, meeting.id);
    const disclosures = await this.keptBack.readable(
      uow,
      await this.rows.list(uow, { meetingId: meeting.id, memberId }),
    );
    const revisions = await this.#revisions(uow, meeting.id);
    return {
      known: {
        ...{ meeting, bodyName: body?.name ?? '', observed, disclosures, revisions },
        hadSeat: (await this.seats.bodiesOf(uow, memberId, day)).includes(meeting.bodyId),
        item: await this.#item(uow, file),
        editions: await this.#editions(uow, meeting.id, memberId, around.withheld),
        answers: await this.#answers(uow, file, around),
      },
      forTheLaw: {
        ofTheExecutive: body?.kind === 'executive',
        said: await this.relevance.latest(uow, memberId),
        interviewed: (await this.interviews.latestOf(uow, [memberId]))(memberId),
        declared: await this.disclosures.standing(uow, meeting.id, memberId),
      },
      recordedBy: [
        ...revisions.flatMap(({ recordedBy }) => (recordedBy === null ? [] : [recordedBy])),
        ...disclosures.map((one) => one.recordedBy),
        ...recordersIn(observed),
      ],
    };
  }

  /** Withdrawn items too: it was on the agenda once. */
  async #item(uow: UnitOfWork, { agendaItemId }: CaseFile): Promise<AgendaItem | undefined> {
    if (agendaItemId === null) return undefined;
    const item = { authorityId: uow.authorityId, id: agendaItemId };
    return (await uow.manager.findOneBy(AgendaItem, item)) ?? undefined;
  }

  async #revisions(uow: UnitOfWork, meetingId: string): Promise<KnownRevision[]> {
    const rows = await uow.manager.find(AgendaRevision, {
      where: { authorityId: uow.authorityId, meetingId },
      order: { number: 'ASC' },
    });
    return rows.map(({ reading, ...row }) => ({ ...row, retitled: reading.retitled ?? [] }));
  }

  async #editions(
    uow: UnitOfWork,
    meetingId: string,
    memberId: string,
    withheld: WithheldFromReader,
  ): Promise<KnownEdition[]> {
    const { authorityId } = uow;
    const editions = await uow.manager.find(BriefingEdition, {
      where: { authorityId, meetingId, memberId },
      order: { edition: 'ASC' },
    });
    return editions.map((edition) => {
      const row = `briefing_edition:${edition.id}`;
      const { shown } = this.sealer.open(edition.details, { authorityId, row }) as { shown: string[] };
      return { edition, shown: withheld.words ? undefined : shown };
    });
  }

  /** Everything that the member answered about the item, each time that they did, in order. */
  async #answers(uow: UnitOfWork, file: CaseFile, around: Around): Promise<KnownAnswer[]> {
    const { agendaItemId, memberId } = file;
    if (agendaItemId === null) return [];
    const of = { authorityId: uow.authorityId, memberId, agendaItemId };
    const order = { position: 'ASC' } as const;
    const relevance = await uow.manager.find(RelevanceAnswer, { where: of, order });
    const interviewed = await uow.manager.find(InterviewAnswer, { where: of, order });
    const placeOf = placesOf(around.chain, of);
    const all = [
      ...relevance.map((row, index) =>
        this.#relevanceAnswer(row, placeOf('relevance.answered', index), around),
      ),
      ...interviewed.map((row, index) =>
        this.#interviewAnswer(row, placeOf('interview.answered', index), around),
      ),
    ];
    return all.sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime());
  }

  #relevanceAnswer(
    row: RelevanceAnswer,
    position: string | null,
    { interests, withheld }: Around,
  ): KnownAnswer {
    const { id, saidAt, answer, details, authorityId } = row;
    const about = describedFor(row.interestId, interests);
    const because =
      details === null || withheld.words
        ? undefined
        : (this.sealer.open(details, { authorityId, row: `relevance_answer:${id}` }) as string);
    return {
      ...{ kind: 'relevance', id, saidAt, position },
      said: about === undefined ? undefined : { about, answer, because },
    };
  }

  #interviewAnswer(row: InterviewAnswer, position: string | null, { interests }: Around): KnownAnswer {
    const { id, saidAt, details, authorityId } = row;
    const sealed = this.sealer.open(details, { authorityId, row: `interview_answer:${id}` }) as {
      readonly interestId: string;
      readonly fact: InterviewFact;
      readonly value: 'yes' | 'no' | 'not-sure';
    };
    const about = describedFor(sealed.interestId, interests);
    const { fact, value } = sealed;
    return {
      ...{ kind: 'interview', id, saidAt, position },
      said: about === undefined ? undefined : { about, fact, value },
    };
  }
}

/**
 * What an answer was about, where the reader may know it: an interest that the officer knew of on the day. What stands on
 * the list that a member keeps for themselves is nobody else's to read.
 */
function describedFor(interestId: string, interests: readonly InterestOnDay[]): string | undefined {
  const interest = interests.find(({ knownAs }) => knownAs.includes(interestId));
  return interest === undefined || interest.isWithheld ? undefined : describeInterest(interest.details);
}

/** An answer and its event were written together and both are append-only, so the n-th of one is the n-th of the other. */
function placesOf(
  chain: ChainReading,
  { agendaItemId, memberId }: { readonly agendaItemId: string; readonly memberId: string },
): (action: string, index: number) => string | null {
  return (action, index) => {
    const events = chain
      .of(agendaItemId, [action])
      .filter(({ payload }) => payload === null || payload.memberId === memberId);
    // Once retention has erased what some of them said, nobody can tell whose they are.
    return events.some(({ payload }) => payload === null) ? null : (events[index]?.position ?? null);
  };
}

function recordersIn({ opened, closed, attendance, begun, absences, votes }: MeetingObserved): string[] {
  const all = [
    ...[opened, closed, ...attendance.values(), ...begun.values(), ...votes],
    ...absences.flatMap(({ left, returned }) => [left, returned]),
  ];
  return all.flatMap((one) => (one === undefined ? [] : [one.recordedBy]));
}
