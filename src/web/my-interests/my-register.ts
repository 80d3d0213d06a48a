import { Injectable } from '@nestjs/common';
import { RegisterSettings } from '../../authorities/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  confirmationDue,
  Confirmations,
  Notifications,
  Register,
  type ConfirmationDue,
  type Notification,
  type OpenedNotification,
  type WithheldBy,
} from '../../register/index.js';
import type { Confirmed } from './confirm/page.js';

/** What the register holds of the member who asks, what they told, and when they are asked to confirm it. */
@Injectable()
export class MyRegister {
  constructor(
    private readonly clock: Clock,
    private readonly confirmations: Confirmations,
    private readonly notifications: Notifications,
    private readonly register: Register,
    private readonly settings: RegisterSettings,
  ) {}

  /** Everything that the member told, opened, oldest first. */
  async told(uow: UnitOfWork, memberId: string): Promise<OpenedNotification[]> {
    return this.notifications.openedOf(uow, memberId);
  }

  /** What they told and is not entered yet, oldest first. */
  async pending(uow: UnitOfWork, memberId: string): Promise<Notification[]> {
    return (await this.notifications.list(uow, memberId)).filter(({ enteredAt }) => enteredAt === null);
  }

  /** The entries whose details are kept back from the public as a home address, and by what. */
  async withheldHomes(uow: UnitOfWork, memberId: string): Promise<ReadonlyMap<string, WithheldBy>> {
    const lines = await this.register.published(uow, memberId);
    return new Map(
      lines.flatMap(({ registerEntryId, withheldBy }) =>
        registerEntryId === null || withheldBy === null ? [] : [[registerEntryId, withheldBy] as const],
      ),
    );
  }

  async confirmation(uow: UnitOfWork, memberId: string): Promise<ConfirmationDue | undefined> {
    const { confirmEveryMonths } = await this.settings.of(uow);
    const last = await this.#lastToldOn(uow, memberId);
    return confirmationDue(last, confirmEveryMonths, this.clock.today());
  }

  async toConfirm(uow: UnitOfWork, memberId: string): Promise<Confirmed> {
    const { confirmEveryMonths } = await this.settings.of(uow);
    const due = await this.confirmation(uow, memberId);
    return {
      entries: await this.register.current(uow, memberId),
      pending: (await this.pending(uow, memberId)).length,
      everyMonths: confirmEveryMonths,
      lastDay: due?.lastDay,
    };
  }

  /** The day on which the member last told or confirmed everything. */
  async #lastToldOn(uow: UnitOfWork, memberId: string): Promise<CivilDate | undefined> {
    const whole = (await this.notifications.list(uow, memberId)).filter(({ kind }) => kind === 'whole');
    const confirmed = await this.confirmations.list(uow, memberId);
    const days = [
      ...whole.map(({ receivedOn }) => receivedOn),
      ...confirmed.map(({ confirmedOn }) => confirmedOn),
    ];
    const newest = days.sort().at(-1);
    return newest === undefined ? undefined : civilDate(newest);
  }
}
