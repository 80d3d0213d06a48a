import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../authorities/index.js';
import { BriefingEdition } from '../../briefings/index.js';
import { Duties } from '../../duties/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Register } from '../../register/index.js';
import { ReminderOverview, ReminderPractices } from '../../reminders/index.js';
import { dateInWords } from '../../wording/index.js';
import { Withholding } from '../officer-notifications/index.js';
import { found, IdInAddress } from '../page/index.js';
import { memberView, type KnownOfMember } from './page.js';
import { reminderRows } from './reminders.js';

/** What came longest ago is in the list of reminders, which has pages. */
const MOST_REMINDERS = 200;
const EMAIL_SAVED =
  'The e-mail address is saved. What was missed without one and is still owed goes with the next round. A message that came back can be tried again at its reminder.';

/** One member, for the officer who must answer for the register: what is owed, held, told and opened. */
@Controller('officer/members')
export class MemberController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly duties: Duties,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly overview: ReminderOverview,
    private readonly practices: ReminderPractices,
    private readonly register: Register,
    private readonly withholding: Withholding,
  ) {}

  @Get(':id')
  @Requires('ReadComplianceBoard')
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('done') done: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const known = await this.database.unitOfWork(actingOf(person), (uow) => this.#known(uow, person, id));
    const view = memberView(known, this.clock.today(), person.permissions);
    const banner = done === 'email' ? { text: EMAIL_SAVED, success: true } : undefined;
    response.render('web/officer-members/page.njk', { ...view, banner });
  }

  async #known(uow: UnitOfWork, person: Person, memberId: string): Promise<KnownOfMember> {
    const member = found(await this.members.find(uow, memberId));
    const duty = await this.duties.ofMember(uow, memberId);
    const of = { authorityId: uow.authorityId, memberId };
    const editions = await uow.manager.find(BriefingEdition, { where: of, order: { madeAt: 'DESC' } });
    const meetings = await this.#meetingWords(uow);
    return {
      member,
      duty: duty === undefined || 'kind' in duty ? undefined : duty,
      notifications: await this.notifications.list(uow, memberId),
      entries: await this.register.current(uow, memberId),
      withheld: await this.withholding.from(uow, person, memberId),
      editions,
      reminders: reminderRows(
        await this.overview.list(uow, { reader: { memberId } }, { size: MOST_REMINDERS }),
        await this.practices.of(uow),
        meetings,
      ),
      meetings,
    };
  }

  async #meetingWords(uow: UnitOfWork): Promise<Map<string, string>> {
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const meetings = await this.meetings.list(uow);
    return new Map(
      meetings.map(({ id, bodyId, meetsOn }) => [
        id,
        `${bodies.get(bodyId) ?? ''}, ${dateInWords(civilDate(meetsOn))}`,
      ]),
    );
  }
}
