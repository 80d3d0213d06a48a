import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import type { Response } from 'express';
import { WEBHOOK_TOPICS, Webhooks, type WebhookTopic } from '../../../exchange/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { refusalInWords, TOPICS_IN_WORDS } from '../words.js';

const PAGE = 'web/officer-webhooks/register/page.njk';
const SECRET = 'web/officer-webhooks/register/secret.njk';

class WebhookForm {
  @MaxLength(500, { message: 'The address must be 500 characters or less' })
  @IsNotEmpty({ message: 'Enter the address' })
  url: string;

  @IsIn(WEBHOOK_TOPICS, { each: true, message: 'Choose what it is told of' })
  @ArrayNotEmpty({ message: 'Choose what it is told of' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  topics: WebhookTopic[];
}

/** Registers the address of a program, and tells its secret this once. */
@Controller('officer/webhooks/new')
@Requires('ManageWebhooks')
export class RegisterWebhookController {
  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
  ) {}

  @Get()
  @Audits('none')
  ask(@Res() response: Response): void {
    response.render(PAGE, view(blankForm()));
  }

  @Post()
  @Audits('webhook.registered')
  async register(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(WebhookForm, body);
    if (!form.ok) {
      response.status(400).render(PAGE, view(refusedForm(form)));
      return;
    }
    const refuse = (text: string): void => {
      const errors = [{ field: 'url', href: '#url', text }];
      response.status(400).render(PAGE, view(refusedForm({ errors, words: form.words })));
    };
    const { value } = form;
    const refused = await this.webhooks.refuses(value.url);
    if (refused !== undefined) {
      refuse(refusalInWords(refused));
      return;
    }
    const made = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.webhooks.register(uow, value),
    );
    if ('refused' in made) refuse('This address is registered already');
    else tellSecret(response, made);
  }
}

/** Answered at once and kept nowhere: whoever goes back sees it no more. */
export function tellSecret(response: Response, { id, secret }: { id: string; secret: string }): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(200)
    .render(SECRET, { title: 'The secret of this webhook', secret, href: `/officer/webhooks/${id}` });
}

function view(form: FormState): object {
  return {
    ...{ title: 'Register an address', button: 'Register', backHref: '/officer/webhooks', form },
    secondary: { text: 'Cancel', href: '/officer/webhooks' },
    topics: WEBHOOK_TOPICS.map((value) => ({
      ...{ value, text: TOPICS_IN_WORDS[value].text },
      hint: { text: TOPICS_IN_WORDS[value].hint },
    })),
  };
}
