import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Associations, MOST_ASSOCIATIONS, type Association } from '../../disclosures/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { AsMember } from '../my-interests/index.js';
import { found, IdInAddress } from '../page/index.js';
import { AssociationForm, detailsOf, formView, listView, removeView, wordsOf } from './page.js';

const FORM = 'web/my-associations/form.njk';
const FULL = `Your list has ${MOST_ASSOCIATIONS} entries, and no more fit on it. Take some off first`;

/** The list of people and bodies that a member keeps for themselves. Nobody else has a page of it. */
@Controller('my/associations')
@Requires('KeepAssociations')
export class AssociationsController {
  constructor(
    private readonly asMember: AsMember,
    private readonly associations: Associations,
  ) {}

  @Get()
  @Audits('none')
  async list(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const kept = await this.asMember.do(person, (uow, memberId) => this.associations.list(uow, memberId));
    response.render('web/my-associations/page.njk', listView(kept, done));
  }

  @Get('new')
  @Audits('none')
  showNew(@Res() response: Response): void {
    response.render(FORM, formView(blankForm(), undefined));
  }

  @Post('new')
  @Audits('associations.changed')
  async add(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(AssociationForm, body);
    const result = form.ok
      ? await this.asMember.do(person, (uow, memberId) =>
          this.associations.add(uow, memberId, detailsOf(form.value)),
        )
      : refusedForm(form);
    if ('id' in result) response.redirect(303, '/my/associations?done=added');
    else if ('errors' in result) response.status(400).render(FORM, formView(result, undefined));
    else response.status(409).render(FORM, formView(full(form.words), undefined));
  }

  @Get(':association')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('association') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.#own(person, id);
    response.render(FORM, formView(blankForm(wordsOf(known)), known));
  }

  @Post(':association')
  @Audits('associations.changed')
  async change(
    @CurrentPerson() person: Person,
    @IdInAddress('association') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.#own(person, id);
    const form = validateForm(AssociationForm, body);
    if (!form.ok) {
      response.status(400).render(FORM, formView(refusedForm(form), known));
      return;
    }
    const details = detailsOf(form.value);
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.associations.change(uow, memberId, { id, ...details }),
    );
    found('refused' in result ? undefined : result);
    response.redirect(303, '/my/associations?done=changed');
  }

  @Get(':association/remove')
  @Audits('none')
  async askToRemove(
    @CurrentPerson() person: Person,
    @IdInAddress('association') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render('web/my-associations/remove.njk', removeView(await this.#own(person, id)));
  }

  @Post(':association/remove')
  @Audits('associations.changed')
  async remove(
    @CurrentPerson() person: Person,
    @IdInAddress('association') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.associations.remove(uow, memberId, id),
    );
    found('refused' in result ? undefined : result);
    response.redirect(303, '/my/associations?done=removed');
  }

  async #own(person: Person, id: string): Promise<Association> {
    return this.asMember.do(person, async (uow, memberId) =>
      found(await this.associations.find(uow, memberId, id)),
    );
  }
}

const full = (words: FormState['words']): FormState =>
  refusedForm({ errors: [{ field: 'name', href: '#name', text: FULL }], words });
