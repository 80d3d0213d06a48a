import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { ListedAuthority } from '../../../authorities/index.js';
import {
  Accounts,
  Audits,
  CurrentPerson,
  Requires,
  Roles,
  type Account,
  type Person,
  type Role,
  type RoleHolding,
} from '../../../identity/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { beforeItBegan, LastDayForm, lastDayView } from '../last-day.js';
import { roleInWords } from './page.js';

const PAGE = 'web/admin/last-day.njk';

interface Known {
  readonly account: Account;
  readonly council: ListedAuthority;
  readonly held: RoleHolding;
}

/** Ending a role that somebody has at a council. */
@Controller('admin/people/:id/roles/:slug/:role/end')
export class EndRoleController {
  constructor(
    private readonly accounts: Accounts,
    private readonly roles: Roles,
    private readonly scope: AdminScope,
  ) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Param('slug') slug: string,
    @IdInAddress('role') roleId: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, view(await this.#known(person, id, slug, roleId), blankForm()));
  }

  @Post()
  @Requires('AdministerInstallation')
  @Audits('role.ended')
  async end(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Param('slug') slug: string,
    @IdInAddress('role') roleId: string,
    @Body() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.#known(person, id, slug, roleId);
    const form = validateForm(LastDayForm, sent);
    if (!form.ok) {
      response.status(400).render(PAGE, view(known, refusedForm(form)));
      return;
    }
    const result = await this.scope.inUnit(known.council.id, person, (uow) =>
      this.roles.end(uow, roleId, form.value.lastDay),
    );
    if (!('refused' in result)) {
      response.redirect(303, `/admin/people/${id}?done=role-ended`);
      return;
    }
    if (result.refused === 'no-open-role') throw new Refusal(409, ENDED);
    const refused = refusedForm({ errors: [beforeItBegan(known.held.fromOn)], words: form.words });
    response.status(400).render(PAGE, view(known, refused));
  }

  async #known(person: Person, id: string, slug: string, roleId: string): Promise<Known> {
    const account = found(await this.accounts.known(id));
    const council = await this.scope.authority(slug);
    const held = await this.scope.inUnit(council.id, person, (uow) => this.roles.ofAccount(uow, id));
    return { account, council, held: found(held.find((one) => one.id === roleId)) };
  }
}

function view({ account, council, held }: Known, form: FormState): object {
  const page = {
    title: 'End this role',
    about: `${account.name}: ${roleInWords(held.role as Role)} at ${council.name}`,
    after: 'From the day after, what the role opens is closed to them.',
    backHref: `/admin/people/${account.id}`,
  };
  return lastDayView(page, form);
}

const ENDED = 'The last day of this role is recorded already. Nothing was changed.';
