import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import { Duties } from '../../../duties/index.js';
import {
  Accounts,
  Audits,
  CurrentPerson,
  Requires,
  type Account,
  type Person,
} from '../../../identity/index.js';
import { civilDate } from '../../../law/index.js';
import { Members } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { bannerFor } from '../banners.js';
import { addOfficeView, OfficeForm, officeProblems, officeView, type TermWithClock } from './office-page.js';

/** The offices of one person: adding one, and the last day that follows from it. */
@Controller('admin/people/:id')
export class OfficesController {
  constructor(
    private readonly accounts: Accounts,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly members: Members,
    private readonly scope: AdminScope,
  ) {}

  @Get('add-office')
  @Requires('AdministerInstallation')
  @Audits('none')
  async ask(@IdInAddress('id') id: string, @Res() response: Response): Promise<void> {
    const account = found(await this.accounts.known(id));
    const view = addOfficeView(account, await this.authorities.all(), blankForm());
    response.render('web/admin/people/add-office.njk', view);
  }

  @Post('add-office')
  @Requires('AdministerInstallation')
  @Audits('office.taken')
  async add(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const account = found(await this.accounts.known(id));
    const authorities = await this.authorities.all();
    const again = (form: FormState): void => {
      response
        .status(400)
        .render('web/admin/people/add-office.njk', addOfficeView(account, authorities, form));
    };
    const form = validateForm(OfficeForm, body);
    const problems = form.ok ? officeProblems(form.value, this.clock.today()) : [];
    if (!form.ok || problems.length > 0) {
      again(refusedForm(form.ok ? { errors: problems, words: form.words } : form));
      return;
    }
    const council = authorities.find(({ slug }) => slug === form.value.council);
    if (council === undefined) {
      const text = 'Choose a council of this installation';
      again(refusedForm({ errors: [{ field: 'council', href: '#council', text }], words: form.words }));
      return;
    }
    const result = await this.scope.inUnit(council.id, person, (uow) =>
      this.#takeOffice(uow, account, form.value),
    );
    if ('refused' in result) {
      const text = 'They are a member of this council already on that day or later';
      again(
        refusedForm({
          errors: [{ field: 'becameMemberOn', href: '#becameMemberOn-day', text }],
          words: form.words,
        }),
      );
      return;
    }
    response.redirect(303, `/admin/people/${id}/offices/${council.slug}`);
  }

  @Get('offices/:slug')
  @Requires('AdministerInstallation')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Param('slug') slug: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const account = found(await this.accounts.known(id));
    const council = await this.scope.authority(slug);
    const terms = await this.scope.inUnit(council.id, person, (uow) => this.#terms(uow, id));
    const view = officeView(account, council, terms);
    response.render('web/admin/people/office.njk', { ...view, banner: bannerFor(done) });
  }

  /** One person is one member of a council, however often they come back to it. */
  async #takeOffice(
    uow: UnitOfWork,
    account: Account,
    { standing, votesOn, becameMemberOn, pollingDay }: OfficeForm,
  ): Promise<{ id: string } | { refused: 'already-in-office' }> {
    const known = (await this.members.list(uow)).find(({ accountId }) => accountId === account.id);
    const { name, email, id: accountId } = account;
    const { id: memberId } = known ?? (await this.members.add(uow, { name, email, accountId }));
    return this.members.takeOffice(uow, {
      ...{ memberId, standing, votesOn, becameMemberOn },
      ...(pollingDay === undefined ? {} : { pollingDay }),
    });
  }

  /** The newest term first. Each clock is the law's answer on the term's own first day. */
  async #terms(uow: UnitOfWork, accountId: string): Promise<TermWithClock[]> {
    const member = found((await this.members.list(uow)).find((one) => one.accountId === accountId));
    const terms: TermWithClock[] = [];
    for (const term of await this.members.terms(uow, member.id)) {
      const duty = await this.duties.ofMember(uow, member.id, civilDate(term.becameMemberOn));
      const clock = duty === undefined || 'kind' in duty ? null : duty.answer.clock;
      terms.unshift({ term, clock });
    }
    return terms;
  }
}
