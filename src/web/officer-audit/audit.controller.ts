import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit, type AuditedEvent } from '../../audit/index.js';
import { Bodies } from '../../authorities/index.js';
import { Accounts, actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { dateInWords } from '../../wording/index.js';
import { auditView, EVENTS_A_PAGE, readPosition, type AuditView } from './page.js';

/** The audit chain of the acting authority, newest first. */
@Controller('officer/audit')
export class AuditController {
  constructor(
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly bodies: Bodies,
    private readonly database: Database,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  @Get()
  @Requires('ReadAudit')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('before') asked: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const before = readPosition(asked);
    const view = await this.database.unitOfWork(actingOf(person), (uow) => this.#view(uow, before));
    response.render('web/officer-audit/page.njk', view);
  }

  async #view(uow: UnitOfWork, before: string | undefined): Promise<AuditView> {
    const events = await this.audit.newest(uow, EVENTS_A_PAGE, before);
    const people = await this.accounts.names(accountsIn(events));
    return auditView(events, before, { people, things: await this.#things(uow) });
  }

  async #things(uow: UnitOfWork): Promise<Map<string, string>> {
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const members = (await this.members.list(uow)).map(({ id, name }) => [id, name] as const);
    const meetings = (await this.meetings.list(uow)).map(
      ({ id, bodyId, meetsOn }) =>
        [id, `${bodies.get(bodyId) ?? ''}, ${dateInWords(civilDate(meetsOn))}`] as const,
    );
    return new Map([...bodies, ...members, ...meetings]);
  }
}

function accountsIn(events: readonly AuditedEvent[]): string[] {
  const actors = events.filter(({ actorKind }) => actorKind === 'person').map(({ actor }) => actor);
  const subjects = events
    .filter(({ subjectType }) => subjectType === 'account')
    .map(({ subjectId }) => subjectId);
  return [...new Set([...actors, ...subjects])];
}
