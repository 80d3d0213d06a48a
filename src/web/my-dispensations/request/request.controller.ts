import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import { DispensationRequests } from '../../../dispensations/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState, type Words } from '../../form/index.js';
import { AsMember } from '../../my-interests/index.js';
import { found } from '../../page/index.js';
import { send, type Answer } from '../answer.js';
import { askedIn, askErrors, AskForm, ExecutiveForm } from '../ask-form.js';
import { Naming } from '../naming.js';
import { groundChoices } from '../words.js';
import { checkView, firstWords, requestView, type About } from './page.js';

const PAGE = 'web/my-dispensations/request/page.njk';
const CHECK = 'web/my-dispensations/request/check.njk';

/** The ids in the address of an item; none in the others. */
interface InAddress {
  readonly id?: string;
  readonly item?: string;
}

/**
 * A member asks for a dispensation. The words go from the form to the page that asks to check them, and from there to
 * whoever decides. They are kept nowhere before they are sent: not in the session, a draft or an address.
 */
@Controller([
  'my/dispensations/request',
  'my/dispensations/request/executive-decision',
  'my/meetings/:id/items/:item/dispensation',
])
@Requires('RequestDispensation')
export class RequestController {
  constructor(
    private readonly asMember: AsMember,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly naming: Naming,
    private readonly requests: DispensationRequests,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Param() ids: InAddress,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.asMember.do(person, async (uow) => {
      const about = await this.#about(uow, ids, request.path);
      return this.#page(uow, about, 200, blankForm(firstWords(about)));
    });
    send(response, answer);
  }

  @Post()
  @Audits('dispensation.requested')
  async ask(
    @CurrentPerson() person: Person,
    @Param() ids: InAddress,
    @Body() body: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.asMember.do(person, async (uow, memberId) => {
      const about = await this.#about(uow, ids, request.path);
      const form =
        about.kind === 'executive-decision'
          ? validateForm(ExecutiveForm, body)
          : validateForm(AskForm, body, { today: this.clock.today() });
      if (!form.ok) return this.#page(uow, about, 400, refusedForm(form));
      if (form.value.step === 'change') return this.#page(uow, about, 200, blankForm(form.words));
      return this.#take(uow, memberId, about, form);
    });
    send(response, answer);
  }

  /** Sends it where it was checked; shows it for checking where it could be granted; else says why it could not. */
  async #take(
    uow: UnitOfWork,
    memberId: string,
    about: About,
    { value, words }: { readonly value: AskForm | ExecutiveForm; readonly words: Words },
  ): Promise<Answer> {
    const asked = askedIn(value, about.kind === 'item' ? about.at.item.id : undefined);
    const result =
      value.step === 'send'
        ? await this.requests.ask(uow, memberId, asked)
        : await this.requests.whyNotAsked(uow, asked);
    if (result === undefined) {
      const view = checkView(about, value, words, this.clock.today());
      return { status: 200, page: CHECK, view };
    }
    if ('id' in result) return { location: `/my/dispensations/${result.id}?done=asked` };
    if (result.refused === 'asked-already') throw new Error('A request of no batch cannot be there already.');
    return this.#page(uow, about, 400, refusedForm({ errors: askErrors(result), words }));
  }

  async #page(uow: UnitOfWork, about: About, status: 200 | 400, form: FormState): Promise<Answer> {
    const { executiveArrangements } = await this.authorities.get(uow);
    // A council without an executive has no such page.
    found(about.kind !== 'executive-decision' || executiveArrangements ? about : undefined);
    const grounds = groundChoices(executiveArrangements, this.clock.today());
    return { status, page: PAGE, view: requestView(about, grounds, form, executiveArrangements) };
  }

  /** An item of a meeting that is past or cancelled needs no dispensation, and its page is not found. */
  async #about(uow: UnitOfWork, { id, item }: InAddress, path: string): Promise<About> {
    if (item === undefined)
      return { kind: path.endsWith('/executive-decision') ? 'executive-decision' : 'matter' };
    const at = found(isUUID(item) ? await this.naming.item(uow, item) : undefined);
    const { meeting } = at;
    const coming = meeting.status === 'confirmed' && meeting.meetsOn >= this.clock.today();
    found(coming && meeting.id === id && at.item.withdrawnInRevision === null ? at : undefined);
    return { kind: 'item', at };
  }
}
