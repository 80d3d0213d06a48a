import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { Matches } from 'class-validator';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { isRetentionKind, KEPT_FOR, RetentionPeriods, type RetentionKind } from '../../../oversight/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type FormState } from '../../form/index.js';
import { KINDS_IN_WORDS } from '../words.js';

const PAGE = 'web/officer-retention/period/page.njk';

class PeriodForm {
  @Matches(/^\d{1,3}$/, { message: 'Enter a whole number of months, like 24' })
  months: string;
}

/** How long one kind is kept, within what the law and its purpose leave to the council. */
@Controller('officer/retention/periods/:kind')
@Requires('ManageRetention')
export class RetentionPeriodController {
  constructor(
    private readonly database: Database,
    private readonly periods: RetentionPeriods,
  ) {}

  @Get()
  @Audits('none')
  async ask(
    @CurrentPerson() person: Person,
    @Param('kind') asked: string,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindIn(asked);
    const periods = await this.database.unitOfWork(actingOf(person), (uow) => this.periods.of(uow));
    response.render(PAGE, periodView(kind, blankForm({ months: String(periods[kind]) })));
  }

  @Post()
  @Audits('retention.period-changed')
  async change(
    @CurrentPerson() person: Person,
    @Param('kind') asked: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindIn(asked);
    const form = validateForm(PeriodForm, body);
    if (!form.ok) {
      response.status(400).render(PAGE, periodView(kind, refusedForm(form)));
      return;
    }
    const set = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.periods.set(uow, kind, Number(form.value.months)),
    );
    if ('refused' in set) {
      const refused = refusedForm({ words: form.words, errors: [outOfBounds(kind)] });
      response.status(400).render(PAGE, periodView(kind, refused));
      return;
    }
    response.redirect(303, '/officer/retention?done=period');
  }
}

function kindIn(asked: string): RetentionKind {
  if (!isRetentionKind(asked)) throw new NotFoundException();
  return asked;
}

function outOfBounds(kind: RetentionKind): FormError {
  const { least, most } = KEPT_FOR[kind];
  return { field: 'months', href: '#months', text: `Enter a number of months from ${least} to ${most}` };
}

function periodView(kind: RetentionKind, form: FormState): object {
  const { title, what, why, after } = KINDS_IN_WORDS[kind];
  const { months, least, most } = KEPT_FOR[kind];
  return {
    ...{ title: 'How long is it kept?', of: title, what, why, form, button: 'Save' },
    hint: `From ${least} to ${most}, counted from ${after}. Usual: ${months}.`,
    backHref: '/officer/retention',
    secondary: { text: 'Cancel', href: '/officer/retention' },
  };
}
