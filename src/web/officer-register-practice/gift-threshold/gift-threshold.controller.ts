import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RegisterSettings } from '../../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { ThresholdForm, thresholdView } from './page.js';

const PAGE = 'web/officer-register-practice/gift-threshold/page.njk';

/** The council's own figure from which gifts are registered. */
@Controller('officer/register/practice/gift-threshold')
@Requires('SetRegisterPractice')
export class GiftThresholdController {
  constructor(
    private readonly database: Database,
    private readonly settings: RegisterSettings,
  ) {}

  @Get()
  @Audits('none')
  show(@Res() response: Response): void {
    response.render(PAGE, thresholdView(blankForm()));
  }

  @Post()
  @Audits('gift-threshold.set')
  async set(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const again = (form: FormState): void => {
      response.status(400).render(PAGE, thresholdView(form));
    };
    const form = validateForm(ThresholdForm, body);
    if (!form.ok) {
      again(refusedForm(form));
      return;
    }
    const { pence, registers, fromOn } = form.value;
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.settings.setGiftThreshold(uow, { pence, registers, fromOn }),
    );
    if (!('refused' in result)) {
      response.redirect(303, '/officer/register/practice?done=figure');
      return;
    }
    const text = 'A figure that counts from this day or a later one is recorded already';
    again(refusedForm({ errors: [{ field: 'fromOn', href: '#fromOn-day', text }], words: form.words }));
  }
}
