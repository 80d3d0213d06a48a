import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Accounts,
  actingOf,
  Audits,
  CurrentPerson,
  Requires,
  Roles,
  type Person,
} from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { NamedOfficers } from '../../../register/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../../form/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { NameForm, namedView, type KnownOfNamed } from './page.js';

const PAGE = 'web/officer-sensitive/named/page.njk';
const DONE: Readonly<Record<string, string>> = {
  named: 'The officer is named and can read sensitive details from now on.',
  ended: 'The officer can read sensitive details no longer.',
};

/** Who may read sensitive details beside the monitoring officer: each by name, and only a deputy. */
@Controller('officer/sensitive/officers')
export class NamedController {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly named: NamedOfficers,
    private readonly roles: Roles,
  ) {}

  @Get()
  @Requires('DecideSensitivity')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    response.render(PAGE, { ...(await this.#view(person, blankForm())), banner });
  }

  @Post()
  @Requires('DecideSensitivity')
  @Audits('named-officer.named')
  async name(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    onlyTheMonitoringOfficer(person);
    const form = validateForm(NameForm, body);
    const accountId = form.ok ? form.value.accountId : undefined;
    const isNamed = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { deputies } = await this.#known(uow);
      const deputy = deputies.find(({ id }) => id === accountId);
      if (deputy === undefined) return false;
      await this.named.name(uow, deputy.id);
      return true;
    });
    if (isNamed) {
      response.redirect(303, '/officer/sensitive/officers?done=named');
      return;
    }
    const errors = [{ field: 'accountId', href: '#accountId', text: 'Choose one of the deputies' }];
    const view = await this.#view(person, refusedForm({ errors, words: form.words }));
    response.status(400).render(PAGE, view);
  }

  @Post(':id/end')
  @Requires('DecideSensitivity')
  @Audits('named-officer.ended')
  async end(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    onlyTheMonitoringOfficer(person);
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.named.end(uow, id));
    found('refused' in result ? undefined : result);
    response.redirect(303, '/officer/sensitive/officers?done=ended');
  }

  async #view(person: Person, form: FormState): Promise<object> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.#known(uow));
    return namedView(known, isMonitoringOfficer(person), form);
  }

  /** The deputies of today who are not named yet, and who is named. */
  async #known(uow: UnitOfWork): Promise<KnownOfNamed> {
    const today = this.clock.today();
    const named = await this.named.list(uow);
    const deputies = (await this.roles.list(uow)).filter(
      ({ role, fromOn, toOn }) =>
        role === 'deputy-monitoring-officer' && fromOn <= today && (toOn === null || toOn >= today),
    );
    const ids = new Set(deputies.map(({ accountId }) => accountId));
    const names = await this.accounts.names(uow, [...ids, ...named.map(({ accountId }) => accountId)]);
    const nameOf = (id: string): string => names.get(id) ?? 'A former account';
    const isNamed = (id: string): boolean => named.some(({ accountId }) => accountId === id);
    return {
      named: named.map((one) => ({
        ...one,
        name: nameOf(one.accountId),
        isDeputy: ids.has(one.accountId),
      })),
      deputies: [...ids].filter((id) => !isNamed(id)).map((id) => ({ id, name: nameOf(id) })),
    };
  }
}

const isMonitoringOfficer = (person: Person): boolean =>
  person.acting?.roles.includes('monitoring-officer') ?? false;

/** Whoever is named reads, and names nobody. */
function onlyTheMonitoringOfficer(person: Person): void {
  if (!isMonitoringOfficer(person))
    throw new Refusal(403, 'Only the monitoring officer names who may read sensitive details.');
}
