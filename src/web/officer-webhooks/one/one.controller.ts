import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { WebhookDeliveries, Webhooks } from '../../../exchange/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { londonDateOf, type CivilDate } from '../../../law/index.js';
import { Clock, londonInstant } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, DateField, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { tellSecret } from '../register/register.controller.js';
import { SHOWN, webhookView } from './page.js';

const PAGE = 'web/officer-webhooks/one/page.njk';

class SinceForm {
  @DateField({ enter: 'Enter the day', name: 'The day', mustBe: 'today or in the past' })
  since: CivilDate;
}

/** One webhook: what was sent to it and what became of it, sending again, its secret and its end. */
@Controller('officer/webhooks/:webhook')
@Requires('ManageWebhooks')
export class WebhookController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly deliveries: WebhookDeliveries,
    private readonly webhooks: Webhooks,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('webhook') id: string,
    @Query('again') again: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const banner = typeof again === 'string' ? againInWords(again) : undefined;
    response.render(PAGE, { ...(await this.#view(person, id, blankForm())), banner });
  }

  @Post('replay')
  @Audits('webhook.replayed')
  async replaySince(
    @CurrentPerson() person: Person,
    @IdInAddress('webhook') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    // Deliveries go by the machine's time, whatever the application's clock says.
    const form = validateForm(SinceForm, body, { today: londonDateOf(this.clock.machineNow()) });
    if (!form.ok) {
      response.status(400).render(PAGE, await this.#view(person, id, refusedForm(form)));
      return;
    }
    const since = londonInstant(form.value.since, '00:00');
    await this.#again(person, id, response, (uow) => this.deliveries.replaySince(uow, id, since));
  }

  @Post('deliveries/:delivery/replay')
  @Audits('webhook.replayed')
  async replay(
    @CurrentPerson() person: Person,
    @IdInAddress('webhook') id: string,
    @IdInAddress('delivery') delivery: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.#again(person, id, response, async (uow) => {
      const owed = await this.deliveries.replay(uow, id, delivery);
      return found(owed === 0 ? undefined : owed);
    });
  }

  @Post('secret')
  @Audits('webhook.secret-changed')
  async rotate(
    @CurrentPerson() person: Person,
    @IdInAddress('webhook') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const made = await this.database.unitOfWork(actingOf(person), (uow) => this.webhooks.rotate(uow, id));
    tellSecret(response, found('refused' in made ? undefined : made));
  }

  @Post('remove')
  @Audits('webhook.removed')
  async remove(
    @CurrentPerson() person: Person,
    @IdInAddress('webhook') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const removed = await this.database.unitOfWork(actingOf(person), (uow) => this.webhooks.remove(uow, id));
    found('refused' in removed ? undefined : removed);
    response.redirect(303, '/officer/webhooks?done=removed');
  }

  async #again(
    person: Person,
    id: string,
    response: Response,
    replay: (uow: UnitOfWork) => Promise<number>,
  ): Promise<void> {
    const owed = await this.database.unitOfWork(actingOf(person), async (uow) => {
      found(await this.webhooks.find(uow, id));
      return replay(uow);
    });
    response.redirect(303, `/officer/webhooks/${id}?again=${owed}`);
  }

  async #view(person: Person, id: string, form: FormState): Promise<object> {
    return this.database.unitOfWork(actingOf(person), async (uow) =>
      webhookView(found(await this.webhooks.find(uow, id)), await this.deliveries.newest(uow, id, SHOWN), {
        form,
        machineNow: this.clock.machineNow(),
      }),
    );
  }
}

function againInWords(owed: string): { text: string; success: boolean } | undefined {
  if (!/^\d{1,9}$/.test(owed)) return undefined;
  if (owed === '0') return { text: 'Nothing has happened since that day.', success: true };
  return { text: `Sent again within a few seconds: ${owed}.`, success: true };
}
