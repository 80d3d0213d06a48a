import { Body, Controller, Get, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Response } from 'express';
import {
  Audits,
  CurrentPerson,
  Passkeys,
  Requires,
  StepUp,
  type Person,
  type RequestOfPerson,
} from '../../identity/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { IdInAddress } from '../page/index.js';
import { OwnSignIn } from './own-sign-in.js';

const PAGE = 'web/account/add-passkey.njk';

class PasskeyForm {
  @MaxLength(60, { message: 'The name must be 60 characters or less' })
  @IsString({ message: 'Enter a name by which you will know this passkey' })
  @IsNotEmpty({ message: 'Enter a name by which you will know this passkey' })
  name: string;
}

/** Adding passkeys, and removing them. */
@Controller('account/passkeys')
@Requires('signed-in')
@StepUp()
export class OwnPasskeysController {
  constructor(
    private readonly own: OwnSignIn,
    private readonly passkeys: Passkeys,
  ) {}

  @Get('add')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    if (!this.passkeys.possible) throw new NotFoundException();
    await this.own.refuseProviderAlone(person);
    response.render(PAGE, view(blankForm()));
  }

  @Get('challenge')
  @Audits('none')
  async challenge(@Req() request: RequestOfPerson, @CurrentPerson() person: Person): Promise<object> {
    if (!this.passkeys.possible) throw new NotFoundException();
    return this.passkeys.toAdd(request, person);
  }

  @Post('add')
  @Audits('account.passkey-added')
  async add(
    @Req() request: RequestOfPerson,
    @CurrentPerson() person: Person,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    await this.own.refuseProviderAlone(person);
    // The browser's answer is no word of the person's, and longer than any.
    const form = validateForm(PasskeyForm, { name: body.name });
    if (!form.ok) {
      response.status(400).render(PAGE, view(refusedForm(form)));
      return;
    }
    const sent = { response: String(body.response), name: form.value.name };
    const added = await this.passkeys.add(request, person.accountId, sent);
    if ('id' in added) {
      response.redirect(303, await this.own.secondStepAdded(request, person, 'passkey'));
      return;
    }
    const errors = [{ field: 'passkey', href: '#passkey', text: REFUSED[added.refused] }];
    response.status(400).render(PAGE, view(refusedForm({ errors, words: form.words })));
  }

  @Post(':id/remove')
  @Audits('account.passkey-removed')
  async remove(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { passkeys } = await this.own.ways(person);
    if (!passkeys.some((passkey) => passkey.id === id)) throw new NotFoundException();
    await this.own.refuseLastOne(person);
    await this.passkeys.remove(person.accountId, id);
    response.redirect(303, '/account?done=passkey-removed');
  }
}

const REFUSED = {
  'not-good': 'The passkey could not be added: it took too long, or was made for another site. Try again',
  'known-already': 'This passkey is known already',
  'too-many': 'You have 20 passkeys. Remove one that you do not use first',
} as const;

function view(form: FormState): object {
  return { title: 'Add a passkey', backHref: '/account', form, problem: form.errors.passkey?.text };
}
