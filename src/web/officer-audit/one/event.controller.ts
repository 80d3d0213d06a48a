import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AuditTrail, AuditVerifier } from '../../../audit/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { found } from '../../page/index.js';
import { entriesOfNotification } from '../following.js';
import { NamesOfEvents } from '../names.js';
import { readPosition } from '../page.js';
import { eventView, type KnownEvent } from './page.js';

/** One event: who, what, when by both clocks, what was said before and after, and whether its link holds. */
@Controller('officer/audit')
export class AuditEventController {
  constructor(
    private readonly database: Database,
    private readonly names: NamesOfEvents,
    private readonly trail: AuditTrail,
    private readonly verifier: AuditVerifier,
  ) {}

  @Get(':position')
  @Requires('ReadAudit')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Param('position') asked: string,
    @Res() response: Response,
  ): Promise<void> {
    const position = found(readPosition(asked));
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.#known(uow, position));
    response.render('web/officer-audit/one/page.njk', eventView(known));
  }

  async #known(uow: UnitOfWork, position: string): Promise<KnownEvent> {
    const event = found(await this.trail.find(uow, position));
    const isNotification = event.subjectType === 'notification';
    return {
      event,
      names: await this.names.of(uow, [event]),
      saidBefore: await this.trail.saidBefore(uow, event),
      wrong: await this.verifier.whatIsWrong(uow, position),
      newest: await this.trail.newestPosition(uow),
      entries: isNotification ? await entriesOfNotification(uow, event.subjectId) : [],
    };
  }
}
