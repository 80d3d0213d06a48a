import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Authorities } from '../../authorities/index.js';
import { StepRows } from '../../oversight/index.js';
import { Database } from '../../platform/database/index.js';
import { Register } from '../../register/index.js';
import { Message } from '../../reminders/index.js';

/** Which messages the outbox may not show, since everybody can open it: what they name may have become sensitive. */
@Injectable()
export class WithheldMessages {
  constructor(
    private readonly authorities: Authorities,
    private readonly database: Database,
    private readonly register: Register,
    private readonly steps: StepRows,
  ) {}

  /** Of these Message-IDs, those to a member who has a sensitive interest, or asks for one. */
  async among(messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    const withheld = new Set<string>();
    for (const { id: authorityId } of await this.authorities.all()) {
      const acting = { authorityId, actor: { kind: 'system', name: 'outbox' } } as const;
      await this.database.unitOfWork(acting, async (uow) => {
        const sent = await uow.manager.findBy(Message, { authorityId, messageId: In([...messageIds]) });
        const letters = await this.steps.lettersAmong(uow, messageIds);
        for (const { memberId, messageId } of [...sent, ...letters]) {
          if (memberId !== null && (await this.register.hasWithheld(uow, memberId))) withheld.add(messageId);
        }
      });
    }
    return withheld;
  }
}
