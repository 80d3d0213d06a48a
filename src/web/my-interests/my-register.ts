import { Injectable } from '@nestjs/common';
import { RegisterSettings } from '../../authorities/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import { atOnce, type UnitOfWork } from '../../platform/database/index.js';
import {
  confirmationDue,
  Confirmations,
  Notifications,
  Register,
  type ConfirmationDue,
  type Notification,
  type WithheldBy,
} from '../../register/index.js';
import type { Confirmed } from './confirm/page.js';

export interface Standing {
  readonly pending: readonly Notification[];
  readonly confirmation: ConfirmationDue | undefined;
  readonly confirmEveryMonths: number;
}

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

  /** What they told and is not entered yet, oldest first, and when they are asked to confirm the rest. */
  async standing(uow: UnitOfWork, memberId: string): Promise<Standing> {
    const { told, confirmed, settings } = await atOnce({
      told: this.notifications.list(uow, memberId),
      confirmed: this.confirmations.list(uow, memberId),
      settings: this.settings.of(uow),
    });
    const { confirmEveryMonths } = settings;
    const last = lastToldOn(told, confirmed);
    return {
      pending: told.filter(({ enteredAt }) => enteredAt === null),
      confirmation: confirmationDue(last, confirmEveryMonths, this.clock.today()),
      confirmEveryMonths,
    };
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

  async toConfirm(uow: UnitOfWork, memberId: string): Promise<Confirmed> {
    const { pending, confirmation, confirmEveryMonths } = await this.standing(uow, memberId);
    return {
      entries: await this.register.current(uow, memberId),
      pending: pending.length,
      everyMonths: confirmEveryMonths,
      lastDay: confirmation?.lastDay,
    };
  }
}

/** The day on which a member last told or confirmed everything. */
function lastToldOn(
  told: readonly Notification[],
  confirmed: readonly { readonly confirmedOn: string }[],
): CivilDate | undefined {
  const whole = told.filter(({ kind }) => kind === 'whole');
  const days = [
    ...whole.map(({ receivedOn }) => receivedOn),
    ...confirmed.map(({ confirmedOn }) => confirmedOn),
  ];
  const newest = days.sort().at(-1);
  return newest === undefined ? undefined : civilDate(newest);
}
