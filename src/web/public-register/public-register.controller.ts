import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Successions } from '../../exchange/index.js';
import { Audits, Requires } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Publication } from '../../publication/index.js';
import { authorityRegisterView } from './authority/page.js';
import { successionViews } from './authority/succession.js';
import { dayAskedFor } from './days.js';
import { printView } from './print/page.js';
import { drawView, PublicAnswers, withoutEnding } from './public-answers.js';
import { drawFile } from './register-files.js';
import { foundView, wordsAskedFor } from './search/page.js';

const AUTHORITY = 'web/public-register/authority/page.njk';

/** The public register of an authority, for anybody, without a session: as a page, as files, and as others embed it. */
@Controller('register')
@Requires('anybody')
@Audits('none')
export class PublicRegisterController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly publication: Publication,
    private readonly successions: Successions,
  ) {}

  /** '/register/wyrefordshire', and with .json, .csv or .pdf the whole register as a file. */
  @Get(':authority')
  async register(
    @Param('authority') place: string,
    @Query('as-at') asAt: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { name: slug, ending } = withoutEnding(place);
    const day = dayAskedFor(asAt, this.clock.today());
    const page = `register ${ending} ${day}`;
    await this.answers.send(response, { slug, page }, async ({ authorityId, today }) => {
      const register = await this.publication.register(authorityId, day);
      if (ending !== '') return drawFile(register, ending);
      const about = await this.publication.about(authorityId);
      const view = authorityRegisterView(register, about, { today, publicUrl: this.config.publicUrl });
      const succession = successionViews(authorityId, await this.successions.list(authorityId), today);
      const hasEnded = succession.some(({ isOver }) => isOver);
      const drawn = await drawView(response, AUTHORITY, { ...view, succession, hasEnded });
      // A notification that is received, and not entered yet, changes who has not answered, and not the register.
      return { ...drawn, mayStore: view.notYetAnswered === undefined };
    });
  }

  @Get(':authority/search')
  async search(
    @Param('authority') slug: string,
    @Query('q') written: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const words = wordsAskedFor(written);
    await this.answers.send(response, { slug, page: `search ${words}` }, async ({ authorityId }) => {
      const { name } = await this.publication.authority(authorityId);
      const found = words === '' ? [] : await this.publication.search(authorityId, words);
      return drawView(response, 'web/public-register/search/page.njk', {
        title: 'Search the register',
        ...{ councilName: name, slug, backHref: `/register/${slug}` },
        found: foundView(words, found),
      });
    });
  }

  /** Everything on one page, as a form to print. */
  @Get(':authority/print')
  async print(
    @Param('authority') slug: string,
    @Query('as-at') asAt: unknown,
    @Query('size') size: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const day = dayAskedFor(asAt, this.clock.today());
    const page = `print ${size === 'large' ? 'large' : ''} ${day}`;
    await this.answers.send(response, { slug, page }, async ({ authorityId }) => {
      const register = await this.publication.register(authorityId, day);
      const view = printView(register, `/register/${slug}`, size);
      return drawView(response, 'web/public-register/print/page.njk', view);
    });
  }

  /** The same for the inside of a parish's own page: the only page that another website may frame. */
  @Get(':authority/embed')
  async embed(@Param('authority') slug: string, @Res() response: Response): Promise<void> {
    const asked = { slug, page: 'embed', embeddable: true };
    await this.answers.send(response, asked, async ({ authorityId, today }) => {
      const register = await this.publication.register(authorityId, today);
      const view = printView(register, `/register/${slug}`, undefined);
      return drawView(response, 'web/public-register/embed/page.njk', view);
    });
  }
}
