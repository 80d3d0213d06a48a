import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies, Rulebooks } from '../../../authorities/index.js';
import { Disclosures, type FoundOccasion } from '../../../disclosures/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { ask, civilDate, england } from '../../../law/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { uuidIn } from '../declare/declaring.js';
import { refusalFor, refusedPage, type WhyNotDeclared } from '../refusals.js';
import { arrearsView, WhipForm, whipView } from './page.js';

const WHIP = 'web/my-disclosures/no-interest/whip.njk';
const COUNCIL_TAX = 'web/my-disclosures/no-interest/council-tax.njk';

/** What a member declares at an item that is no interest: a party whip, or that council tax is owed. */
@Controller('my/meetings/:id/items/:item')
@Requires('DiscloseInterest')
export class NoInterestController {
  constructor(
    private readonly asMember: AsMember,
    private readonly bodies: Bodies,
    private readonly disclosures: Disclosures,
    private readonly rulebooks: Rulebooks,
  ) {}

  @Get('whip')
  @Audits('none')
  async whip(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Res() response: Response,
  ): Promise<void> {
    const form = blankForm({ declaration: randomUUID() });
    const page = await this.asMember.do(person, (uow, memberId) =>
      this.#whipPage(uow, { memberId, meetingId, itemId }, form),
    );
    if ('refused' in page) refusedPage(response, meetingId, page.refused);
    else response.render(WHIP, page);
  }

  @Post('whip')
  @Audits('disclosure.made')
  async declareWhip(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(WhipForm, body);
    const result = await this.asMember.do(person, async (uow, memberId) => {
      const place = { memberId, meetingId, itemId };
      if (!form.ok) return { again: await this.#whipPage(uow, place, refusedForm(form)) };
      const { declaration, itemTitle, group, nature } = form.value;
      const said = {
        ...{ id: found(uuidIn(declaration)), memberId, meetingId },
        item: { id: itemId, title: itemTitle },
      };
      return this.disclosures.declareWhip(uow, { ...said, group, nature });
    });
    if ('again' in result) {
      if ('refused' in result.again) refusedPage(response, meetingId, result.again.refused);
      else response.status(400).render(WHIP, result.again);
    } else answer(response, meetingId, result);
  }

  @Get('council-tax')
  @Audits('none')
  async councilTax(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Res() response: Response,
  ): Promise<void> {
    const occasion = await this.asMember.do(person, (uow, memberId) =>
      this.#occasion(uow, { memberId, meetingId, itemId }),
    );
    if ('refused' in occasion) refusedPage(response, meetingId, occasion.refused);
    else response.render(COUNCIL_TAX, arrearsView(occasion, randomUUID()));
  }

  @Post('council-tax')
  @Audits('disclosure.made')
  async declareArrears(
    @CurrentPerson() person: Person,
    @IdInAddress('id') meetingId: string,
    @IdInAddress('item') itemId: string,
    @Body() { declaration, itemTitle }: { declaration?: unknown; itemTitle?: unknown },
    @Res() response: Response,
  ): Promise<void> {
    const id = found(uuidIn(declaration));
    const item = { id: itemId, title: String(itemTitle) };
    const result = await this.asMember.do(person, (uow, memberId) =>
      this.disclosures.declareArrears(uow, { id, memberId, meetingId, item }),
    );
    answer(response, meetingId, result);
  }

  async #whipPage(
    uow: UnitOfWork,
    place: Place,
    form: FormState,
  ): Promise<object | { refused: WhyNotDeclared }> {
    const occasion = await this.#occasion(uow, place);
    if ('refused' in occasion) return occasion;
    const { meeting, item } = occasion;
    const day = civilDate(meeting.meetsOn);
    const body = await this.bodies.find(uow, meeting.bodyId);
    const code = await this.rulebooks.codeOn(uow, day);
    const { scrutiny } = item.facts;
    const known =
      scrutiny.source === 'reader' || scrutiny.value === 'unknown' ? undefined : scrutiny.value === 'yes';
    const facts = {
      overviewAndScrutiny: body?.kind === 'overview-and-scrutiny' ? true : known,
      underPartyWhip: true,
      code: code ?? null,
    };
    return whipView(occasion, ask(england.partyWhip, facts, day), form);
  }

  async #occasion(
    uow: UnitOfWork,
    { memberId, meetingId, itemId }: Place,
  ): Promise<OccasionAtItem | { refused: WhyNotDeclared }> {
    const asked = { memberId, meetingId, item: { id: itemId, title: undefined } };
    const occasion = await this.disclosures.occasion(uow, asked);
    if ('refused' in occasion) return { refused: refusalFor(occasion.refused) };
    return { ...occasion, item: found(occasion.item) };
  }
}

interface Place {
  readonly memberId: string;
  readonly meetingId: string;
  readonly itemId: string;
}

type OccasionAtItem = FoundOccasion & { readonly item: NonNullable<FoundOccasion['item']> };

function answer(
  response: Response,
  meetingId: string,
  result: Awaited<ReturnType<Disclosures['declareArrears']>>,
): void {
  if ('refused' in result) refusedPage(response, meetingId, refusalFor(result.refused));
  else response.redirect(303, `/my/meetings/${meetingId}/declared?done=${result.id}`);
}
