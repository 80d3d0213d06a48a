import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AuditTrail, type AuditedEvent } from '../../audit/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormResult } from '../form/index.js';
import { FilterForm, filterIn } from './filter.js';
import { followedIn } from './following.js';
import { NamesOfEvents } from './names.js';
import { auditView, EVENTS_A_PAGE, readPosition, type AuditPage } from './page.js';

/** The audit chain of the acting authority, newest first, or what in it is about one thing. */
@Controller('officer/audit')
export class AuditController {
  constructor(
    private readonly database: Database,
    private readonly names: NamesOfEvents,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('ReadAudit')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(FilterForm, query);
    const before = readPosition(query.before);
    const page = await this.database.unitOfWork(actingOf(person), (uow) => this.#page(uow, form, before));
    response.status(form.ok ? 200 : 400).render('web/officer-audit/page.njk', auditView(page));
  }

  async #page(uow: UnitOfWork, form: FormResult<FilterForm>, before: string | undefined): Promise<AuditPage> {
    const events = form.ok ? await this.#events(uow, form.value, before) : [];
    const actors = await this.trail.people(uow);
    const names = await this.names.of(uow, events, actors);
    return {
      ...{ events, before, names, actors },
      form: form.ok ? blankForm(form.words) : refusedForm(form),
    };
  }

  async #events(uow: UnitOfWork, form: FilterForm, before: string | undefined): Promise<AuditedEvent[]> {
    const filter = filterIn(form, await followedIn(uow, form));
    // One more than is shown tells whether there are older ones.
    return this.trail.list(uow, filter, EVENTS_A_PAGE + 1, before);
  }
}
