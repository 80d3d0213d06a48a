import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../../authorities/index.js';
import { DispensationInvitations, Dispensations } from '../../../dispensations/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { Naming } from '../../my-dispensations/index.js';
import { KnownDispensations } from '../known.js';
import { MeetingsInPeriod } from '../reach/meetings-in-period.js';
import { listView, type KnownOfList } from './page.js';

const DONE: Readonly<Record<string, string>> = {
  granted: 'The dispensation is granted. The member can read it.',
  refused: 'The refusal is recorded. The member can read your reasons.',
  several: 'Your decision is recorded for each of them that was still waiting.',
  invited: 'The members are invited. Each of them asks in their own name, or does not.',
  recorded: 'The request is recorded.',
};

/** Requests that wait, what was granted and until when, and what came to nothing. */
@Controller('officer/dispensations')
export class ListController {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly dispensations: Dispensations,
    private readonly invitations: DispensationInvitations,
    private readonly known: KnownDispensations,
    private readonly naming: Naming,
    private readonly periods: MeetingsInPeriod,
  ) {}

  @Get()
  @Requires('ReadDispensations')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.#known(uow, person));
    const text = typeof done === 'string' ? DONE[done] : undefined;
    const banner = text === undefined ? undefined : { text, success: true };
    const view = listView(known, this.clock.today());
    response.render('web/officer-dispensations/list/page.njk', { ...view, banner });
  }

  async #known(uow: UnitOfWork, person: Person): Promise<KnownOfList> {
    const all = await this.dispensations.list(uow);
    const meetingDays = new Map<string, string>();
    for (const id of new Set(all.map(({ request }) => request.agendaItemId))) {
      const at = id === null ? undefined : await this.naming.item(uow, id);
      if (at !== undefined) meetingDays.set(at.item.id, at.meeting.meetsOn);
    }
    return {
      ...{ all, meetingDays },
      unsaid: await this.periods.unsaid(uow, await this.known.notOwn(uow, all)),
      invitations: await this.invitations.list(uow),
      memberNames: await this.known.memberNames(uow),
      homeHref: person.permissions.has('ReadComplianceBoard') ? '/officer' : '/meetings',
      mayRead: person.permissions.has('GrantDispensation'),
      mayDecide: await this.known.mayDecide(uow, person),
      isParish: (await this.authorities.get(uow)).kind === 'parish',
    };
  }
}
