import { Controller, Get, Inject, NotFoundException, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../identity/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { keepsMail, Outbox } from '../../platform/mail/index.js';
import { instantInWords } from '../page/index.js';
import { paragraphsOf } from '../../reminders/index.js';
import { WithheldMessages } from './withheld-messages.js';

const WITHHELD = 'Details withheld: this member has a sensitive interest, and these words may name it.';

/** The messages that a machine without a mail server would have sent. Nowhere else is this page there. */
@Controller('outbox')
export class OutboxController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly withheld: WithheldMessages,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async show(@Res() response: Response): Promise<void> {
    if (this.config.production || !keepsMail(this.config)) throw new NotFoundException();
    const newest = await this.outbox.newest();
    const withheld = await this.withheld.among(newest.map(({ messageId }) => messageId));
    const messages = newest.map(({ messageId, to, subject, body, sentAt }) => ({
      ...{ to, subject, paragraphs: paragraphsOf(withheld.has(messageId) ? WITHHELD : body) },
      sent: instantInWords(sentAt),
    }));
    response.render('web/outbox/page.njk', { title: 'Outbox', messages });
  }
}
