import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../authorities/index.js';
import { Audits, Requires } from '../../identity/index.js';
import { declarationsAsCsv, PublishedDeclarations } from '../../publication/index.js';
import { drawView, PublicAnswers, withoutEnding } from '../public-register/public-answers.js';
import { askedIn, declarationsView, PAGE_SIZE, queryOf } from './page.js';

/** What members of an authority declared at meetings, for anybody, without a session: as a page and as a file. */
@Controller('declarations')
@Requires('anybody')
@Audits('none')
export class DeclarationsController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly authorities: Authorities,
    private readonly published: PublishedDeclarations,
  ) {}

  @Get()
  async councils(@Res() response: Response): Promise<void> {
    const councils = (await this.authorities.all()).map(({ name, slug }) => ({
      ...{ name, href: `/declarations/${slug}` },
    }));
    response.render('web/public-declarations/councils.njk', { title: 'Declarations at meetings', councils });
  }

  /**
   * '/declarations/wyrefordshire', and with .csv everything that is asked for as a file. It is drawn for each request: what
   * is declared is counted in no version, and what becomes sensitive is off it at once.
   */
  @Get(':authority')
  async declarations(
    @Param('authority') place: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    const { name: slug, ending } = withoutEnding(place);
    const asked = askedIn(query);
    const page = `declarations ${ending} ${queryOf(asked.filter, asked.page)}`;
    await this.answers.send(response, { slug, page }, async ({ authorityId }) => {
      if (ending === 'csv') {
        const body = declarationsAsCsv(await this.published.list(authorityId, asked.filter));
        return { type: 'text/csv; charset=utf-8; header=present', body, mayStore: false };
      }
      if (ending !== '') throw new NotFoundException();
      const shown = await this.published.list(authorityId, asked.filter, {
        number: asked.page,
        size: PAGE_SIZE,
      });
      const view = declarationsView(shown, asked);
      const drawn = await drawView(response, 'web/public-declarations/page.njk', view);
      return { ...drawn, mayStore: false };
    });
  }
}
