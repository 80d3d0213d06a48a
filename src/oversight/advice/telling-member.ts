import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, type Acting, type UnitOfWork } from '../../platform/database/index.js';
import { MAIL, MailRefused, type MailTransport } from '../../platform/mail/index.js';
import { JobQueue, QueueUnreachable } from '../../platform/queue/index.js';
import { adviceAnswered } from '../../wording/index.js';
import { AdviceAnswer, AdviceQuestion, AdviceTold } from './advice.entity.js';

const TELL = 'advice.tell';
const ROUND = 'advice.round';
/** Machine time. */
const ROUND_EVERY = 15 * 60_000;
/** So long an answer is left to whoever gave it, who hands it on as it is committed. */
const HANDED_ON_WITHIN = 60_000;

const acting = (authorityId: string): Acting => ({ authorityId, actor: { kind: 'system', name: 'advice' } });

/** Tells a member by e-mail that an answer is there, once. Neither the question nor the answer nor the item is in it. */
@Injectable()
export class TellingMember implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly members: Members,
    private readonly queue: JobQueue,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {}

  onModuleInit(): void {
    this.queue.handle(TELL, async (id, { last }) => {
      const [authorityId = '', answerId = ''] = id.split('/');
      await this.tell(authorityId, answerId, last);
    });
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.round());
  }

  /** Gives an answer that is committed to the worker. Where the queue is away, a later round does. */
  async handOn(authorityId: string, answerId: string): Promise<void> {
    try {
      await this.queue.add(TELL, `${authorityId}/${answerId}`);
    } catch (error) {
      if (!(error instanceof QueueUnreachable)) throw error;
    }
  }

  /** Hands on again what the queue has lost. */
  async round(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - HANDED_ON_WITHIN);
    const authorities = await this.database.acrossAuthorities((manager) =>
      manager.query<{ id: string }[]>('select id from authorities_on_this_installation()'),
    );
    for (const { id: authorityId } of authorities) {
      const untold = await this.database.unitOfWork(acting(authorityId), ({ manager }) =>
        manager.query<{ id: string }[]>(
          `select a.id from advice_answer a where a.authority_id = $1 and a.answered_at <= $2 and not exists (
             select from advice_told t where t.authority_id = $1 and t.answer_id = a.id)`,
          [authorityId, before],
        ),
      );
      const jobs = untold.map(({ id }) => `${authorityId}/${id}`);
      await this.queue.addAll(TELL, jobs);
    }
  }

  /** @throws where it could not be sent now: the queue tries again */
  async tell(authorityId: string, answerId: string, isLast = false): Promise<void> {
    await this.database.unitOfWork(acting(authorityId), async (uow) => {
      await uow.manager.query('select pg_advisory_xact_lock(hashtext($1))', [`advice:${answerId}`]);
      if (await uow.manager.existsBy(AdviceTold, { authorityId, answerId })) return;
      const answer = await uow.manager.findOneByOrFail(AdviceAnswer, { authorityId, id: answerId });
      const asked = { authorityId, id: answer.questionId };
      const { memberId } = await uow.manager.findOneByOrFail(AdviceQuestion, asked);
      const member = await this.members.find(uow, memberId);
      const outcome = await this.#sent(answer, { name: member?.name ?? '', email: member?.email }, isLast);
      await uow.manager.insert(AdviceTold, { authorityId, answerId, outcome, happenedAt: this.clock.now() });
      this.#audited(uow, answer.questionId, { memberId, outcome });
    });
  }

  async #sent(
    { id, questionId, edition }: AdviceAnswer,
    { name, email }: { name: string; email: string | null | undefined },
    isLast: boolean,
  ): Promise<AdviceTold['outcome']> {
    if (email == null) return 'no-address';
    const address = `${this.config.publicUrl}/my/advice/${questionId}`;
    const { subject, text } = adviceAnswered({ name, address, isCorrection: edition > 1 });
    try {
      const of = { messageId: `<${id}@probity>`, reference: id, to: email, triedBefore: true };
      await this.mail.send({ ...of, subject, body: text });
      return 'sent';
    } catch (error) {
      if (error instanceof MailRefused || isLast) return 'failed';
      throw error;
    }
  }

  #audited(uow: UnitOfWork, id: string, payload: { memberId: string; outcome: AdviceTold['outcome'] }): void {
    const subject = { type: 'advice', id };
    this.audit.record(uow, { action: 'advice.told', subject, payload });
  }
}
