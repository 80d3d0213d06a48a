import { Injectable } from '@nestjs/common';
import { Bodies } from '../../authorities/index.js';
import { Accounts } from '../../identity/index.js';
import { civilDate, londonDateOf, type CivilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import {
  Ladders,
  LetterFacts,
  type LadderDuty,
  type LadderWithReminders,
  type RecordedStep,
} from '../../oversight/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dateInWords, type EscalatedDuty } from '../../wording/index.js';
import { found, officeInWords } from '../page/index.js';

/** A ladder with the names of whatever stands on it. */
export interface KnownLadder {
  readonly ladder: LadderWithReminders;
  /** The committee of a report, and its meeting where one is named. */
  readonly committeeOf: (step: RecordedStep) => string;
  readonly whoRecorded: (step: RecordedStep) => string;
}

/** What the pages of one ladder are made of. */
@Injectable()
export class KnownLadders {
  constructor(
    private readonly accounts: Accounts,
    private readonly bodies: Bodies,
    private readonly facts: LetterFacts,
    private readonly ladders: Ladders,
    private readonly meetings: Meetings,
  ) {}

  /** @throws NotFoundException where the member has no such duty and nothing was ever done about one */
  async of(uow: UnitOfWork, memberId: string, duty: string): Promise<KnownLadder> {
    const ladder = found(await this.ladders.find(uow, memberId, duty));
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const ids = ladder.steps.flatMap(({ row }) => row.meetingId ?? []);
    const meetings = await this.meetings.found(uow, ids);
    const people = await this.accounts.names(uow, [
      ...new Set(ladder.steps.map(({ row }) => row.recordedBy)),
    ]);
    return {
      ladder,
      committeeOf: ({ row }) => {
        const meeting = row.meetingId === null ? undefined : meetings.get(row.meetingId);
        const day = meeting === undefined ? '' : `, ${dateInWords(civilDate(meeting.meetsOn))}`;
        return `${row.bodyId === null ? '' : (bodies.get(row.bodyId) ?? '')}${day}`;
      },
      whoRecorded: ({ row }) => people.get(row.recordedBy) ?? 'A former account',
    };
  }

  /** One that is open: a letter and a report are written of no other. @throws NotFoundException */
  async open(uow: UnitOfWork, memberId: string, duty: string): Promise<KnownLadder & { duty: LadderDuty }> {
    const known = await this.of(uow, memberId, duty);
    return { ...known, duty: found(known.ladder.closed === undefined ? known.ladder.duty : undefined) };
  }

  letterFacts(uow: UnitOfWork, duty: LadderDuty): Promise<EscalatedDuty> {
    return this.facts.of(uow, duty, officeInWords);
  }
}

/** The days on which reminders went out. */
export const reminderDays = ({ reminders }: LadderWithReminders): { on: CivilDate }[] =>
  reminders.flatMap(({ message }) => (message?.sentAt == null ? [] : [{ on: londonDateOf(message.sentAt) }]));

export const addressOf = ({ key }: Pick<LadderWithReminders, 'key'>): string =>
  `/officer/escalations/${key.memberId}/${key.subject}`;
