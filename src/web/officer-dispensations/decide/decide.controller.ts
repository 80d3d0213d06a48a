import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  DispensationCoverages,
  DispensationDecisions,
  type NewDecision,
} from '../../../dispensations/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type Words } from '../../form/index.js';
import { Naming, send, type Answer } from '../../my-dispensations/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { KnownDispensations, type KnownOfOne } from '../known.js';
import { alsoIn, decideErrors, DecideForm, decideView, decisionIn, firstWords } from './page.js';

const PAGE = 'web/officer-dispensations/decide/page.njk';
const DECIDED = 'This request is decided already. A decision is not changed, and nothing was recorded.';

/** An officer or a clerk records what was decided on a request. */
@Controller('officer/dispensations/:id/decide')
@Requires('GrantDispensation')
export class DecideController {
  constructor(
    private readonly clock: Clock,
    private readonly coverages: DispensationCoverages,
    private readonly database: Database,
    private readonly decisions: DispensationDecisions,
    private readonly known: KnownDispensations,
    private readonly naming: Naming,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const today = this.clock.today();
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = await this.#undecided(uow, person, id);
      return decideView(known, blankForm(firstWords(known, today)), today);
    });
    response.render(PAGE, view);
  }

  @Post()
  @Audits('dispensation.granted')
  async decide(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const today = this.clock.today();
    const form = validateForm(DecideForm, body, { today });
    const answer = await this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const known = await this.#undecided(uow, person, id);
      const again = (errors: readonly FormError[], words: Words): Answer => {
        const view = decideView(known, refusedForm({ errors, words }), today);
        return { status: 400, page: PAGE, view };
      };
      if (!form.ok) return again(form.errors, form.words);
      const decision = decisionIn(form.value, known);
      if (!('outcome' in decision)) return again(decision, form.words);
      const result = await this.decisions.decide(uow, id, decision);
      if (!('refused' in result)) return this.#recorded(uow, known, form.value, decision);
      if (result.refused === 'decided-already') throw new Refusal(409, DECIDED);
      if (result.refused === 'not-found') return found<Answer>(undefined);
      return again(decideErrors(result), form.words);
    });
    send(response, answer);
  }

  /** The same for the others that were ticked; whoever was decided meanwhile stays as they were decided. */
  async #recorded(
    uow: UnitOfWork,
    known: KnownOfOne,
    form: DecideForm,
    decision: NewDecision,
  ): Promise<Answer> {
    const others = alsoIn(form, known);
    const granted = decision.outcome === 'granted' ? [known.one.request.id] : [];
    for (const id of others) {
      const result = await this.decisions.decide(uow, id, decision);
      if (!('refused' in result) && decision.outcome === 'granted') granted.push(id);
    }
    const { agendaItemId } = known.one.request;
    const at = agendaItemId === null ? undefined : await this.naming.item(uow, agendaItemId);
    if (at?.item.withdrawnInRevision === null)
      for (const id of granted) await this.coverages.say(uow, id, at.item, form.reaches === 'yes');
    return {
      location: `/officer/dispensations?done=${others.length > 0 ? 'several' : decision.outcome}`,
    };
  }

  /** One that waits; to whoever may not decide here, the page is not there. */
  async #undecided(uow: UnitOfWork, person: Person, id: string): Promise<KnownOfOne> {
    const known = await this.known.of(uow, person, id);
    if (known.one.state !== 'waiting') throw new Refusal(409, DECIDED);
    if (known.isOwn) throw new Refusal(403, OWN);
    if (!known.mayDecide) throw new Refusal(403, PARISH);
    return known;
  }
}

const OWN = 'You asked for this dispensation yourself, so somebody else must record what is decided on it.';
const PARISH = 'A parish council grants its own dispensations, and its clerk records them.';
