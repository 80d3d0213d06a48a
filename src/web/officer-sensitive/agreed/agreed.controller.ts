import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Register, Sensitivities } from '../../../register/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { SensitiveReading, type ReadInterest } from '../reading.js';
import { reviewDayError, WHY_NOT } from '../refusals.js';
import { agreedView, EndForm, endView, ReviewForm } from './page.js';

const PAGE = 'web/officer-sensitive/agreed/page.njk';
const END = 'web/officer-sensitive/agreed/end.njk';

/** An interest that is agreed to be sensitive: looked at again, or ended. */
@Controller('officer/sensitive/entries/:id')
export class AgreedController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly reading: SensitiveReading,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  @Get()
  @Requires('ReadSensitiveDetails')
  @Audits('sensitivity.read')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, await this.#agreed(person, id, blankForm()));
  }

  @Post()
  @Requires('DecideSensitivity')
  @Audits('sensitivity.reviewed')
  async review(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(ReviewForm, body);
    const again = async (state: FormState, status: 400 | 409, banner?: { text: string }): Promise<void> => {
      response.status(status).render(PAGE, { ...(await this.#agreed(person, id, state)), banner });
    };
    if (!form.ok) return again(refusedForm(form), 400);
    const { reviewOn } = form.value;
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.sensitivities.review(uow, id, reviewOn),
    );
    if (!('refused' in result)) {
      response.redirect(303, '/officer/sensitive?done=reviewed');
      return;
    }
    if (result.refused !== 'review-day')
      return again(blankForm(form.words), 409, { text: WHY_NOT[result.refused] });
    const errors = [reviewDayError(this.clock.today())];
    return again(refusedForm({ errors, words: form.words }), 400);
  }

  @Get('end')
  @Requires('ReadSensitiveDetails')
  @Audits('sensitivity.read')
  async askEnd(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { read } = await this.#read(person, id);
    response.render(END, endView(id, read, blankForm()));
  }

  @Post('end')
  @Requires('DecideSensitivity')
  @Audits('sensitivity.ended')
  async end(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(EndForm, body);
    if (!form.ok) {
      const { read } = await this.#read(person, id);
      response.status(400).render(END, endView(id, read, refusedForm(form)));
      return;
    }
    const { reason } = form.value;
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.sensitivities.end(uow, id, reason),
    );
    if (!('refused' in result)) {
      response.redirect(303, '/officer/sensitive?done=ended');
      return;
    }
    const { read } = await this.#read(person, id);
    const banner = { text: WHY_NOT[result.refused] };
    response.status(409).render(END, { ...endView(id, read, blankForm(form.words)), banner });
  }

  async #agreed(person: Person, id: string, form: FormState): Promise<object> {
    const { read, reviewOn } = await this.#read(person, id);
    return agreedView(id, read, reviewOn, form);
  }

  /** An entry that is agreed to be sensitive, and no other. */
  async #read(person: Person, id: string): Promise<{ read: ReadInterest; reviewOn: string | null }> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const entry = found(await this.register.find(uow, id)).entry;
      found(entry.sensitive === 'agreed' ? entry : undefined);
      return { read: await this.reading.ofEntry(uow, id), reviewOn: entry.sensitiveReviewOn };
    });
  }
}
