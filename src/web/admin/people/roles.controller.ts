import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import { Accounts, Audits, CurrentPerson, Requires, Roles, type Person } from '../../../identity/index.js';
import { blankForm, refusedForm, validateForm, type FormError } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { addRoleView, RoleForm } from './role-page.js';

/** Giving somebody a role at a council. */
@Controller('admin/people/:id/add-role')
export class RolesController {
  constructor(
    private readonly accounts: Accounts,
    private readonly authorities: Authorities,
    private readonly roles: Roles,
    private readonly scope: AdminScope,
  ) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async ask(@IdInAddress('id') id: string, @Res() response: Response): Promise<void> {
    const account = found(await this.accounts.known(id));
    const view = addRoleView(account, await this.authorities.all(), blankForm());
    response.render('web/admin/people/add-role.njk', view);
  }

  @Post()
  @Requires('AdministerInstallation')
  @Audits('role.granted')
  async give(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const account = found(await this.accounts.known(id));
    const form = validateForm(RoleForm, body);
    const problem = form.ok ? await this.#give(person, id, form.value) : undefined;
    if (form.ok && problem === undefined) {
      response.redirect(303, `/admin/people/${id}?done=role`);
      return;
    }
    const refused = refusedForm(form.ok ? { errors: problem ? [problem] : [], words: form.words } : form);
    const view = addRoleView(account, await this.authorities.all(), refused);
    response.status(400).render('web/admin/people/add-role.njk', view);
  }

  /** Gives the role, or says why not, and then nothing is changed. */
  async #give(
    person: Person,
    accountId: string,
    { council, role, fromOn }: RoleForm,
  ): Promise<FormError | undefined> {
    const authority = (await this.authorities.all()).find(({ slug }) => slug === council);
    if (authority === undefined) {
      return { field: 'council', href: '#council', text: 'Choose a council of this installation' };
    }
    return this.scope.inUnit(authority.id, person, async (uow) => {
      const holds = (await this.roles.list(uow)).some(
        (held) =>
          held.accountId === accountId && held.role === role && (held.toOn === null || held.toOn >= fromOn),
      );
      if (holds) return { field: 'role', href: '#role', text: 'They have this role at this council already' };
      await this.roles.grant(uow, { accountId, role, fromOn });
      return undefined;
    });
  }
}
