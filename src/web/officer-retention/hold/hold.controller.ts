import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { IsNotEmpty, MaxLength } from 'class-validator';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Members } from '../../../members/index.js';
import { RetentionHolds } from '../../../oversight/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';

const PAGE = 'web/officer-retention/hold/page.njk';
const EVERYTHING = 'everything';
const WHOSE: FormError = { field: 'whose', href: '#whose', text: 'Choose whose data is held' };

class HoldForm {
  @IsNotEmpty({ message: WHOSE.text })
  whose: string;

  @MaxLength(1000, { message: 'The reason must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter why it is held' })
  reason: string;
}

/** Holds data back from being erased, and lets it go again. */
@Controller('officer/retention')
@Requires('ManageRetention')
export class RetentionHoldController {
  constructor(
    private readonly database: Database,
    private readonly holds: RetentionHolds,
    private readonly members: Members,
  ) {}

  @Get('hold')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    response.render(PAGE, await this.#view(person, blankForm()));
  }

  @Post('hold')
  @Audits('retention.held')
  async place(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(HoldForm, body);
    if (!form.ok) {
      response.status(400).render(PAGE, await this.#view(person, refusedForm(form)));
      return;
    }
    const { whose, reason } = form.value;
    const placed = await this.database.unitOfWork(actingOf(person), (uow) => this.#place(uow, whose, reason));
    if (!placed) {
      const refused = refusedForm({ words: form.words, errors: [WHOSE] });
      response.status(400).render(PAGE, await this.#view(person, refused));
      return;
    }
    response.redirect(303, '/officer/retention?done=held');
  }

  @Post('holds/:hold/lift')
  @Audits('retention.released')
  async lift(
    @CurrentPerson() person: Person,
    @IdInAddress('hold') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const lifted = await this.database.unitOfWork(actingOf(person), (uow) => this.holds.lift(uow, id));
    found('refused' in lifted && lifted.refused === 'not-found' ? undefined : lifted);
    response.redirect(303, '/officer/retention?done=lifted');
  }

  /** A member's id that is no id, or another council's, is no choice of the page. */
  async #place(uow: UnitOfWork, whose: string, reason: string): Promise<boolean> {
    if (whose === EVERYTHING) return !('refused' in (await this.holds.place(uow, null, reason)));
    const known = (await this.members.list(uow)).some(({ id }) => id === whose);
    return known && !('refused' in (await this.holds.place(uow, whose, reason)));
  }

  async #view(person: Person, form: FormState): Promise<object> {
    const members = await this.database.unitOfWork(actingOf(person), (uow) => this.members.list(uow));
    return {
      ...{ title: 'Hold data', button: 'Hold', backHref: '/officer/retention', form },
      secondary: { text: 'Cancel', href: '/officer/retention' },
      whose: [
        { value: '', text: 'Choose' },
        ...members.map(({ id, name }) => ({ value: id, text: name })),
        { value: EVERYTHING, text: 'Everything of the council' },
      ],
    };
  }
}
