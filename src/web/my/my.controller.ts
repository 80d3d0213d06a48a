import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Briefings, MeetingsOfMember } from '../../briefings/index.js';
import { DispensationInvitations, Dispensations } from '../../dispensations/index.js';
import { AfterDisclosure, Duties } from '../../duties/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { atOnce, Database, type UnitOfWork } from '../../platform/database/index.js';
import { Drafts, Queries } from '../../register/index.js';
import { MyRegister } from '../my-interests/index.js';
import { found } from '../page/index.js';
import { myView, type MyAffairs } from './page.js';

/** Meetings shown; a member of many panels finds the rest under Meetings. */
const MEETINGS_AT_MOST = 6;

/** What a member owes and by when, and their next meetings. */
@Controller('my')
export class MyController {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly dispensations: Dispensations,
    private readonly drafts: Drafts,
    private readonly duties: Duties,
    private readonly invitations: DispensationInvitations,
    private readonly meetings: MeetingsOfMember,
    private readonly mine: MyRegister,
    private readonly queries: Queries,
  ) {}

  @Get()
  @Requires('NotifyOwnInterests')
  @Audits('none')
  async show(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const memberId = found(person.acting?.memberId);
    const elsewhere = await this.#elsewhere(person);
    const { draft, standing, mine, invited, ...owed } = await this.database.unitOfWork(
      actingOf(person),
      (uow) =>
        atOnce({
          duty: this.duties.ofMember(uow, memberId),
          draft: this.drafts.find(uow, { memberId, channel: 'web' }),
          standing: this.mine.standing(uow, memberId),
          questions: this.queries.waitingFor(uow, memberId),
          disclosed: this.afterDisclosure.ofMember(uow, memberId),
          meetings: this.#nextMeetings(uow, memberId),
          mine: this.dispensations.ofMember(uow, memberId),
          invited: this.invitations.list(uow, memberId),
        }),
    );
    const view = myView({
      ...{ ...owed, ...standing, elsewhere, today: this.clock.today() },
      draftBegun: draft.version > 0,
      dispensations: { mine, invited },
    });
    response.render('web/my/page.njk', view);
  }

  /** The next meetings before which the member is briefed. */
  async #nextMeetings(uow: UnitOfWork, memberId: string): Promise<MyAffairs['meetings']> {
    const { ahead, together } = await atOnce({
      ahead: this.meetings.between(uow, memberId, { from: this.clock.today() }),
      together: this.briefings.together(uow, [memberId]),
    });
    const next: MyAffairs['meetings'][number][] = [];
    for await (const { meeting, brief } of together.before(ahead.slice(0, MEETINGS_AT_MOST)))
      next.push({ meeting, bodyName: together.bodyName(meeting), briefing: brief(memberId) });
    return next;
  }

  /** What is owed at each other authority: a unit of work for each, for none may see another's rows. */
  async #elsewhere({ accountId, acting, memberships }: Person): Promise<MyAffairs['elsewhere']> {
    const owed: MyAffairs['elsewhere'][number][] = [];
    for (const membership of memberships) {
      const { authorityId, memberId } = membership;
      if (memberId === undefined || authorityId === acting?.authorityId) continue;
      const actor = { kind: 'person', accountId } as const;
      const duty = await this.database.unitOfWork({ authorityId, actor }, (uow) =>
        this.duties.ofMember(uow, memberId),
      );
      owed.push({ membership, duty });
    }
    return owed;
  }
}
