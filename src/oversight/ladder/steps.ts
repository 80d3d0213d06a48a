import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, type FindOptionsWhere } from 'typeorm';
import type { CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { EscalationStep, LetterEvent, type Step, type StepWords } from './escalation-step.entity.js';
import type { LetterState, Rung } from './rungs.js';

/** The duty that a ladder stands to. */
export interface DutyKey {
  readonly memberId: string;
  readonly rule: string;
  readonly subject: string;
}

/** A recorded step, and for a letter how it stands. The words stay sealed. */
export interface RecordedStep extends Rung {
  readonly row: EscalationStep;
  /** Of a letter by e-mail: the newest event. */
  readonly event: LetterEvent | undefined;
}

export interface NewStep {
  readonly step: Step;
  readonly channel: EscalationStep['channel'];
  readonly words: StepWords;
  readonly happenedOn: CivilDate;
  readonly bodyId?: string | undefined;
  readonly meetingId?: string | undefined;
}

/** The Message-ID of a letter: the same on every try. */
export const messageIdOf = (stepId: string): string => `<${stepId}@probity>`;
const LETTER_ID = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@probity>$/;

/** The rows of the ladder: sealed when they are written, and never changed. */
@Injectable()
export class StepRows {
  constructor(
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Of two officers, or two presses of a button, the second waits here and sees what the first did. */
  async hold(uow: UnitOfWork, { memberId, subject }: DutyKey): Promise<void> {
    await uow.manager.query('select pg_advisory_xact_lock(hashtext($1))', [
      `escalation:${uow.authorityId}:${memberId}:${subject}`,
    ]);
  }

  async add(uow: UnitOfWork, key: DutyKey, { words, ...step }: NewStep): Promise<string> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person climbs the ladder.');
    const { authorityId } = uow;
    const id = randomUUID();
    await uow.manager.insert(EscalationStep, {
      ...{ authorityId, id, ...key, step: step.step, channel: step.channel, happenedOn: step.happenedOn },
      ...{ bodyId: step.bodyId ?? null, meetingId: step.meetingId ?? null },
      details: this.sealer.seal(words, ownerOf({ authorityId, id })),
      ...{ recordedAt: this.clock.now(), recordedBy: uow.actor.accountId },
    });
    return id;
  }

  async addEvent(
    uow: UnitOfWork,
    stepId: string,
    kind: LetterEvent['kind'],
    { toAddress = null, reason = null }: { toAddress?: string | null; reason?: string | null } = {},
  ): Promise<void> {
    const { authorityId } = uow;
    const happenedAt = this.clock.now();
    await uow.manager.insert(LetterEvent, {
      ...{ authorityId, id: randomUUID(), stepId, kind, toAddress, reason, happenedAt },
    });
  }

  /** Every step of an authority, of a member or of one duty, in the order in which they were recorded. */
  async list(uow: UnitOfWork, of: Partial<DutyKey & { id: string }> = {}): Promise<RecordedStep[]> {
    const where: FindOptionsWhere<EscalationStep> = { authorityId: uow.authorityId, ...of };
    const rows = await uow.manager.find(EscalationStep, { where, order: { position: 'ASC' } });
    if (rows.length === 0) return [];
    const events = await uow.manager.find(LetterEvent, {
      where: { authorityId: uow.authorityId, stepId: Any(rows.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    const eventsOf = grouped(events, ({ stepId }) => stepId);
    return rows.map((row) => recorded(row, eventsOf(row.id).at(-1)));
  }

  /** Of these Message-IDs, those of letters, and to which member each went. */
  async lettersAmong(
    uow: UnitOfWork,
    messageIds: readonly string[],
  ): Promise<{ readonly messageId: string; readonly memberId: string }[]> {
    const ids = new Map(
      messageIds.flatMap((messageId) => {
        const id = LETTER_ID.exec(messageId)?.[1];
        return id === undefined ? [] : [[id, messageId] as const];
      }),
    );
    if (ids.size === 0) return [];
    const where = { authorityId: uow.authorityId, id: Any([...ids.keys()]) };
    const rows = await uow.manager.findBy(EscalationStep, where);
    return rows.map(({ id, memberId }) => ({ messageId: ids.get(id) ?? '', memberId }));
  }

  words(row: EscalationStep): StepWords {
    return this.sealer.open(row.details, ownerOf(row)) as StepWords;
  }
}

function recorded(row: EscalationStep, event: LetterEvent | undefined): RecordedStep {
  const { step, happenedOn } = row;
  return { row, event, step, happenedOn, letter: step === 'letter' ? letterState(row, event) : undefined };
}

function letterState({ channel }: EscalationStep, event: LetterEvent | undefined): LetterState {
  if (channel === 'post') return 'posted';
  return event === undefined || event.kind === 'handed-on' ? 'sending' : event.kind;
}

const ownerOf = ({ authorityId, id }: Pick<EscalationStep, 'authorityId' | 'id'>) => ({
  authorityId,
  row: `escalation_step:${id}`,
});
