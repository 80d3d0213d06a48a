import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import type { Request } from 'express';
import { IsNull, MoreThan } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, INSTALLATION, type Actor, type UnitOfWork } from '../../platform/database/index.js';
import { Limits, type Limiter } from '../../platform/limiting/index.js';
import { MAIL, MailRefused, type MailTransport } from '../../platform/mail/index.js';
import { JobQueue, QueueUnreachable } from '../../platform/queue/index.js';
import { Account } from '../account.entity.js';
import { AccountsOfProvider } from '../oidc/index.js';
import { Passwords } from '../passwords/index.js';
import { placeOf } from '../sessions/place.js';
import { SignInLink, type LinkPurpose } from './link.entity.js';
import { GOOD_FOR, linkWords } from './link-words.js';

const SEND = 'identity.link';
const LOOK_AGAIN = 'identity.links';
const MINUTE = 60_000;
const DAY = 86_400_000;
const SYSTEM: Actor = { kind: 'system', name: 'sign-in' };

declare module 'express-session' {
  interface SessionData {
    /** What ties a link to sign in to the browser that asked for it. */
    linkKey?: string;
  }
}

/** A link that opens: whose it is. */
export interface OpenLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly accountId: string;
  readonly email: string;
}

/**
 * Links by mail with which somebody chooses a password or signs in. The token stands in the message alone: it is made by
 * whoever sends it, and its digest is kept. Asking answers the same, and costs the same, whoever has the address.
 */
@Injectable()
export class SignInLinks implements OnModuleInit {
  readonly #perAddress: Limiter;
  readonly #perPlace: Limiter;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly ofProvider: AccountsOfProvider,
    private readonly passwords: Passwords,
    private readonly queue: JobQueue,
    limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MAIL) private readonly mail: MailTransport,
  ) {
    this.#perAddress = limits.limiter({ name: 'link', points: 5, seconds: 60 * 60 });
    this.#perPlace = limits.limiter({ name: 'link-place', points: 100, seconds: 60 * 60 });
  }

  onModuleInit(): void {
    this.queue.handle(SEND, (id) => this.send(id));
    this.queue.handleInRounds(LOOK_AGAIN, MINUTE, () => this.handOn());
  }

  /**
   * Asks for a link to an address that somebody typed. A sixth within an hour is not sent, which nobody is told: else
   * the answer would say that others ask too.
   */
  async ask(
    request: Request,
    purpose: Exclude<LinkPurpose, 'invitation'>,
    email: string,
  ): Promise<{ asked: true } | { refused: 'too-many' }> {
    if ('refused' in (await this.#perPlace.spend(placeOf(request.ip)))) return { refused: 'too-many' };
    const typed = email.trim().toLowerCase().replaceAll('\0', '').slice(0, 254);
    if ('refused' in (await this.#perAddress.spend(typed))) return { asked: true };
    const browserKey = purpose === 'sign-in' ? (request.session.linkKey ??= newToken()) : undefined;
    const accountId = await this.#whoMayUseLinks(typed);
    await this.#make(purpose, accountId, SYSTEM, browserKey);
    return { asked: true };
  }

  /**
   * Sends somebody who has an account the link with which they choose a password, at an administrator's wish. Whoever signs
   * in at a provider is sent none.
   */
  async invite(
    accountId: string,
    actor: Actor,
  ): Promise<{ invited: true } | { refused: 'signs-in-at-provider' }> {
    if (await this.ofProvider.has(accountId)) return { refused: 'signs-in-at-provider' };
    await this.#make('invitation', accountId, actor, undefined);
    return { invited: true };
  }

  /**
   * The link that a token opens; undefined where it is none, too old, used, of another purpose, or of somebody who signs in
   * at a provider.
   */
  async opened(token: string, ...purposes: readonly LinkPurpose[]): Promise<OpenLink | undefined> {
    const open = await this.database.acrossAuthorities(async (manager) => {
      const link = await manager.findOneBy(SignInLink, {
        ...{ tokenHash: digestOf(token), usedAt: IsNull() },
        expiresAt: MoreThan(this.clock.machineNow()),
      });
      if (link?.accountId == null || !purposes.includes(link.purpose)) return undefined;
      const account = await manager.findOneBy(Account, { id: link.accountId, disabledAt: IsNull() });
      return account === null
        ? undefined
        : { id: link.id, purpose: link.purpose, accountId: account.id, email: account.email };
    });
    // Whoever was invited may have signed in at their council's provider since.
    return open === undefined || (await this.ofProvider.has(open.accountId)) ? undefined : open;
  }

  /** Whether this is the browser that asked for a link. */
  async isOfBrowser({ session }: Request, { id }: OpenLink): Promise<boolean> {
    if (session.linkKey === undefined) return false;
    const browserHash = digestOf(session.linkKey);
    return this.database.acrossAuthorities((manager) => manager.existsBy(SignInLink, { id, browserHash }));
  }

  /** Uses a link up. Of two at the same moment one alone gets it. */
  async use({ id, accountId }: OpenLink): Promise<boolean> {
    return this.#inUnit({ kind: 'person', accountId }, (uow) => this.#useUp(uow, id));
  }

  /** Uses a link up and sets the password, both or neither. */
  async choosePassword(
    { id, accountId }: OpenLink,
    password: string,
  ): Promise<{ id: string } | { refused: 'used' }> {
    const passwordHash = await hash(password);
    return this.#inUnit({ kind: 'person', accountId }, async (uow) => {
      if (!(await this.#useUp(uow, id))) return { refused: 'used' };
      await this.passwords.replace(uow, { accountId, passwordHash });
      return { id: accountId };
    });
  }

  /**
   * Sends a link that was asked for, with a token of its own at each try: one that may have arrived before opens nothing
   * any more, and the one that arrives last does.
   * @throws where the channel could not take it now; the queue tries again
   */
  async send(id: string): Promise<void> {
    const token = newToken();
    const link = await this.#inUnit(SYSTEM, (uow) => this.#fix(uow, id, token));
    if (link === undefined) return;
    const key = randomUUID();
    const words = linkWords(link.purpose, this.config.publicUrl, token);
    const message = { messageId: `<${key}@probity>`, reference: key, to: link.email, ...words };
    try {
      await this.mail.send({ ...message, triedBefore: false });
    } catch (error) {
      // Nobody is told here: who asked must not learn whether the address is one.
      if (!(error instanceof MailRefused)) throw error;
      await this.#mark(id, 'usedAt');
      return;
    }
    await this.#mark(id, 'sentAt');
  }

  /** Hands on what was asked for while the queue was away. */
  async handOn(): Promise<void> {
    const unsent = await this.database.acrossAuthorities((manager) =>
      manager.query<{ id: string }[]>(
        `select id from sign_in_link
         where sent_at is null and used_at is null and account_id is not null and expires_at > $1`,
        [this.clock.machineNow()],
      ),
    );
    await this.#queueAll(unsent.map(({ id }) => id));
  }

  async #queueAll(ids: readonly string[]): Promise<void> {
    await this.queue.addAll(SEND, ids).catch((error: unknown) => {
      // The row stands, and the next round looks again.
      if (!(error instanceof QueueUnreachable)) throw error;
    });
  }

  async #mark(id: string, as: 'sentAt' | 'usedAt'): Promise<void> {
    const now = this.clock.machineNow();
    await this.database.acrossAuthorities((manager) => manager.update(SignInLink, { id }, { [as]: now }));
  }

  /** Gives a link that is still to be sent its token. */
  async #fix(
    { manager }: UnitOfWork,
    id: string,
    token: string,
  ): Promise<{ purpose: LinkPurpose; email: string } | undefined> {
    const link = await manager.findOne(SignInLink, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (link?.accountId == null || link.sentAt !== null || link.usedAt !== null) return undefined;
    if (link.expiresAt <= this.clock.machineNow()) return undefined;
    const account = await manager.findOneBy(Account, { id: link.accountId, disabledAt: IsNull() });
    if (account === null) return undefined;
    await manager.update(SignInLink, { id }, { tokenHash: digestOf(token) });
    return { purpose: link.purpose, email: account.email };
  }

  async #make(
    purpose: LinkPurpose,
    accountId: string | undefined,
    actor: Actor,
    browserKey: string | undefined,
  ): Promise<void> {
    const id = randomUUID();
    const now = this.clock.machineNow();
    await this.#inUnit(actor, async (uow) => {
      // What opened nothing for a day is of no use to anybody.
      await uow.manager.query('delete from sign_in_link where expires_at < $1', [
        new Date(now.getTime() - DAY),
      ]);
      await uow.manager.insert(SignInLink, {
        ...{ id, purpose, accountId: accountId ?? null, tokenHash: null, askedAt: now },
        browserHash: browserKey === undefined ? null : digestOf(browserKey),
        expiresAt: new Date(now.getTime() + GOOD_FOR[purpose]),
      });
      const action = purpose === 'invitation' ? 'account.invited' : 'sign-in.link-asked';
      const subject =
        purpose === 'invitation' && accountId !== undefined
          ? { type: 'account', id: accountId }
          : { type: 'installation', id: INSTALLATION };
      this.audit.record(uow, { action, subject, payload: { purpose } });
    });
    // Known address or not, the same is queued; whoever sends finds out.
    await this.#queueAll([id]);
  }

  /** Whoever signs in at their council's provider does so there alone: it knows who has left. */
  async #whoMayUseLinks(email: string): Promise<string | undefined> {
    const account = await this.database.acrossAuthorities((manager) =>
      manager.findOneBy(Account, { email, disabledAt: IsNull() }),
    );
    return account === null || (await this.ofProvider.has(account.id)) ? undefined : account.id;
  }

  async #useUp({ manager }: UnitOfWork, id: string): Promise<boolean> {
    const now = this.clock.machineNow();
    const open = { id, usedAt: IsNull(), expiresAt: MoreThan(now) };
    return (await manager.update(SignInLink, open, { usedAt: now })).affected === 1;
  }

  #inUnit<T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, work);
  }
}

/** 256 bits. */
const newToken = (): string => randomBytes(32).toString('base64url');

/** What nobody can guess needs no slow hash. */
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
