import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Notifications, Register, Sensitivities } from '../../register/index.js';

/** Whether words that tell of a member's interests must be kept from every program. */
@Injectable()
export class WithheldWords {
  constructor(
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly sensitivities: Sensitivities,
  ) {}

  /** True where an interest of the member is or was sensitive, or is asked to be, entered or not. */
  async of(uow: UnitOfWork, memberId: string): Promise<boolean> {
    if (await this.register.hasWithheld(uow, memberId)) return true;
    const asked = await this.sensitivities.askedWhilePending(uow);
    if (asked.size === 0) return false;
    const told = await this.notifications.openedOf(uow, memberId);
    return told.some(({ interests }) => interests.some(({ id }) => asked.has(id)));
  }
}
