import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import {
  Audits,
  CurrentPerson,
  People,
  Requires,
  type Person,
  type RequestOfPerson,
} from '../../identity/index.js';
import { Database } from '../../platform/database/index.js';
import { refusedForm, validateForm } from '../form/index.js';
import { homeOf } from '../sign-in/home.js';
import { localPath } from '../sign-in/local-path.js';
import { ChooseAuthorityForm, chooseAuthorityView, NOT_YOURS } from './page.js';

const PAGE = 'web/choose-authority/page.njk';

/** Which of their councils a person acts for. The session keeps it, and every form carries it. */
@Controller('choose-authority')
@Requires('signed-in')
export class ChooseAuthorityController {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly people: People,
  ) {}

  @Get()
  @Audits('none')
  ask(
    @CurrentPerson() person: Person,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): void {
    response.render(PAGE, chooseAuthorityView(person, localPath(returnTo)));
  }

  @Post()
  @Audits('authority.chosen')
  async choose(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Body('returnTo') sent: unknown,
    @Req() request: RequestOfPerson,
    @Res() response: Response,
  ): Promise<void> {
    const returnTo = localPath(sent);
    const form = validateForm(ChooseAuthorityForm, body);
    const chosen = person.memberships.find(({ slug }) => form.ok && slug === form.value.authority);
    if (chosen === undefined) {
      const errors = form.ok ? [NOT_YOURS] : form.errors;
      const refused = refusedForm({ errors, words: form.words });
      response.status(400).render(PAGE, chooseAuthorityView(person, returnTo, refused));
      return;
    }
    const { authorityId } = chosen;
    const actor = { kind: 'person', accountId: person.accountId } as const;
    await this.database.unitOfWork({ authorityId, actor }, (uow) => {
      const subject = { type: 'authority', id: authorityId };
      this.audit.record(uow, { action: 'authority.chosen', subject });
      return Promise.resolve();
    });
    request.session.actingAuthorityId = authorityId;
    const acting = await this.people.person(person.accountId, authorityId);
    response.redirect(303, returnTo ?? homeOf(acting ?? person));
  }
}
