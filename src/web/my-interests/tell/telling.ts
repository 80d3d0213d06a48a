import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../../../platform/database/index.js';
import {
  Notifications,
  Register,
  sameDetails,
  type OpenedInterest,
  type OpenedNotification,
} from '../../../register/index.js';
import type { Said } from './steps.js';
import type { About, Subject } from './subject.js';

/** Told, or told already: then the receipt is that of the first time. */
export type Told = { readonly id: string } | { readonly refused: WhyNotTold };

/** The entry is no longer there, or it was told already that the interest has ended. */
export type WhyNotTold = 'ended-meanwhile' | 'end-is-pending';

/** Tells the monitoring officer of one interest, once, however often the button is pressed. */
@Injectable()
export class Telling {
  constructor(
    private readonly notifications: Notifications,
    private readonly register: Register,
  ) {}

  async tell(uow: UnitOfWork, memberId: string, subject: Subject, said: Said): Promise<Told> {
    // Of two presses of the button the second waits here, and then finds what the first one told.
    await uow.manager.query('select pg_advisory_xact_lock(hashtext($1))', [
      `tell:${uow.authorityId}:${memberId}`,
    ]);
    const pending = await this.pending(uow, memberId);
    const same = pending.find(({ interest }) => isTheSame(interest, subject, said));
    if (same !== undefined) return { id: same.notificationId };
    const about = subject.about && (await this.about(uow, memberId, subject.about.entry.id));
    if (about !== undefined && 'refused' in about) return about;
    const { act, heldBy } = subject;
    const { details, effectiveOn, awareOn } = said;
    return this.notifications.receiveChange(uow, memberId, {
      ...{ act, heldBy, details },
      ...(about !== undefined && { aboutEntryId: about.entry.id }),
      ...(effectiveOn !== undefined && { effectiveOn }),
      ...(awareOn !== undefined && { awareOn }),
    });
  }

  /**
   * An entry of this member and no other, with what was told of it since and is not entered yet. Undefined where there is
   * no such entry.
   */
  async about(
    uow: UnitOfWork,
    memberId: string,
    entryId: string,
  ): Promise<About | { refused: WhyNotTold } | undefined> {
    const history = await this.register.history(uow, memberId);
    const opened = history.find(({ entry }) => entry.id === entryId);
    if (opened === undefined) return undefined;
    if (opened.entry.endedOn !== null) return { refused: 'ended-meanwhile' };
    const { thingId } = opened.entry;
    const ids = history.filter(({ entry }) => entry.thingId === thingId).map(({ entry }) => entry.id);
    const pending = await this.pending(uow, memberId);
    const since = pending.filter(({ interest }) => ids.includes(interest.aboutEntryId ?? ''));
    if (since.some(({ interest }) => interest.act === 'end')) return { refused: 'end-is-pending' };
    return { ...opened, toldSince: since.at(-1)?.interest.details };
  }

  /** What a member told by single changes and is not decided yet, oldest first. */
  async pending(uow: UnitOfWork, memberId: string): Promise<PendingChange[]> {
    const told = (await this.notifications.list(uow, memberId)).filter(
      ({ kind, enteredAt }) => kind === 'change' && enteredAt === null,
    );
    return (await this.notifications.openEach(uow, told)).flatMap(pendingIn);
  }
}

/** One change that waits for the officer. */
export interface PendingChange {
  readonly notificationId: string;
  readonly interest: OpenedInterest;
}

function pendingIn({ notification, interests }: OpenedNotification): PendingChange[] {
  return interests
    .filter(({ fate }) => fate === null)
    .map((interest) => ({ notificationId: notification.id, interest }));
}

function isTheSame(told: OpenedInterest, { act, heldBy, about }: Subject, said: Said): boolean {
  return (
    told.act === act &&
    told.heldBy === heldBy &&
    told.aboutEntryId === (about?.entry.id ?? null) &&
    told.effectiveOn === (said.effectiveOn ?? null) &&
    told.awareOn === (said.awareOn ?? null) &&
    sameDetails(told.details, said.details)
  );
}
