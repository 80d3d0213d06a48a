import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsNotEmpty, IsString } from 'class-validator';
import type { Response } from 'express';
import encodeQR from 'qr';
import {
  Audits,
  CodeApps,
  CurrentPerson,
  Requires,
  StepUp,
  type NewCodeApp,
  type Person,
  type RequestOfPerson,
} from '../../identity/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type FormState } from '../form/index.js';
import { OwnSignIn } from './own-sign-in.js';

const PAGE = 'web/account/code-app.njk';

class CodeAppForm {
  @IsString({ message: 'Enter the code that your app shows' })
  @IsNotEmpty({ message: 'Enter the code that your app shows' })
  code: string;
}

/** Setting up an app that makes codes, and removing it. */
@Controller('account/code-app')
@Requires('signed-in')
@StepUp()
export class CodeAppController {
  constructor(
    private readonly codeApps: CodeApps,
    private readonly own: OwnSignIn,
  ) {}

  @Get()
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    await this.own.refuseProviderAlone(person);
    const proposal = this.codeApps.propose(person.accountId, person.email);
    response.render(PAGE, await this.#view(person, proposal, blankForm()));
  }

  @Post()
  @Audits('account.code-app-added')
  async add(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    await this.own.refuseProviderAlone(person);
    const { accountId, email } = person;
    const sealed = String(body.key);
    const form = validateForm(CodeAppForm, body);
    const added = form.ok ? await this.codeApps.add(accountId, sealed, form.value.code) : undefined;
    if (added !== undefined && 'id' in added) {
      response.redirect(303, await this.own.secondStepAdded(request, person, 'code-app'));
      return;
    }
    const errors = form.ok ? [WRONG[added?.refused ?? 'no-proposal']] : form.errors;
    // The same picture again: it may have been scanned already.
    const proposal =
      this.codeApps.proposed(accountId, email, sealed) ?? this.codeApps.propose(accountId, email);
    const refused = refusedForm({ errors, words: {} });
    response.status(400).render(PAGE, await this.#view(person, proposal, refused));
  }

  @Post('remove')
  @Audits('account.code-app-removed')
  async remove(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const { codeApp } = await this.own.ways(person);
    if (codeApp !== undefined) await this.own.refuseLastOne(person);
    // Where there is none any more, what was asked for is so.
    await this.codeApps.remove(person.accountId);
    response.redirect(303, '/account?done=code-app-removed');
  }

  async #view(person: Person, { address, inWords, sealed }: NewCodeApp, form: FormState): Promise<object> {
    const { codeApp } = await this.own.ways(person);
    const picture = Buffer.from(encodeQR(address, 'svg', { border: 4 })).toString('base64');
    return {
      title: codeApp === undefined ? 'Add an app that makes codes' : 'Change the app that makes codes',
      ...{ backHref: '/account', form, inWords, sealed, has: codeApp !== undefined },
      picture: `data:image/svg+xml;base64,${picture}`,
    };
  }
}

const WRONG: Readonly<Record<'wrong-code' | 'no-proposal', FormError>> = {
  'wrong-code': {
    field: 'code',
    href: '#code',
    text: 'That code is not right. Look whether the clock of your phone is right, and enter the newest code',
  },
  'no-proposal': {
    field: 'code',
    href: '#code',
    text: 'The key on the page was not the one that we gave you. Add this one to your app, and enter its code',
  },
};
