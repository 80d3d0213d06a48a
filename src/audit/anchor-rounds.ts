import { createHash } from 'node:crypto';
import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Database, INSTALLATION } from '../platform/database/index.js';
import { LOGGER, type Logger } from '../platform/logging/index.js';
import { MAIL, MailRefused, type Mail, type MailTransport } from '../platform/mail/index.js';
import { JobQueue } from '../platform/queue/index.js';
import { anchorInWords } from './anchor-words.js';
import { Anchors, type KnownAnchor, type UnmailedAnchor } from './anchors.js';

const ROUND = 'audit.anchor';
const MAIL_ANCHOR = 'audit.mail-anchor';
/** The first round of a day comes at midnight in London; the others find little to do. Machine time. */
const ROUND_EVERY = 15 * 60_000;

/**
 * The worker's round: each chain is anchored once a day, and each anchor goes to each address that the configuration
 * names. What was not mailed stands in our own rows, so a round that was lost, or ran twice, changes nothing.
 */
@Injectable()
export class AnchorRounds implements OnModuleInit {
  /** On which day each was last refused. Another process does not know, and tries once more. */
  readonly #refusedOn = new Map<string, string>();

  constructor(
    private readonly anchors: Anchors,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(MAIL) private readonly transport: MailTransport,
    private readonly queue: JobQueue,
  ) {}

  onModuleInit(): void {
    this.queue.handleInRounds(ROUND, ROUND_EVERY, () => this.run());
    this.queue.handle(MAIL_ANCHOR, (id) => this.mail(id));
  }

  async run(): Promise<void> {
    await this.anchors.anchorToday();
    const unmailed = await this.anchors.unmailed(this.config.auditAnchorTo);
    const today = this.clock.today();
    const ids = unmailed.map(idOf).filter((id) => this.#refusedOn.get(id) !== today);
    await this.queue.addAll(MAIL_ANCHOR, ids);
  }

  /** Mails one anchor to one address. Done again, it is the same message, and is not sent where it is known as sent. */
  async mail(id: string): Promise<void> {
    const [authorityId = '', day = ''] = id.split('/');
    const address = this.config.auditAnchorTo.find((one) => idOf({ authorityId, day, address: one }) === id);
    const anchor = await this.anchors.find(authorityId, day);
    if (address === undefined || anchor === undefined) return;
    const unmailed = { authorityId, day, address };
    if (await this.anchors.wasMailed(unmailed)) return;
    try {
      await this.transport.send(mailOf(anchor, address, await this.#chain(authorityId)));
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      // Trying at once is of no use; the rounds of the next days do, for the address may be mended.
      this.#refusedOn.set(id, this.clock.today());
      this.logger.error({ authorityId, day, reason: error.reason }, 'an anchor could not be mailed');
      return;
    }
    this.#refusedOn.delete(id);
    await this.anchors.mailed(unmailed);
  }

  async #chain(authorityId: string): Promise<{ name: string; address: string }> {
    const all = await this.database.acrossAuthorities((manager) =>
      manager.query<{ id: string; slug: string; name: string }[]>(
        'select id, slug, name from authorities_on_this_installation()',
      ),
    );
    const one = all.find(({ id }) => id === authorityId);
    const name = authorityId === INSTALLATION ? 'the installation itself' : (one?.name ?? 'an authority');
    return { name, address: `${this.config.publicUrl}/anchors/${one?.slug ?? 'installation'}` };
  }
}

/** A job carries no address: only enough to know it again. */
const idOf = ({ authorityId, day, address }: UnmailedAnchor): string =>
  `${authorityId}/${day}/${digest(address).slice(0, 12)}`;

function mailOf(anchor: KnownAnchor, to: string, chain: { name: string; address: string }): Mail {
  const { authorityId, day } = anchor;
  const key = digest(`${authorityId} ${day} ${to}`);
  return {
    messageId: `<anchor.${authorityId}.${day}.${key.slice(0, 12)}@probity>`,
    reference: asUuid(key),
    to,
    subject: `Audit anchor of ${chain.name}, ${day}`,
    body: anchorInWords(anchor, chain.name, chain.address),
    // Whether an earlier try arrived is not known here; a channel that can tell looks first.
    triedBefore: true,
  };
}

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const asUuid = (hex: string): string =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');

/** The rounds that anchor the chains. Apart from the record itself, because they need the queue and the mail. */
@Module({ providers: [AnchorRounds], exports: [AnchorRounds] })
export class AuditAnchorsModule {}
