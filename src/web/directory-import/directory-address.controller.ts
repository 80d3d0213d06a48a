import { Body as SentBody, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { hostIn, ModernGovService } from '../../exchange/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { AddressForm, addressView, callOf } from './address.js';
import { ReadingAnswers } from './reading-answers.js';
import { WHY_NOT_FETCHED } from './refusals.js';

const ADDRESS = 'web/directory-import/address.njk';

/** A clerk has the council's ModernGov asked, at its public address. */
@Controller('meetings/directory/address')
export class DirectoryAddressController {
  constructor(
    private readonly answers: ReadingAnswers,
    private readonly clock: Clock,
    private readonly service: ModernGovService,
  ) {}

  @Get()
  @Requires('ImportDirectory')
  @Audits('none')
  ask(@Res() response: Response): void {
    response.render(ADDRESS, addressView(blankForm()));
  }

  @Post()
  @Requires('ImportDirectory')
  @Audits('directory.read, or agenda.received')
  async fetch(
    @CurrentPerson() person: Person,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const again = (form: FormState): void => {
      response.status(400).render(ADDRESS, addressView(form));
    };
    const form = validateForm(AddressForm, sent);
    if (!form.ok) {
      again(refusedForm(form));
      return;
    }
    const { address } = form.value;
    const fetched = await this.service.ask(address, callOf(form.value, this.clock.today()));
    const taken =
      'refused' in fetched
        ? { why: WHY_NOT_FETCHED[fetched.refused] }
        : await this.answers.take(person, fetched.bytes, hostIn(address));
    if ('page' in taken) response.redirect(303, taken.page);
    else {
      const errors = [{ field: 'address', href: '#address', text: taken.why }];
      again(refusedForm({ errors, words: form.words }));
    }
  }
}
