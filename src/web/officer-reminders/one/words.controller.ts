import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../../audit/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { Sealer } from '../../../platform/sealing/index.js';
import { Message, NAMES_NO_INTEREST, openWords, Reminder } from '../../../reminders/index.js';
import { messageTold } from '../../officer-members/told.js';
import { found, IdInAddress } from '../../page/index.js';

/** The words of a message to an officer, for that officer alone. A member’s are read at the member’s own page. */
@Controller('officer/reminders')
export class WordsController {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  @Get(':id/words')
  @Requires('ReadComplianceBoard')
  @Audits('message.read')
  async show(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const { authorityId } = uow;
      const { messageId, accountId } = found(await uow.manager.findOneBy(Reminder, { authorityId, id }));
      const ownId = found(accountId === person.accountId ? messageId : undefined);
      const own = found(await uow.manager.findOneBy(Message, { authorityId, id: ownId }));
      const told = await uow.manager.findBy(Reminder, { authorityId, messageId: own.id });
      // What it says of an interest may have become sensitive since: then it is for the named officers.
      const withheld =
        !person.permissions.has('ReadSensitiveDetails') &&
        !told.every(({ rule }) => NAMES_NO_INTEREST.has(rule));
      this.audit.record(uow, {
        action: 'message.read',
        subject: { type: 'message', id: own.id },
        payload: { accountId: person.accountId, withheld },
      });
      const lines = withheld ? undefined : openWords(this.sealer, own).text.split('\n');
      return messageTold({ name: person.name, backHref: `/officer/reminders/${id}` }, own, lines);
    });
    response.render('web/officer-members/told.njk', view);
  }
}
