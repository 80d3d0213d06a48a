import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import {
  Accounts,
  AccountsOfProvider,
  Audits,
  CurrentPerson,
  Factors,
  passwordProblem,
  SignInLinks,
  People,
  Requires,
  Roles,
  type Person,
} from '../../../identity/index.js';
import { passwordError } from '../../account/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actorOf, AdminScope } from '../admin-scope.js';
import { bannerFor } from '../banners.js';
import { addPersonView, passwordAsTyped, peopleView, PersonForm, personView } from './page.js';

/** Everybody who can sign in, and adding somebody. */
@Controller('admin/people')
export class PeopleController {
  constructor(
    private readonly accounts: Accounts,
    private readonly authorities: Authorities,
    private readonly factors: Factors,
    private readonly links: SignInLinks,
    private readonly ofProvider: AccountsOfProvider,
    private readonly people: People,
    private readonly roles: Roles,
    private readonly scope: AdminScope,
  ) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async list(@Res() response: Response): Promise<void> {
    response.render('web/admin/people/list.njk', peopleView(await this.accounts.all()));
  }

  @Get('add')
  @Requires('AdministerInstallation')
  @Audits('none')
  ask(@Res() response: Response): void {
    response.render('web/admin/people/add.njk', addPersonView(blankForm()));
  }

  @Post('add')
  @Requires('AdministerInstallation')
  @Audits('account.created, and account.invited')
  async add(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const again = (form: FormState): void => {
      response.status(400).render('web/admin/people/add.njk', addPersonView(form));
    };
    const form = validateForm(PersonForm, body);
    if (!form.ok) {
      again(refusedForm(form));
      return;
    }
    const { name, email, isAdministrator } = form.value;
    const password = passwordAsTyped(form.words);
    const problem = password === '' ? undefined : await passwordProblem(password, { name, email });
    if (problem !== undefined) {
      again(refusedForm({ errors: [passwordError(problem)], words: form.words }));
      return;
    }
    const account = {
      ...{ name, email, isAdministrator: isAdministrator === 'yes' },
      ...(password === '' ? {} : { password }),
    };
    const result = await this.accounts.create(account, actorOf(person));
    if ('refused' in result) {
      const text = 'Somebody has an account with this e-mail address already';
      again(refusedForm({ errors: [{ field: 'email', href: '#email', text }], words: form.words }));
      return;
    }
    if (password === '') await this.links.invite(result.id, actorOf(person));
    response.redirect(
      303,
      `/admin/people/${result.id}?done=${password === '' ? 'person-invited' : 'person'}`,
    );
  }

  @Get(':id')
  @Requires('AdministerInstallation')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const account = found(await this.accounts.known(id));
    const authorities = await this.authorities.all();
    const roles = await this.scope.inUnitOfAll(authorities, person, (uow) => this.roles.ofAccount(uow, id));
    const view = personView(account, {
      ...{ memberships: await this.people.memberships(id), roles, authorities },
      isOwn: id === person.accountId,
      hasSecondStep: await this.factors.owed(id),
      signsInAtProvider: await this.ofProvider.has(id),
    });
    response.render('web/admin/people/person.njk', { ...view, banner: bannerFor(done) });
  }
}
