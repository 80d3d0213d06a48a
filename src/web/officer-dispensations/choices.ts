import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { DispensationDecisions } from '../../dispensations/index.js';
import { groundChoices } from '../my-dispensations/index.js';
import type { Choices } from './paper/page.js';

/** What the forms of whoever grants let them choose from. To others of a parish they are not there. */
@Injectable()
export class GrantersChoices {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly decisions: DispensationDecisions,
    private readonly members: Members,
  ) {}

  async of(uow: UnitOfWork): Promise<Choices> {
    if (!(await this.decisions.mayDecide(uow)))
      throw new Refusal(403, 'A parish council grants its own dispensations, and its clerk records them.');
    const today = this.clock.today();
    const { executiveArrangements } = await this.authorities.get(uow);
    const inOffice = await this.members.inOffice(uow, today);
    return {
      members: inOffice.map(({ member }) => ({ value: member.id, text: member.name })),
      grounds: groundChoices(executiveArrangements, today),
      hasExecutive: executiveArrangements,
    };
  }
}
