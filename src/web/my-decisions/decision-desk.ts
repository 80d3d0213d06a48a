import { Injectable } from '@nestjs/common';
import { Authorities, Rulebooks } from '../../authorities/index.js';
import {
  DecisionsAlone,
  lawOfDecisionAlone,
  type LawOfDecisionAlone,
  type OpenedAlone,
  type ToldAlone,
} from '../../disclosures/index.js';
import type { NotEncoded } from '../../law/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState, type Words } from '../form/index.js';
import type { Answer } from '../my-dispensations/index.js';
import { found } from '../page/index.js';
import type { Desk } from './desk.js';
import { DecisionForm, toldIn, whyNot, wordsOf } from './form.js';
import { checkView, formView, listView, oneView, type Choices } from './page.js';

const FOLDER = 'web/my-decisions';
const CORRECTED = 'Somebody has put this record right already. Nothing was recorded.';

/** The pages about decisions made outside meetings, the same for a member and for a clerk. */
@Injectable()
export class DecisionDesk {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly decisions: DecisionsAlone,
    private readonly members: Members,
    private readonly rulebooks: Rulebooks,
  ) {}

  async list(uow: UnitOfWork, desk: Desk): Promise<Answer> {
    const all = await this.decisions.list(uow, desk.ownMemberId);
    return page('list', 200, listView(desk, all, await this.#names(uow)));
  }

  async one(uow: UnitOfWork, desk: Desk, id: string): Promise<Answer> {
    const opened = await this.#find(uow, desk, id);
    const { told } = opened;
    const view = oneView(desk, opened, await this.#nameOf(uow, told), await this.#law(uow, told));
    return page('one', 200, view);
  }

  /** The questions, empty or with what was recorded before. */
  async ask(uow: UnitOfWork, desk: Desk, corrects?: string): Promise<Answer> {
    const earlier = corrects === undefined ? undefined : await this.#uncorrected(uow, desk, corrects);
    return this.#form(uow, desk, 200, blankForm(earlier && wordsOf(earlier.told)), corrects);
  }

  /** Shows what the law makes of it before it is recorded; then records it. */
  async take(uow: UnitOfWork, desk: Desk, body: unknown, corrects?: string): Promise<Answer> {
    if (corrects !== undefined) await this.#uncorrected(uow, desk, corrects);
    const form = validateForm(DecisionForm, inOwnName(body, desk), { today: this.clock.today() });
    if (!form.ok) return this.#form(uow, desk, 400, refusedForm(form), corrects);
    const { value, words } = form;
    if (value.step === 'change') return this.#form(uow, desk, 200, blankForm(words), corrects);
    const told = toldIn(value, (await this.#choices(uow)).hasExecutive);
    if (!('kind' in told)) return this.#form(uow, desk, 400, refusedForm({ errors: told, words }), corrects);
    if (value.step !== 'record') return this.#check(uow, desk, { told, words, corrects });
    const result = await this.decisions.record(uow, told, corrects);
    if ('id' in result) return { location: `${desk.basePath}/${result.id}?done` };
    if (result.refused === 'not-found') return found<Answer>(undefined);
    if (result.refused === 'corrected-already') throw new Refusal(409, CORRECTED);
    const errors = [whyNot(result.refused)];
    return this.#form(uow, desk, 400, refusedForm({ errors, words }), corrects);
  }

  async #check(
    uow: UnitOfWork,
    desk: Desk,
    { told, words, corrects }: { told: ToldAlone; words: Words; corrects: string | undefined },
  ): Promise<Answer> {
    const action = `${desk.basePath}/${corrects === undefined ? 'new' : `${corrects}/correct`}`;
    const memberName = await this.#nameOf(uow, told);
    const known = { memberName, law: await this.#law(uow, told), isOwn: desk.ownMemberId !== undefined };
    return page('check', 200, checkView(action, told, known, words));
  }

  async #form(
    uow: UnitOfWork,
    desk: Desk,
    status: 200 | 400,
    form: FormState,
    corrects?: string,
  ): Promise<Answer> {
    return page('form', status, formView(desk, await this.#choices(uow), form, corrects));
  }

  async #choices(uow: UnitOfWork): Promise<Choices> {
    const { executiveArrangements } = await this.authorities.get(uow);
    const members = await this.members.list(uow);
    return {
      members: members.map(({ id, name }) => ({ value: id, text: name })),
      hasExecutive: executiveArrangements,
    };
  }

  async #law(uow: UnitOfWork, told: ToldAlone): Promise<LawOfDecisionAlone | NotEncoded> {
    return lawOfDecisionAlone(told, await this.rulebooks.adopted(uow));
  }

  /** To a member, another member’s is not found. */
  async #find(uow: UnitOfWork, desk: Desk, id: string): Promise<OpenedAlone> {
    return found(await this.decisions.find(uow, id, desk.ownMemberId));
  }

  async #uncorrected(uow: UnitOfWork, desk: Desk, id: string): Promise<OpenedAlone> {
    const opened = await this.#find(uow, desk, id);
    if (opened.correctedBy !== undefined) throw new Refusal(409, CORRECTED);
    return opened;
  }

  async #names(uow: UnitOfWork): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.members.list(uow)).map(({ id, name }) => [id, name]));
  }

  async #nameOf(uow: UnitOfWork, { memberId }: ToldAlone): Promise<string | undefined> {
    return memberId === undefined ? undefined : (await this.#names(uow)).get(memberId);
  }
}

const page = (name: string, status: 200 | 400, view: object): Answer => ({
  ...{ status, view },
  page: `${FOLDER}/${name}.njk`,
});

/** A member records their own decisions and nobody else’s, whatever the form says. */
function inOwnName(body: unknown, { ownMemberId }: Desk): unknown {
  if (ownMemberId === undefined) return body;
  const sent = typeof body === 'object' && body !== null ? body : {};
  return { ...sent, kind: 'single-member', memberId: ownMemberId };
}
