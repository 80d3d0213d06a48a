import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DispensationRequests } from '../../../dispensations/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type Words } from '../../form/index.js';
import { errorAt, send, type Answer } from '../../my-dispensations/index.js';
import { GrantersChoices } from '../choices.js';
import { askedOnPaper, PaperForm, paperView } from './page.js';

const PAGE = 'web/officer-dispensations/paper/page.njk';

const WHY_NOT = {
  'no-such-member': errorAt('memberId', 'Choose the member'),
  'in-the-future': errorAt('receivedOn', 'The day on which it was received must be today or in the past'),
  'ends-before-it-begins': errorAt('to', 'The last day must be the same as or after the first day'),
  'no-executive': errorAt('kind', 'This council has no executive, so it makes no executive decisions'),
} as const;

/** A request that came on paper is typed in, with the day on which it came. */
@Controller('officer/dispensations/paper')
@Requires('GrantDispensation')
export class PaperController {
  constructor(
    private readonly choices: GrantersChoices,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly requests: DispensationRequests,
  ) {}

  @Get()
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const choices = await this.database.unitOfWork(actingOf(person), (uow) => this.choices.of(uow));
    response.render(PAGE, paperView(choices, blankForm()));
  }

  @Post()
  @Audits('dispensation.requested')
  async record(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(PaperForm, body, { today: this.clock.today() });
    const answer = await this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const choices = await this.choices.of(uow);
      const again = (errors: readonly FormError[], words: Words): Answer => {
        const view = paperView(choices, refusedForm({ errors, words }));
        return { status: 400, page: PAGE, view };
      };
      if (!form.ok) return again(form.errors, form.words);
      const { memberId, receivedOn, inWriting } = form.value;
      const asked = askedOnPaper(form.value);
      if (asked === undefined)
        return again([errorAt('scope', 'Choose what the dispensation is to allow')], form.words);
      const paper = { receivedOn, inWriting: inWriting === 'yes' };
      const result = await this.requests.recordPaper(uow, memberId, asked, paper);
      if ('refused' in result) return again([WHY_NOT[result.refused]], form.words);
      return { location: '/officer/dispensations?done=recorded' };
    });
    send(response, answer);
  }
}
