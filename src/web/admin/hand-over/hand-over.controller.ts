import { Body, Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import { HandOvers, Successions } from '../../../exchange/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { actorOf } from '../admin-scope.js';
import { bannerFor } from '../banners.js';
import { addView, HandOverForm, handOverView, listView, peopleCsv, REFUSED } from './hand-over-page.js';

/** Councils that merge or split: who continues whom, and whose members go on. */
@Controller('admin/hand-over')
@Requires('AdministerInstallation')
export class HandOverController {
  constructor(
    private readonly authorities: Authorities,
    private readonly handOvers: HandOvers,
    private readonly successions: Successions,
  ) {}

  @Get()
  @Audits('none')
  async list(@Res() response: Response): Promise<void> {
    response.render('web/admin/hand-over/list.njk', listView(await this.successions.list()));
  }

  @Get('add')
  @Audits('none')
  async ask(@Res() response: Response): Promise<void> {
    await this.#askAgain(blankForm(), response);
  }

  @Post('add')
  @Audits('authority.succeeded')
  async add(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(HandOverForm, body);
    if (!form.ok) return this.#askAgain(refusedForm(form), response.status(400));
    const known = new Set((await this.authorities.all()).map(({ id }) => id));
    const chosen = (ticked: string | string[] | undefined): string[] =>
      [ticked ?? []].flat().filter((id) => known.has(id));
    const { predecessors, successors, vestingOn } = form.value;
    const given = { predecessors: chosen(predecessors), successors: chosen(successors), vestingOn };
    const recorded = await this.handOvers.record(given, actorOf(person));
    if ('refused' in recorded) {
      const { field, text } = REFUSED[recorded.refused];
      const refused = refusedForm({ errors: [{ field, href: `#${field}`, text }], words: form.words });
      return this.#askAgain(refused, response.status(400));
    }
    response.redirect(303, `/admin/hand-over/${recorded.id}?done=hand-over`);
  }

  @Get(':handOver')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('handOver') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const handOver = found(await this.successions.find(id));
    const view = handOverView(await this.handOvers.progress(handOver, actorOf(person)));
    response.render('web/admin/hand-over/hand-over.njk', { ...view, banner: bannerFor(done) });
  }

  /** Everybody who may go on, in the form of an intake. */
  @Get(':handOver/members.csv')
  @Audits('none')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="members-who-may-continue.csv"')
  async members(@CurrentPerson() person: Person, @IdInAddress('handOver') id: string): Promise<string> {
    const handOver = found(await this.successions.find(id));
    return peopleCsv(handOver, await this.handOvers.mayContinue(handOver, actorOf(person)));
  }

  @Post(':handOver/end-terms')
  @Audits('authority.terms-ended')
  async endTerms(
    @CurrentPerson() person: Person,
    @IdInAddress('handOver') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.handOvers.endOpenTerms(found(await this.successions.find(id)), actorOf(person));
    response.redirect(303, `/admin/hand-over/${id}?done=terms-ended`);
  }

  async #askAgain(form: FormState, response: Response): Promise<void> {
    response.render('web/admin/hand-over/add.njk', addView(await this.authorities.all(), form));
  }
}
