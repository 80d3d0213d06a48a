import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities, type ListedAuthority } from '../../authorities/index.js';
import { Audits, Requires, type Person, type RequestOfPerson } from '../../identity/index.js';
import { Publication } from '../../publication/index.js';
import { foundView, wordsAskedFor } from '../public-register/index.js';
import { afterSignIn } from '../sign-in/home.js';

/** The front page, for anybody: the councils on this installation, and a search over all their registers. */
@Controller()
export class FrontPageController {
  constructor(
    private readonly authorities: Authorities,
    private readonly publication: Publication,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async show(
    @Req() { person }: RequestOfPerson,
    @Query('q') written: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const words = wordsAskedFor(written);
    response.render('web/front-page/page.njk', {
      title: 'Councillors’ interests',
      councils: councilsView(await this.authorities.all()),
      start: startOf(person),
      words,
      found: words === '' ? undefined : foundView(words, await this.publication.search(undefined, words)),
    });
  }
}

interface CouncilView {
  readonly name: string;
  readonly href: string;
  readonly parishes: readonly { readonly name: string; readonly href: string }[];
}

/** Each council with the parishes whose registers its monitoring officer keeps. */
export function councilsView(all: readonly ListedAuthority[]): CouncilView[] {
  const link = ({ name, slug }: ListedAuthority): { name: string; href: string } => ({
    name,
    href: `/register/${slug}`,
  });
  return all
    .filter(({ principalAuthorityId }) => principalAuthorityId === null)
    .map((council) => ({
      ...link(council),
      parishes: all.filter(({ principalAuthorityId }) => principalAuthorityId === council.id).map(link),
    }));
}

/** The way in; or, for whoever is in already, on to their work. Somebody without any role has none. */
function startOf(person: Person | undefined): { text: string; href: string } | undefined {
  if (person === undefined) return { text: 'Sign in', href: '/sign-in' };
  const href = afterSignIn(person, undefined);
  return href === '/' ? undefined : { text: 'Continue', href };
}
