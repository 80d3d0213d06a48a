import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { WebhookDeliveries, Webhooks } from '../../../exchange/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { TOPICS_IN_WORDS } from '../words.js';

/** Which other programs are told of what, and how that goes. */
@Controller('officer/webhooks')
@Requires('ManageWebhooks')
export class WebhookListController {
  constructor(
    private readonly database: Database,
    private readonly deliveries: WebhookDeliveries,
    private readonly webhooks: Webhooks,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const counts = await this.deliveries.counts(uow);
      return {
        title: 'Programs that are told of changes',
        backHref: '/officer',
        webhooks: (await this.webhooks.list(uow)).map(({ id, url, topics }) => ({
          ...{ href: `/officer/webhooks/${id}`, url },
          topics: topics.map((topic) => TOPICS_IN_WORDS[topic].text).join(', '),
          ...{ waiting: 0, dead: 0, delivered: 0, ...counts.get(id) },
        })),
      };
    });
    const banner = done === 'removed' ? { text: 'It is told nothing any more.', success: true } : undefined;
    response.render('web/officer-webhooks/list/page.njk', { ...view, banner });
  }
}
