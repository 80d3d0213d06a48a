import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Accounts,
  actingOf,
  ApiClients,
  Audits,
  CurrentPerson,
  Requires,
  SCOPE_NAMES,
  StepUp,
  type Person,
} from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { found, IdInAddress } from '../page/index.js';
import { chosen, ClientForm } from './forms.js';
import { clientsView, secretView } from './page.js';

const PAGE = 'web/api-access/clients.njk';
const BACK = { href: '/officer/api-clients', text: 'Back to the programs of the council' };

/** The programs to which the officer opens the council's data: made, looked through and withdrawn. */
@Controller('officer/api-clients')
@Requires('ManageApiClients')
@StepUp()
export class ApiClientsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly clients: ApiClients,
    private readonly database: Database,
  ) {}

  @Get()
  @Audits('none')
  async list(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.#view(person, blankForm());
    const banner = done === 'withdrawn' ? { text: WITHDRAWN, success: true } : undefined;
    response.render(PAGE, { ...view, banner });
  }

  /** Answers with the secret itself: to show it on another page, it would have to be kept until then. */
  @Post()
  @HttpCode(200)
  @Audits('api-client.made')
  async make(
    @CurrentPerson() person: Person,
    @Body() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(ClientForm, sent);
    if (!form.ok) {
      response.status(400).render(PAGE, await this.#view(person, refusedForm(form)));
      return;
    }
    const { name, scopes } = form.value;
    const made = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.clients.make(uow, { name, scopes: chosen(scopes) }),
    );
    const secrets = [
      { name: 'Id', value: made.id },
      { name: 'Secret', value: made.secret },
    ];
    response.render('web/api-access/secret.njk', secretView(secrets, BACK));
  }

  @Post(':client/withdraw')
  @Audits('api-client.withdrawn')
  async withdraw(
    @CurrentPerson() person: Person,
    @IdInAddress('client') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const done = await this.database.unitOfWork(actingOf(person), (uow) => this.clients.withdraw(uow, id));
    found('refused' in done ? undefined : done.id);
    response.redirect(303, '/officer/api-clients?done=withdrawn');
  }

  async #view(person: Person, form: FormState): Promise<object> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const clients = await this.clients.list(uow);
      const names = await this.accounts.names(
        uow,
        clients.map(({ madeBy }) => madeBy),
      );
      return clientsView(clients, names, form, SCOPE_NAMES);
    });
  }
}

const WITHDRAWN = 'The program is withdrawn. Its secret and its tokens no longer work.';
