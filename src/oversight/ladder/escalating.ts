import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Bodies } from '../../authorities/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import { SteppingAside } from '../../register/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { isMailAddress } from '../../platform/mail/index.js';
import type { StepWords, ToldBy } from './escalation-step.entity.js';
import { Ladders, type Ladder } from './ladders.js';
import { StepRows, type DutyKey, type NewStep } from './steps.js';

/** One refusal a reason, so that each can be told from the others. */
type Refused<Why extends string> = Why extends string ? { readonly refused: Why } : never;

/** Why nothing was recorded. `changed-meanwhile`: somebody else has climbed the ladder since the page was opened. */
export type NotEscalated = Refused<'not-found' | 'closed' | 'changed-meanwhile' | WhyNotThisStep>;
type WhyNotThisStep =
  | WhyNotTheirs
  | 'no-mail-address'
  | 'bad-mail-address'
  | 'in-the-future'
  | 'before-the-duty'
  | 'no-such-body'
  | 'no-such-meeting';

/** The duty is the officer’s own; or they left this member’s register to another officer. */
type WhyNotTheirs = 'own-duty' | 'stepped-aside';

/** Whose ladder is climbed, and how many steps it had when the officer opened the page. */
export interface OnLadder {
  readonly memberId: string;
  readonly subject: string;
  readonly seen: number;
}

/** A letter goes by e-mail now, or was posted on a day. */
export type HowSent = { readonly by: 'mail' } | { readonly by: 'post'; readonly postedOn: CivilDate };

export type Escalated = { readonly id: string } | NotEscalated;

/** What an officer does about a duty that stays open. Each step is recorded, and none of them is ever changed. */
@Injectable()
export class Escalating {
  constructor(
    private readonly audit: Audit,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly ladders: Ladders,
    private readonly meetings: Meetings,
    private readonly rows: StepRows,
    private readonly steppingAside: SteppingAside,
  ) {}

  /** Why a letter could not be sent so; undefined where it could. */
  async whyNotSent(uow: UnitOfWork, on: OnLadder, how: HowSent): Promise<NotEscalated | undefined> {
    const ladder = await this.#open(uow, on);
    if ('refused' in ladder) return ladder;
    return how.by === 'post' ? this.#badDay(ladder, how.postedOn) : badAddress(ladder);
  }

  /**
   * Records a letter as it is sent. One that goes by e-mail is handed on to the worker by its id, once this is committed:
   * see LetterSending.handOn.
   */
  async letter(uow: UnitOfWork, on: OnLadder, words: StepWords, how: HowSent): Promise<Escalated> {
    const ladder = await this.#open(uow, on);
    if ('refused' in ladder) return ladder;
    const refused = how.by === 'post' ? this.#badDay(ladder, how.postedOn) : badAddress(ladder);
    if (refused !== undefined) return refused;
    const happenedOn = how.by === 'post' ? how.postedOn : this.clock.today();
    const id = await this.rows.add(uow, ladder.key, { step: 'letter', channel: how.by, words, happenedOn });
    if (how.by === 'mail') await this.rows.addEvent(uow, id, 'handed-on', { toAddress: ladder.member.email });
    this.#audited(uow, how.by === 'mail' ? 'escalation.letter-written' : 'escalation.letter-posted', id, {
      ...ladder.key,
    });
    return { id };
  }

  /** A letter that could not be sent is handed on again, to the address that the member has now. */
  async tryAgain(
    uow: UnitOfWork,
    memberId: string,
    stepId: string,
  ): Promise<
    | { id: string }
    | Refused<'not-found' | 'closed' | 'not-failed' | 'no-mail-address' | 'bad-mail-address' | WhyNotTheirs>
  > {
    const [before] = await this.rows.list(uow, { memberId, id: stepId });
    if (before === undefined) return { refused: 'not-found' };
    await this.rows.hold(uow, before.row);
    const [step] = await this.rows.list(uow, { memberId, id: stepId });
    if (step?.letter !== 'failed') return { refused: 'not-failed' };
    const ladder = await this.ladders.find(uow, memberId, step.row.subject);
    if (ladder?.closed !== undefined || ladder === undefined) return { refused: 'closed' };
    const refused = (await this.#whyNotTheirs(uow, ladder)) ?? badAddress(ladder);
    if (refused !== undefined) return refused;
    await this.rows.addEvent(uow, stepId, 'handed-on', { toAddress: ladder.member.email });
    this.#audited(uow, 'escalation.letter-tried-again', stepId, ladder.key);
    return { id: stepId };
  }

  /** Records a report to a committee, at one of its meetings where one is named. */
  async report(
    uow: UnitOfWork,
    on: OnLadder,
    words: StepWords,
    to: { readonly bodyId: string; readonly meetingId?: string | undefined },
  ): Promise<Escalated> {
    if ((await this.bodies.find(uow, to.bodyId)) === undefined) return { refused: 'no-such-body' };
    if (to.meetingId !== undefined) {
      const meeting = await this.meetings.find(uow, to.meetingId);
      if (meeting?.bodyId !== to.bodyId) return { refused: 'no-such-meeting' };
    }
    const happenedOn = this.clock.today();
    const step = { step: 'report', channel: 'committee', words, happenedOn, ...to } as const;
    return this.#add(uow, on, step, 'escalation.reported');
  }

  /** Records that the member said that they will not answer: the day, and how they said it. */
  async refused(uow: UnitOfWork, on: OnLadder, said: Said): Promise<Escalated> {
    return this.#add(uow, on, noted('refused', said), 'escalation.refusal-recorded', said.on);
  }

  /** Records a reminder that the officer gave outside this service. */
  async reminded(uow: UnitOfWork, on: OnLadder, said: Said): Promise<Escalated> {
    return this.#add(uow, on, noted('reminder', said), 'escalation.reminder-recorded', said.on);
  }

  async #add(
    uow: UnitOfWork,
    on: OnLadder,
    step: NewStep,
    action: string,
    day?: CivilDate,
  ): Promise<Escalated> {
    const ladder = await this.#open(uow, on);
    if ('refused' in ladder) return ladder;
    const refused = day === undefined ? undefined : this.#badDay(ladder, day);
    if (refused !== undefined) return refused;
    const id = await this.rows.add(uow, ladder.key, step);
    this.#audited(uow, action, id, ladder.key);
    return { id };
  }

  /** The ladder, held against others until the unit of work ends. */
  async #open(uow: UnitOfWork, { memberId, subject, seen }: OnLadder): Promise<Ladder | NotEscalated> {
    await this.rows.hold(uow, { memberId, subject, rule: '' });
    const ladder = await this.ladders.find(uow, memberId, subject);
    if (ladder === undefined) return { refused: 'not-found' };
    if (ladder.closed !== undefined) return { refused: 'closed' };
    const refused = await this.#whyNotTheirs(uow, ladder);
    if (refused !== undefined) return refused;
    return ladder.steps.length === seen ? ladder : { refused: 'changed-meanwhile' };
  }

  /** Nobody writes to themselves, or about a member whom they left to another officer. */
  async #whyNotTheirs(uow: UnitOfWork, { member }: Ladder): Promise<Refused<WhyNotTheirs> | undefined> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person climbs the ladder.');
    const { accountId } = uow.actor;
    if (member.accountId === accountId) return { refused: 'own-duty' };
    return (await this.steppingAside.has(uow, member.id, accountId))
      ? { refused: 'stepped-aside' }
      : undefined;
  }

  #badDay({ duty }: Ladder, day: CivilDate): NotEscalated | undefined {
    if (day > this.clock.today()) return { refused: 'in-the-future' };
    const began = duty?.disclosure?.meeting.meetsOn ?? duty?.term.becameMemberOn;
    return began !== undefined && day < civilDate(began) ? { refused: 'before-the-duty' } : undefined;
  }

  /** What was written or said stays out of the record of events. */
  #audited(uow: UnitOfWork, action: string, id: string, { memberId, rule, subject }: DutyKey): void {
    const payload = { memberId, rule, duty: subject };
    this.audit.record(uow, { action, subject: { type: 'escalation', id }, payload });
  }
}

/** What was said between an officer and a member, and when. */
export interface Said {
  readonly on: CivilDate;
  readonly by: ToldBy;
  readonly note: string;
}

const noted = (step: 'refused' | 'reminder', { on, by, note }: Said): NewStep => ({
  ...{ step, channel: by, happenedOn: on },
  words: { subject: '', text: note },
});

function badAddress({
  member: { email },
}: Ladder): Refused<'no-mail-address' | 'bad-mail-address'> | undefined {
  if (email === null) return { refused: 'no-mail-address' };
  return isMailAddress(email) ? undefined : { refused: 'bad-mail-address' };
}
