import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Authority } from '../../authorities/index.js';
import { Account, AccountsOfProvider, FirstSignIns } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION, type Actor, type UnitOfWork } from '../../platform/database/index.js';
import { MAIL, MailRefused, type MailTransport } from '../../platform/mail/index.js';
import { JobQueue, QueueUnreachable } from '../../platform/queue/index.js';
import { Sealer, type SealedFor } from '../../platform/sealing/index.js';
import { Invitation } from './intake.entity.js';
import { InvitationWords } from './invitation-words.js';

const INVITE = 'intake.invite';
/** So long a link opens the page on which a first password is chosen, in days. */
export const LINK_DAYS = 60;
const DAY = 86_400_000;

/** A link that can be used: whose first password it chooses. */
export interface OpenInvitation {
  readonly authorityId: string;
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly council: string;
}

/** How many of an intake's invitations left, wait, or could not be delivered. */
export interface InvitationCounts {
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly used: number;
}

/** Tells new members how to sign in, each of them once. */
@Injectable()
export class Invitations implements OnModuleInit {
  /** What is under way here, so that councils follow each other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly firstSignIns: FirstSignIns,
    private readonly ofProvider: AccountsOfProvider,
    private readonly queue: JobQueue,
    private readonly sealer: Sealer,
    private readonly words: InvitationWords,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {}

  onModuleInit(): void {
    this.queue.handle(INVITE, (authorityId) => this.send(authorityId));
  }

  /** Hands on whatever is due. A queue that is away loses nothing: the next round looks again. */
  async handOn(among?: readonly string[]): Promise<void> {
    const due = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string }[]>('select authority_id from authorities_with_invitations($1)', [
        this.clock.today(),
      ]),
    );
    const ids = due.map(({ authority_id }) => authority_id).filter((id) => among?.includes(id) ?? true);
    await this.queue.addAll(INVITE, ids).catch((error: unknown) => {
      if (!(error instanceof QueueUnreachable)) throw error;
    });
  }

  /**
   * Sends what is due in one authority. A message is locked while it is under way, and is the same message when it is
   * tried again: its Message-ID follows from the invitation.
   * @throws where the channel could not take one now; the queue tries again
   */
  async send(authorityId: string): Promise<void> {
    // One council at a time in a process: each holds a connection while its messages are handed over, which may need
    // another one, and there are only so many.
    const turn = this.#turn.then(() => this.#sendAll(authorityId));
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  async #sendAll(authorityId: string): Promise<void> {
    for (;;) {
      const { tried, putOff } = await this.database.unitOfWork({ authorityId, actor: SYSTEM }, (uow) =>
        this.#sendSome(uow),
      );
      if (putOff > 0) throw new Error('An invitation could not be sent now.');
      if (tried === 0) return;
    }
  }

  async counts(uow: UnitOfWork, intakeId: string): Promise<InvitationCounts> {
    const [row] = await uow.manager.query<InvitationCounts[]>(
      `select count(*) filter (where sent_at is not null)::int as sent,
         count(*) filter (where sent_at is null and failed_reason is null)::int as waiting,
         count(*) filter (where failed_reason is not null)::int as failed,
         count(*) filter (where used_at is not null)::int as used
       from invitation where intake_id = $1 and authority_id = any (acting_authorities())`,
      [intakeId],
    );
    return row ?? { sent: 0, waiting: 0, failed: 0, used: 0 };
  }

  /** Sends an authority's invitations of an intake once more, to whoever has no password yet. @returns how many */
  async sendAgain(uow: UnitOfWork, intakeId: string): Promise<number> {
    const [, again] = await uow.manager.query<[unknown, number]>(
      `update invitation i set edition = edition + 1, tries = 0, sent_at = null, failed_reason = null
       where authority_id = $1 and intake_id = $2 and used_at is null and (sent_at is not null or failed_reason is not null)
         and exists (select from account a where a.id = i.account_id and a.password_hash is null and a.disabled_at is null)`,
      [uow.authorityId, intakeId],
    );
    if (again > 0)
      this.audit.record(uow, {
        action: 'intake.invited-again',
        subject: { type: 'authority', id: uow.authorityId },
        payload: { intakeId, invitations: again },
      });
    return again;
  }

  /**
   * The invitation that a link opens; undefined for one that is none, too old, used, followed by a newer one, or of somebody
   * who signs in at a provider.
   */
  async opened(key: string): Promise<OpenInvitation | undefined> {
    const link = this.#read(key);
    if (link === undefined) return undefined;
    const { authorityId, id, edition } = link;
    const open = await this.database.unitOfWork({ authorityId, actor: SYSTEM }, async (uow) => {
      const where = { authorityId, id, edition, usedAt: IsNull() };
      const invitation = await uow.manager.findOneBy(Invitation, where);
      const since = new Date(this.clock.now().getTime() - LINK_DAYS * DAY);
      if ((invitation?.sentAt ?? invitation?.madeAt ?? since) <= since) return undefined;
      const account = await uow.manager.findOneBy(Account, { id: invitation?.accountId ?? '' });
      if (account?.passwordHash !== null || account.disabledAt !== null) return undefined;
      const { name: council } = await uow.manager.findOneByOrFail(Authority, { id: authorityId });
      return { authorityId, id, accountId: account.id, email: account.email, council };
    });
    // Asked on its own: whoever holds a connection and waits for another may wait for ever.
    return open === undefined || (await this.ofProvider.has(open.accountId)) ? undefined : open;
  }

  /** Sets the first password. The link opens nothing afterwards, nor does any other to the same account. */
  async choosePassword(
    { authorityId, id, accountId }: OpenInvitation,
    password: string,
  ): Promise<{ id: string } | { refused: 'has-one-already' }> {
    const chosen = await this.firstSignIns.choosePassword(accountId, password);
    if ('refused' in chosen) return chosen;
    await this.database.unitOfWork({ authorityId, actor: { kind: 'person', accountId } }, (uow) =>
      uow.manager.update(Invitation, { authorityId, id }, { usedAt: this.clock.now() }),
    );
    return chosen;
  }

  async #due(uow: UnitOfWork): Promise<Invitation[]> {
    const where: FindOptionsWhere<Invitation> = {
      ...{ authorityId: uow.authorityId, sentAt: IsNull(), failedReason: IsNull() },
      dueOn: LessThanOrEqual(this.clock.today()),
    };
    return uow.manager
      .createQueryBuilder(Invitation, 'invitation')
      .where(where)
      .orderBy('invitation.id')
      .limit(this.mail.atOnce)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async #sendSome(uow: UnitOfWork): Promise<{ tried: number; putOff: number }> {
    const { authorityId } = uow;
    const due = await this.#due(uow);
    if (due.length === 0) return { tried: 0, putOff: 0 };
    const { name: council } = await uow.manager.findOneByOrFail(Authority, { id: authorityId });
    const ids = due.map(({ memberId }) => memberId);
    const members = await uow.manager.findBy(Member, { authorityId, id: In(ids) });
    const accounts = await this.firstSignIns.withIds(
      uow,
      due.map(({ accountId }) => accountId),
    );
    const outcomes = await Promise.allSettled(
      due.map((invitation) => {
        const member = members.find(({ id }) => id === invitation.memberId);
        const account = accounts.find(({ id }) => id === invitation.accountId);
        if (member === undefined || account === undefined) throw new Error('An invitation without a member.');
        return this.#sendOne(invitation, { council, member, account });
      }),
    );
    return { tried: due.length, putOff: await this.#record(uow, due, outcomes) };
  }

  async #sendOne(
    { authorityId, id, edition, tries, dueOn }: Invitation,
    { council, member, account }: { council: string; member: Member; account: Account },
  ): Promise<void> {
    if (account.disabledAt !== null) throw new AccountDisabled();
    const key = account.passwordHash === null ? this.#linkOf(authorityId, id, edition) : undefined;
    const about = { council, name: member.name, email: account.email, becameMemberOn: civilDate(dueOn) };
    const { subject, body } = this.words.of({ ...about, key, days: LINK_DAYS });
    await this.mail.send({
      ...{ messageId: `<${id}.${edition}@probity>`, reference: id, to: account.email, subject, body },
      triedBefore: tries > 0,
    });
  }

  /** What became of each: gone, refused for good, or put off to another try. @returns how many were put off */
  async #record(
    uow: UnitOfWork,
    due: readonly Invitation[],
    outcomes: readonly PromiseSettledResult<void>[],
  ): Promise<number> {
    const failures = outcomes.map((outcome): unknown =>
      outcome.status === 'rejected' ? outcome.reason : undefined,
    );
    const sent = failures.map((failure) => (failure === undefined ? this.clock.now() : null));
    const reasons = failures.map((failure) => (isForGood(failure) ? failure.reason : null));
    await uow.manager.query(
      `update invitation i set tries = i.tries + 1, sent_at = given.sent_at, failed_reason = given.reason
       from unnest($2::uuid[], $3::timestamptz[], $4::text[]) as given (id, sent_at, reason)
       where i.authority_id = $1 and i.id = given.id`,
      [uow.authorityId, due.map(({ id }) => id), sent, reasons],
    );
    return failures.filter((failure) => failure !== undefined && !isForGood(failure)).length;
  }

  #linkOf(authorityId: string, id: string, edition: number): string {
    return this.sealer.seal({ authorityId, id, edition }, OF_INVITATIONS);
  }

  #read(key: string): { authorityId: string; id: string; edition: number } | undefined {
    try {
      return this.sealer.open(key, OF_INVITATIONS) as { authorityId: string; id: string; edition: number };
    } catch {
      return undefined;
    }
  }
}

/** Nobody is told to sign in with what is shut to them. Enabled again, they are among those who are invited once more. */
class AccountDisabled extends Error {
  readonly reason = 'account-disabled';
}
const isForGood = (failure: unknown): failure is MailRefused | AccountDisabled =>
  failure instanceof MailRefused || failure instanceof AccountDisabled;

const SYSTEM: Actor = { kind: 'system', name: 'intake' };
/** It belongs to no row: the name keeps a value that was sealed for anything else from being taken for one. */
const OF_INVITATIONS: SealedFor = { authorityId: INSTALLATION, row: 'invitation' };
