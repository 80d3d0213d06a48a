import { Injectable } from '@nestjs/common';
import { actingOf, type Person } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { SteppingAside } from '../../register/index.js';
import type { Desk } from '../notify-interests/desk.js';
import type { Filling } from '../notify-interests/notifying.js';
import { Withholding } from '../officer-notifications/index.js';
import { found } from '../page/index.js';

/** Where the form of one member is typed in. */
export const paperDesk = (memberId: string): Desk => ({
  channel: 'paper',
  basePath: `/officer/members/${memberId}/paper`,
  startPath: `/officer/members/${memberId}`,
});

/** Who may type in whose form on paper. */
@Injectable()
export class PaperForms {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly steppingAside: SteppingAside,
    private readonly withholding: Withholding,
  ) {}

  /**
   * An officer types in a member's form. The pages show what the member said before, sensitive details too.
   * @throws Refusal for their own form, a member whom they left to a deputy, and one whose details they may not read
   */
  async filling(person: Person, memberId: string): Promise<Filling> {
    const why = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const member = found(await this.members.find(uow, memberId));
      if (member.accountId === person.accountId)
        return 'This is you. Notify your interests on your own pages, or have another officer type in your form.';
      if (await this.steppingAside.has(uow, memberId, person.accountId))
        return 'You have left this member’s interests to a deputy, because you have an interest in them.';
      const { words } = await this.withholding.from(uow, person, memberId);
      return words
        ? 'This member has a sensitive interest. Only an officer who may read sensitive details can type in their form.'
        : undefined;
    });
    if (why !== undefined) throw new Refusal(403, why);
    return { person, memberId, desk: paperDesk(memberId) };
  }
}
