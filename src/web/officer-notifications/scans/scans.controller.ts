import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { actingOf, Audits, CurrentPerson, Requires, StepUp, type Person } from '../../../identity/index.js';
import { Database } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { Attachments, Notifications } from '../../../register/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { Withholding } from '../withholding.js';

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** The scan of a form on paper, for whoever may read everything that the form may say. */
@Controller('officer/notifications/:id/scans')
@StepUp()
export class ScansController {
  constructor(
    private readonly attachments: Attachments,
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly withholding: Withholding,
  ) {}

  @Get(':scan')
  @Requires('ReadNotifications')
  @Audits('none')
  async download(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @IdInAddress('scan') scanId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { attachment, content, receivedOn } = await this.database.unitOfWork(
      actingOf(person),
      async (uow) => {
        const { notification } = found(await this.notifications.open(uow, id));
        const scans = await this.attachments.of(uow, id);
        found(scans.find((one) => one.id === scanId));
        const { words } = await this.withholding.from(uow, person, notification.memberId);
        if (words) throw new Refusal(403, 'This member has a sensitive interest, and the form may name it.');
        const opened = found(await this.attachments.open(uow, scanId));
        return { ...opened, receivedOn: notification.receivedOn };
      },
    );
    // Never opened in the page: what somebody scanned is not ours.
    const name = `form-received-${receivedOn}.${ENDINGS[attachment.mediaType]}`;
    response
      .set({
        'Content-Type': attachment.mediaType,
        'Content-Disposition': `attachment; filename="${name}"`,
        'X-Content-Type-Options': 'nosniff',
      })
      .send(content);
  }
}
