import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Acting, type UnitOfWork } from '../../platform/database/index.js';
import { MAIL, MailRefused, type MailTransport } from '../../platform/mail/index.js';
import { JobQueue, QueueUnreachable } from '../../platform/queue/index.js';
import type { LetterEvent } from './escalation-step.entity.js';
import { Ladders } from './ladders.js';
import { messageIdOf, StepRows, type RecordedStep } from './steps.js';

const SEND = 'escalation.send';
const ROUND = 'escalation.round';
/** Machine time between two looks for letters that the queue has lost. */
const ROUND_EVERY = 60_000;
/** What was handed on so long ago, and has neither left nor failed, is handed on again. Application time. */
const HANDED_ON_WITHIN = 60_000;
/** Application time. A killed worker’s job comes back later than that. */
const FIRST_TRY_WITHIN = 5_000;

const acting = (authorityId: string): Acting => ({
  authorityId,
  actor: { kind: 'system', name: 'escalation' },
});

/**
 * Sends letters that were written, each once: the row is what is owed, and the job carries its id alone. Every try has the
 * same Message-ID, so that a channel which can tell a repeat takes it once.
 */
@Injectable()
export class LetterSending implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly ladders: Ladders,
    private readonly queue: JobQueue,
    private readonly rows: StepRows,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {}

  onModuleInit(): void {
    this.queue.handle(SEND, async (id, { last }) => {
      const [authorityId = '', stepId = ''] = id.split('/');
      await this.send(authorityId, stepId, last);
    });
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.round());
  }

  /** Gives a letter that is committed to the worker. Where the queue is away, a later round does. */
  async handOn(authorityId: string, stepId: string): Promise<void> {
    try {
      await this.queue.add(SEND, `${authorityId}/${stepId}`);
    } catch (error) {
      if (!(error instanceof QueueUnreachable)) throw error;
    }
  }

  /** Hands on again what the queue has lost. */
  async round(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - HANDED_ON_WITHIN);
    const unsent = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string; id: string }[]>('select * from unsent_letters($1)', [before]),
    );
    await this.queue.addAll(
      SEND,
      unsent.map(({ authority_id, id }) => `${authority_id}/${id}`),
    );
  }

  /**
   * Sends a letter unless it has left, failed or lost its reason.
   * @param isLast no other try follows by itself: then it is given up, and shown
   * @throws where it could not be sent now: the queue tries again
   */
  async send(authorityId: string, stepId: string, isLast = false): Promise<void> {
    await this.database.unitOfWork(acting(authorityId), async (uow) => {
      if (!(await this.#isOurs(uow, stepId))) return;
      const [letter] = await this.rows.list(uow, { id: stepId });
      if (letter?.letter !== 'sending' || letter.event === undefined) return;
      const { memberId, subject } = letter.row;
      const ladder = await this.ladders.find(uow, memberId, subject);
      if (ladder?.closed !== undefined) await this.#became(uow, letter, 'withdrawn', ladder.closed);
      else await this.#hand(uow, letter, letter.event, isLast);
    });
  }

  async #hand(uow: UnitOfWork, letter: RecordedStep, event: LetterEvent, isLast: boolean): Promise<void> {
    const { subject, text } = this.rows.words(letter.row);
    const { id } = letter.row;
    try {
      await this.mail.send({
        ...{ messageId: messageIdOf(id), reference: id, to: event.toAddress ?? '', subject, body: text },
        triedBefore: this.clock.now().getTime() - event.happenedAt.getTime() > FIRST_TRY_WITHIN,
      });
    } catch (error) {
      if (error instanceof MailRefused) return this.#became(uow, letter, 'failed', error.reason);
      if (isLast) return this.#became(uow, letter, 'failed', 'given-up');
      throw error;
    }
    await this.#became(uow, letter, 'sent');
  }

  async #became(
    uow: UnitOfWork,
    { row }: RecordedStep,
    kind: 'sent' | 'failed' | 'withdrawn',
    reason?: string,
  ): Promise<void> {
    await this.rows.addEvent(uow, row.id, kind, { reason: reason ?? null });
    const { memberId, rule, subject: duty } = row;
    const action =
      kind === 'sent'
        ? 'escalation.letter-sent'
        : kind === 'failed'
          ? 'escalation.letter-failed'
          : 'escalation.letter-withdrawn';
    const payload = { memberId, rule, duty, ...(reason !== undefined && { reason }) };
    this.audit.record(uow, { action, subject: { type: 'escalation', id: row.id }, payload });
  }

  /** Whether nobody else is sending it at this moment. */
  async #isOurs(uow: UnitOfWork, stepId: string): Promise<boolean> {
    const [row] = await uow.manager.query<{ ours: boolean }[]>(
      'select pg_try_advisory_xact_lock(hashtext($1)) as ours',
      [`escalation-letter:${uow.authorityId}:${stepId}`],
    );
    return row?.ours === true;
  }
}
