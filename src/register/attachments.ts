import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { InterestSeal } from './interest-seal.js';
import { NotificationAttachment } from './notification.entity.js';

/** A scan is refused beyond this: a form of twenty pages is smaller. */
export const MOST_BYTES_OF_A_SCAN = 10 * 1024 * 1024;

type MediaType = NotificationAttachment['mediaType'];
type WhyNoScan = 'too-large' | 'not-a-scan';

/** What a file is told by: its first bytes, never its name. */
const BEGINNINGS: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Scans of paper forms, sealed: whoever may read the notification may read its scan. */
@Injectable()
export class Attachments {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly seal: InterestSeal,
  ) {}

  /** What the content is, or why it is not accepted: to ask before anything is kept. */
  look(content: Buffer): { mediaType: MediaType } | { refused: WhyNoScan } {
    if (content.length > MOST_BYTES_OF_A_SCAN) return { refused: 'too-large' };
    const found = BEGINNINGS.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte));
    return found === undefined ? { refused: 'not-a-scan' } : { mediaType: found[0] };
  }

  async attach(
    uow: UnitOfWork,
    notificationId: string,
    content: Buffer,
  ): Promise<{ id: string } | { refused: WhyNoScan }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person attaches a scan.');
    const looked = this.look(content);
    if ('refused' in looked) return looked;
    const { mediaType } = looked;
    const id = randomUUID();
    const { authorityId, actor } = uow;
    await uow.manager.insert(NotificationAttachment, {
      ...{ authorityId, id, notificationId, mediaType, bytes: content.length },
      content: this.seal.sealWords(
        'notification_attachment.content',
        { authorityId, id },
        content.toString('base64'),
      ),
      ...{ attachedAt: this.clock.now(), attachedBy: actor.accountId },
    });
    this.audit.record(uow, {
      action: 'notification.scan-attached',
      subject: { type: 'notification', id: notificationId },
      payload: { mediaType, bytes: content.length },
    });
    return { id };
  }

  /** The scans of a notification, without their content. */
  async of(uow: UnitOfWork, notificationId: string): Promise<NotificationAttachment[]> {
    return uow.manager.find(NotificationAttachment, {
      where: { authorityId: uow.authorityId, notificationId },
      order: { attachedAt: 'ASC' },
    });
  }

  async open(
    uow: UnitOfWork,
    id: string,
  ): Promise<{ attachment: NotificationAttachment; content: Buffer } | undefined> {
    const attachment = await uow.manager
      .createQueryBuilder(NotificationAttachment, 'scan')
      .addSelect('scan.content')
      .where('scan.authority_id = :authorityId and scan.id = :id', { authorityId: uow.authorityId, id })
      .getOne();
    if (attachment === null) return undefined;
    const opened = this.seal.openWords('notification_attachment.content', attachment, attachment.content);
    return { attachment, content: Buffer.from(opened, 'base64') };
  }
}
