import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Anchors, anchorAsJson } from '../../audit/index.js';
import { Authorities } from '../../authorities/index.js';
import { Audits, Requires } from '../../identity/index.js';
import { parseCivilDate } from '../../law/index.js';
import { INSTALLATION } from '../../platform/database/index.js';
import { found } from '../page/index.js';
import { anchorsView, chainsView, INSTALLATION_CHAIN } from './page.js';

/** How many days one page shows. */
const DAYS_A_PAGE = 31;
/** A file holds the anchors of some thirty years. */
const MOST_IN_A_FILE = 11_000;

/**
 * Where each audit chain stood on each day, for anybody to keep: a chain that is written anew later does not fit what
 * others have. An anchor tells a number and a hash, and nothing of what happened.
 */
@Controller('anchors')
@Requires('anybody')
@Audits('none')
export class AnchorsController {
  constructor(
    private readonly anchors: Anchors,
    private readonly authorities: Authorities,
  ) {}

  @Get()
  async chains(@Res() response: Response): Promise<void> {
    const [newest, authorities] = await Promise.all([this.anchors.newest(), this.authorities.all()]);
    response.render('web/public-anchors/chains.njk', chainsView(newest, authorities));
  }

  /** '/anchors/wyrefordshire', and with .jsonl all of them as JSON Lines. */
  @Get(':authority')
  async chain(
    @Param('authority') place: string,
    @Query('before') before: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const [, slug = '', ending] = /^([a-z0-9-]+)(\.jsonl)?$/.exec(place) ?? [];
    const authorities = await this.authorities.all();
    const authority = authorities.find((one) => one.slug === slug);
    const { id, name } = found(
      authority ??
        (slug === INSTALLATION_CHAIN.slug ? { ...INSTALLATION_CHAIN, id: INSTALLATION } : undefined),
    );
    if (ending !== undefined) {
      const all = await this.anchors.of(id, MOST_IN_A_FILE);
      response.type('application/jsonl; charset=utf-8');
      response.send(all.map((anchor) => `${anchorAsJson(anchor)}\n`).join(''));
      return;
    }
    const day = typeof before === 'string' ? parseCivilDate(before) : undefined;
    const some = await this.anchors.of(id, DAYS_A_PAGE + 1, day);
    response.render('web/public-anchors/chain.njk', anchorsView(some, { slug, name }, DAYS_A_PAGE));
  }
}
