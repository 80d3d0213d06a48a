import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../audit/index.js';
import { BriefingEdition } from '../../briefings/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { Message, openWords } from '../../reminders/index.js';
import { Withholding } from '../officer-notifications/index.js';
import { found, IdInAddress } from '../page/index.js';
import { briefingTold, messageTold } from './told.js';

const PAGE = 'web/officer-members/told.njk';

/** The very words that a member was told, for the officer who must prove them. Whoever reads them is on the record. */
@Controller('officer/members/:member')
export class ToldController {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly members: Members,
    private readonly sealer: Sealer,
    private readonly withholding: Withholding,
  ) {}

  @Get('briefings/:id')
  @Requires('ReadComplianceBoard')
  @Audits('briefing.read')
  async briefing(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { authorityId } = uow;
      const member = found(await this.members.find(uow, memberId));
      const edition = found(await uow.manager.findOneBy(BriefingEdition, { authorityId, memberId, id }));
      const row = `briefing_edition:${id}`;
      const { shown } = this.sealer.open(edition.details, { authorityId, row }) as { shown: string[] };
      const withheld = await this.#withheld(uow, person, memberId);
      this.audit.record(uow, {
        action: 'briefing.read',
        subject: { type: 'meeting', id: edition.meetingId },
        payload: { memberId, edition: edition.edition, withheld },
      });
      return briefingTold(member, edition, withheld ? undefined : shown);
    });
    response.render(PAGE, view);
  }

  @Get('messages/:id')
  @Requires('ReadComplianceBoard')
  @Audits('message.read')
  async message(
    @CurrentPerson() person: Person,
    @IdInAddress('member') memberId: string,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { authorityId } = uow;
      const member = found(await this.members.find(uow, memberId));
      const message = found(await uow.manager.findOneBy(Message, { authorityId, memberId, id }));
      const { text, toOfficers } = openWords(this.sealer, message);
      // What is the member’s alone is not shown here; a message of nothing else does not exist for anybody but them.
      const { subject, ...shown } = found(
        toOfficers === undefined ? { subject: message.subject, text } : toOfficers,
      );
      const withheld = await this.#withheld(uow, person, memberId);
      this.audit.record(uow, {
        action: 'message.read',
        subject: { type: 'message', id },
        payload: { memberId, withheld },
      });
      const reader = { name: member.name, backHref: `/officer/members/${memberId}` };
      return messageTold(reader, { ...message, subject }, withheld ? undefined : shown.text.split('\n'));
    });
    response.render(PAGE, view);
  }

  /**
   * Words never hold what was sensitive when they were written; what became sensitive later may stand in them. So they
   * are withheld from whoever may not read sensitive details, once the member has such an interest or asks for it.
   */
  async #withheld(uow: UnitOfWork, person: Person, memberId: string): Promise<boolean> {
    return (await this.withholding.from(uow, person, memberId)).words;
  }
}
