import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audits, Requires } from '../../../identity/index.js';
import { addDays, type CivilDate } from '../../../law/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { changesAsAtom, Publication } from '../../../publication/index.js';
import { dayAskedFor } from '../days.js';
import { drawView, PublicAnswers } from '../public-answers.js';
import { changesView } from './page.js';

/** Where nobody says otherwise, the page tells of a month, and the feed of a quarter of a year. */
const DAYS_ON_THE_PAGE = 30;
const DAYS_IN_THE_FEED = 90;
/** The longest period that one page tells of. */
const MOST_DAYS = 366;

/** What changed in a public register between two days, as a page and as a feed. */
@Controller('register')
@Requires('anybody')
@Audits('none')
export class RegisterChangesController {
  constructor(
    private readonly answers: PublicAnswers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly publication: Publication,
  ) {}

  @Get(':authority/changes')
  async changes(
    @Param('authority') slug: string,
    @Query('from') writtenFrom: unknown,
    @Query('to') writtenTo: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const period = periodAskedFor(writtenFrom, writtenTo, this.clock.today());
    const page = `changes ${period.from} ${period.to}`;
    await this.answers.send(response, { slug, page }, async ({ authorityId, today }) => {
      const { authority, changes } = await this.publication.changes(authorityId, period.from, period.to);
      const view = changesView(authority, changes, { ...period, today });
      return drawView(response, 'web/public-register/changes/page.njk', view);
    });
  }

  @Get(':authority/changes.atom')
  async feed(@Param('authority') slug: string, @Res() response: Response): Promise<void> {
    await this.answers.send(response, { slug, page: 'changes.atom' }, async ({ authorityId, today }) => {
      const from = addDays(today, -DAYS_IN_THE_FEED);
      const { authority, changes } = await this.publication.changes(authorityId, from, today);
      const address = `${this.config.publicUrl}/register/${slug}`;
      return {
        type: 'application/atom+xml; charset=utf-8',
        body: changesAsAtom(authority, changes, address, from),
      };
    });
  }
}

function periodAskedFor(from: unknown, to: unknown, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const last = dayAskedFor(to, today);
  const first = dayAskedFor(from, today, addDays(last, -DAYS_ON_THE_PAGE));
  if (first > last) {
    throw new Refusal(
      400,
      'The first of the two days is later than the second. Go back and change one of them.',
    );
  }
  if (addDays(first, MOST_DAYS) < last) {
    throw new Refusal(
      400,
      `The two days are more than ${MOST_DAYS} days apart. Go back and choose days within a year of each other.`,
    );
  }
  return { from: first, to: last };
}
