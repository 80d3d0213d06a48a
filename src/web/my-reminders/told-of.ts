import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Bodies } from '../../authorities/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Message, Reminder } from '../../reminders/index.js';
import { dayAndDateInWords } from '../../wording/index.js';
import { timeInWords } from '../page/index.js';

/** How many reminders each list shows. */
const AT_MOST = 20;

/** One reminder of a member, with the message that told it. */
export interface ToldOf {
  readonly reminder: Reminder;
  readonly message: Message | undefined;
  /** When it comes, went, or should have. */
  readonly at: Date;
  /** The meeting that it is about. */
  readonly meeting: { readonly id: string; readonly words: string } | undefined;
}

/** What a member is and was reminded of. */
export interface ToldOfAll {
  /** The next one first. */
  readonly planned: readonly ToldOf[];
  /** The latest one first. What was no longer needed is not among them. */
  readonly lately: readonly ToldOf[];
  /** The latest message that was written to them. */
  readonly newest: Message | undefined;
}

/** Reads what a member is and was reminded of. */
@Injectable()
export class RemindersOfMember {
  constructor(
    private readonly bodies: Bodies,
    private readonly meetings: Meetings,
  ) {}

  async of(uow: UnitOfWork, memberId: string): Promise<ToldOfAll> {
    const { authorityId, manager } = uow;
    const planned = await manager.find(Reminder, {
      where: { authorityId, memberId, state: 'planned' },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: AT_MOST,
    });
    const messages = await manager.find(Message, {
      where: { authorityId, memberId, withdrawnAt: IsNull() },
      order: { position: 'DESC' },
      take: AT_MOST,
    });
    const told = await manager.findBy(Reminder, { authorityId, messageId: In(messages.map(({ id }) => id)) });
    const untold = await manager.find(Reminder, {
      where: { authorityId, memberId, state: In(['missed', 'failed']) },
      order: { dueAt: 'DESC', id: 'ASC' },
      take: AT_MOST,
    });
    const meetings = await this.#meetings(uow, [...planned, ...told, ...untold]);
    const shown = (reminder: Reminder): ToldOf => {
      const message = messages.find(({ id }) => id === reminder.messageId);
      const at = message?.sentAt ?? message?.fixedAt ?? reminder.heldUntil ?? reminder.dueAt;
      return { reminder, message, at, meeting: meetings.get(reminder.subject) };
    };
    return {
      planned: planned.map(shown).sort((a, b) => a.at.getTime() - b.at.getTime()),
      lately: [...told, ...untold]
        .map(shown)
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, AT_MOST),
      newest: messages[0],
    };
  }

  /** Those of the subjects that are meetings, in words. */
  async #meetings(
    uow: UnitOfWork,
    reminders: readonly Reminder[],
  ): Promise<ReadonlyMap<string, NonNullable<ToldOf['meeting']>>> {
    const ids = [...new Set(reminders.map(({ subject }) => subject))].filter((subject) => UUID.test(subject));
    const names = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const meetings = await this.meetings.found(uow, ids);
    return new Map(
      [...meetings.values()].map(({ id, bodyId, meetsOn, startsAt }) => {
        const when = `${dayAndDateInWords(civilDate(meetsOn))}, ${timeInWords(startsAt)}`;
        return [id, { id, words: `${names.get(bodyId) ?? 'A meeting'}, ${when}` }];
      }),
    );
  }
}

/** A subject may be made of several ids. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
