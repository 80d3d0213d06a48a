import { Body, Controller, Get, NotFoundException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Accounts, Audits, passwordProblem, Requires } from '../../../identity/index.js';
import { passwordError } from '../../account/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { passwordAsTyped } from '../people/page.js';
import { FirstAdministrator } from './first-administrator.js';
import { SetUpForm, setUpView } from './page.js';

/** The first-time page of an installation on which nobody has an account. Afterwards it is not there. */
@Controller('set-up')
export class SetUpController {
  constructor(
    private readonly accounts: Accounts,
    private readonly first: FirstAdministrator,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async ask(@Res() response: Response): Promise<void> {
    await this.#refuseWhenDone();
    response.render('web/admin/set-up/page.njk', setUpView(blankForm()));
  }

  @Post()
  @Requires('anybody')
  @Audits('account.created')
  async begin(@Body() body: unknown, @Res() response: Response): Promise<void> {
    await this.#refuseWhenDone();
    const again = (state: FormState): void => {
      response.status(400).render('web/admin/set-up/page.njk', setUpView(state));
    };
    const form = validateForm(SetUpForm, body);
    if (!form.ok || !this.first.matches(form.value.code)) {
      const wrong = {
        field: 'code',
        href: '#code',
        text: 'This is not the code that was printed when Probity started',
      };
      again(refusedForm(form.ok ? { errors: [wrong], words: form.words } : form));
      return;
    }
    const { name, email } = form.value;
    const password = passwordAsTyped(form.words);
    const problem = await passwordProblem(password, { name, email });
    if (problem !== undefined) {
      again(refusedForm({ errors: [passwordError(problem)], words: form.words }));
      return;
    }
    await this.accounts.create(
      { name, email, password, isAdministrator: true },
      { kind: 'system', name: 'set-up' },
    );
    response.redirect(303, '/sign-in');
  }

  async #refuseWhenDone(): Promise<void> {
    if (!(await this.first.isNeeded())) throw new NotFoundException();
  }
}
