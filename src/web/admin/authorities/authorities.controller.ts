import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { blankForm, refusedForm, validateForm } from '../../form/index.js';
import { actorOf } from '../admin-scope.js';
import { addView, AuthorityForm, listView, newAuthority, principalProblem } from './page.js';

/** The councils on this installation, and adding one. */
@Controller('admin/authorities')
export class AuthoritiesController {
  constructor(private readonly authorities: Authorities) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async list(@Res() response: Response): Promise<void> {
    response.render('web/admin/authorities/list.njk', listView(await this.authorities.all()));
  }

  @Get('add')
  @Requires('AdministerInstallation')
  @Audits('none')
  async ask(@Res() response: Response): Promise<void> {
    response.render('web/admin/authorities/add.njk', addView(blankForm(), await this.authorities.all()));
  }

  @Post('add')
  @Requires('AdministerInstallation')
  @Audits('authority.created')
  async add(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const others = await this.authorities.all();
    const form = validateForm(AuthorityForm, body);
    const problem = form.ok ? principalProblem(form.value, others) : undefined;
    if (!form.ok || problem !== undefined) {
      const refused = refusedForm(form.ok ? { errors: problem ? [problem] : [], words: form.words } : form);
      response.status(400).render('web/admin/authorities/add.njk', addView(refused, others));
      return;
    }
    const result = await this.authorities.create(newAuthority(form.value), actorOf(person));
    if ('refused' in result) {
      const text = 'Another council has this word already. Choose another one';
      const refused = refusedForm({ errors: [{ field: 'slug', href: '#slug', text }], words: form.words });
      response.status(400).render('web/admin/authorities/add.njk', addView(refused, others));
      return;
    }
    response.redirect(303, `/admin/authorities/${form.value.slug}?done=authority`);
  }
}
