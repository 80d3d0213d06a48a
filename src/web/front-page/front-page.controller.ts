import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../authorities/index.js';
import { Audits, Requires, type Person, type RequestOfPerson } from '../../identity/index.js';
import { afterSignIn } from '../sign-in/home.js';

/** The front page: the councils on this installation, for anybody. */
@Controller()
export class FrontPageController {
  constructor(private readonly authorities: Authorities) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async show(@Req() { person }: RequestOfPerson, @Res() response: Response): Promise<void> {
    response.render('web/front-page/page.njk', {
      title: 'Councillors’ interests',
      authorities: await this.authorities.all(),
      start: startOf(person),
    });
  }
}

/** The way in; or, for whoever is in already, on to their work. Somebody without any role has none. */
function startOf(person: Person | undefined): { text: string; href: string } | undefined {
  if (person === undefined) return { text: 'Sign in', href: '/sign-in' };
  const href = afterSignIn(person, undefined);
  return href === '/' ? undefined : { text: 'Continue', href };
}
