import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { ListedAuthority } from '../../../authorities/index.js';
import {
  Accounts,
  Audits,
  CurrentPerson,
  Requires,
  type Account,
  type Person,
} from '../../../identity/index.js';
import type { CivilDate } from '../../../law/index.js';
import { Members, Seats, type TermOfOffice } from '../../../members/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress, officeInWords } from '../../page/index.js';
import { AdminScope } from '../admin-scope.js';
import { beforeItBegan, LastDayForm, lastDayView } from '../last-day.js';

const PAGE = 'web/admin/last-day.njk';

interface Known {
  readonly account: Account;
  readonly council: ListedAuthority;
  /** The term that has no last day yet. */
  readonly term: TermOfOffice;
}

/** Ending the office that somebody holds at a council. */
@Controller('admin/people/:id/offices/:slug/end')
export class EndOfficeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly members: Members,
    private readonly scope: AdminScope,
    private readonly seats: Seats,
  ) {}

  @Get()
  @Requires('AdministerInstallation')
  @Audits('none')
  async ask(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Param('slug') slug: string,
    @Res() response: Response,
  ): Promise<void> {
    response.render(PAGE, view(await this.#known(person, id, slug), blankForm()));
  }

  @Post()
  @Requires('AdministerInstallation')
  @Audits('office.left')
  async end(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.#known(person, id, slug);
    const form = validateForm(LastDayForm, sent);
    if (!form.ok) {
      response.status(400).render(PAGE, view(known, refusedForm(form)));
      return;
    }
    const { becameMemberOn, memberId } = known.term;
    if (form.value.lastDay < becameMemberOn) {
      const refused = refusedForm({ errors: [beforeItBegan(becameMemberOn)], words: form.words });
      response.status(400).render(PAGE, view(known, refused));
      return;
    }
    await this.scope.inUnit(known.council.id, person, (uow) =>
      this.#leave(uow, memberId, form.value.lastDay),
    );
    response.redirect(303, `/admin/people/${id}/offices/${slug}?done=left`);
  }

  async #leave(uow: UnitOfWork, memberId: string, lastDay: CivilDate): Promise<void> {
    const result = await this.members.leaveOffice(uow, memberId, lastDay);
    if ('refused' in result) throw new Refusal(409, ENDED);
    await this.seats.leaveAll(uow, memberId, lastDay);
  }

  async #known(person: Person, id: string, slug: string): Promise<Known> {
    const account = found(await this.accounts.known(id));
    const council = await this.scope.authority(slug);
    const terms = await this.scope.inUnit(council.id, person, async (uow) => {
      const member = found((await this.members.list(uow)).find(({ accountId }) => accountId === id));
      return this.members.terms(uow, member.id);
    });
    const term = terms.find(({ endedOn }) => endedOn === null);
    if (term === undefined) throw new Refusal(409, ENDED);
    return { account, council, term };
  }
}

function view({ account, council, term }: Known, form: FormState): object {
  const page = {
    title: 'End this office',
    about: `${account.name} at ${council.name}: ${officeInWords(term)}`,
    after:
      'From the day after they are no longer a member: their seats on bodies are empty, and they are briefed and reminded no more. What they notified stays on the record.',
    backHref: `/admin/people/${account.id}/offices/${council.slug}`,
  };
  return lastDayView(page, form);
}

const ENDED = 'The last day of this office is recorded already. Nothing was changed.';
