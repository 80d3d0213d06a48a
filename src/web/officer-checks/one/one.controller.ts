import { Body as SentBody, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { CHECK_IDS, Closings, Companies, type Finding } from '../../../oversight/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { parseCivilDate } from '../../../law/index.js';
import { found } from '../../page/index.js';
import { KnownFindings } from '../known.js';
import { addressOf } from '../words.js';
import { DecisionForm, findingView, ReasonForm, WHY_NOT, type KnownOfFinding } from './page.js';

const PAGE = 'web/officer-checks/one/page.njk';
const DONE: Readonly<Record<string, string>> = {
  closed: 'Closed. It is open again if the facts change.',
  opened: 'It is open again.',
  decided: 'Your decision is kept.',
};
const GONE = 'The record does not ask this any more, so there is nothing to answer.';

/** What an address names: a check with a question of it, and the day of its meeting where it has one. */
interface Named {
  readonly named: string;
  readonly day?: unknown;
}

/** One question, what it rests on, and what an officer says of it. */
@Controller('officer/checks/findings/:finding')
export class FindingController {
  constructor(
    private readonly closings: Closings,
    private readonly companies: Companies,
    private readonly database: Database,
    private readonly known: KnownFindings,
  ) {}

  @Get()
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Param('finding') named: string,
    @Query() { day, done }: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.#find(uow, person, { named, day }),
    );
    const text = typeof done === 'string' ? DONE[done] : undefined;
    if (known === undefined) throw new Refusal(404, GONE);
    response.render(PAGE, {
      ...findingView(known, blankForm()),
      banner: text === undefined ? undefined : { text, success: true },
    });
  }

  @Post('close')
  @Requires('CloseFinding')
  @Audits('finding.closed')
  async close(
    @CurrentPerson() person: Person,
    @Param('finding') named: string,
    @Query('day') day: unknown,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#answer({ person, named, day, sent }, response, 'closed', (uow, finding, reason) =>
      this.closings.close(uow, finding, reason),
    );
  }

  @Post('open')
  @Requires('CloseFinding')
  @Audits('finding.opened-again')
  async open(
    @CurrentPerson() person: Person,
    @Param('finding') named: string,
    @Query('day') day: unknown,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#answer({ person, named, day, sent }, response, 'opened', (uow, finding, reason) =>
      this.closings.open(uow, finding, reason),
    );
  }

  @Post('decide')
  @Requires('CloseFinding')
  @Audits('company-officer.decided')
  async decide(
    @CurrentPerson() person: Person,
    @Param('finding') named: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(DecisionForm, sent);
    const answer = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = this.#stillThere(await this.#find(uow, person, { named }));
      if (known.finding.check !== 'company-officer') throw new Refusal(404, GONE);
      if (!form.ok) return { known, form: refusedForm(form) };
      const { decision: is, reason } = form.value;
      const decided = await this.companies.decide(uow, known.finding.key, { is, reason });
      if ('refused' in decided) throw new Refusal(409, WHY_NOT['own-finding']);
      // Of somebody else, the record asks nothing any more, so that the question has no page.
      return is === 'somebody-else'
        ? '/officer/checks/company-officer?done=decided'
        : addressOf(known.finding, known.names, '', 'decided');
    });
    if (typeof answer === 'object') again(response, answer.known, answer.form);
    else response.redirect(303, answer);
  }

  async #answer(
    { person, named, day, sent }: Named & { readonly person: Person; readonly sent: unknown },
    response: Response,
    done: 'closed' | 'opened',
    act: (uow: UnitOfWork, finding: Finding, reason: string) => ReturnType<Closings['close']>,
  ): Promise<void> {
    const form = validateForm(ReasonForm, sent);
    const answer = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const known = this.#stillThere(await this.#find(uow, person, { named, day }));
      if (!form.ok) return { known, form: refusedForm(form) };
      const result = await act(uow, known.finding, form.value.reason);
      if ('refused' in result) throw new Refusal(409, WHY_NOT[result.refused]);
      return addressOf(known.finding, known.names, '', done);
    });
    if (typeof answer === 'object') again(response, answer.known, answer.form);
    else response.redirect(303, answer);
  }

  #stillThere(known: KnownOfFinding | undefined): KnownOfFinding {
    if (known === undefined) throw new Refusal(409, GONE);
    return known;
  }

  /** Undefined where the record asks it no more, or the reader may not see it: an address tells neither from the other. */
  async #find(uow: UnitOfWork, person: Person, { named, day }: Named): Promise<KnownOfFinding | undefined> {
    const [name = '', ref = ''] = named.split('.');
    const check = found(CHECK_IDS.find((id) => id === name));
    const on = typeof day === 'string' ? parseCivilDate(day) : undefined;
    const { findings } = await this.known.shown(uow, person, {
      ...{ only: [check], ...(on && { from: on, to: on }) },
    });
    const finding = findings.find((one) => one.ref === ref);
    if (finding === undefined) return undefined;
    const names = await this.known.names(uow, [finding]);
    const { permissions } = person;
    return {
      ...{ finding, names, mayClose: permissions.has('CloseFinding') },
      mayOpenCase: permissions.has('KeepCaseFiles'),
    };
  }
}

function again(response: Response, known: KnownOfFinding, form: FormState): void {
  response.status(400).render(PAGE, findingView(known, form));
}
