import { Injectable } from '@nestjs/common';
import type { TermOfOffice } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { Message, openWords, ReminderOverview, type KnownReminder } from '../../reminders/index.js';
import type { CaseFile } from './case-file.entity.js';
import { GatheringMeeting } from './gathering-meeting.js';
import type { KnownTold } from './known.js';
import type { WithheldFromReader } from './reader.js';

/** A member has a handful of reminders in a term; what is beyond this is in the list of reminders. */
const MOST_REMINDERS = 1_000;

/** Gathers what the member was told by message that bears on a case: about the meeting, a declaration, or taking office. */
@Injectable()
export class GatheringTold {
  constructor(
    private readonly meetings: GatheringMeeting,
    private readonly overview: ReminderOverview,
    private readonly sealer: Sealer,
  ) {}

  async messageIds(uow: UnitOfWork, file: CaseFile, terms: readonly TermOfOffice[]): Promise<string[]> {
    const reminders = await this.#reminders(uow, file, terms);
    return reminders.flatMap(({ message }) => (message === null ? [] : [message.id]));
  }

  /** The earliest first. */
  async of(
    uow: UnitOfWork,
    file: CaseFile,
    terms: readonly TermOfOffice[],
    withheld: WithheldFromReader,
  ): Promise<KnownTold[]> {
    const told: KnownTold[] = [];
    for (const known of await this.#reminders(uow, file, terms)) {
      const id = known.message?.id;
      const row =
        id === undefined || withheld.words
          ? null
          : await uow.manager.findOneBy(Message, { authorityId: uow.authorityId, id });
      told.push({ ...known, words: row === null ? undefined : this.#words(row) });
    }
    return told;
  }

  /** What an officer may read of it: what is the member's alone is left out. */
  #words(message: Message): string[] | undefined {
    const { text, toOfficers } = openWords(this.sealer, message);
    const shown = toOfficers === undefined ? text : toOfficers?.text;
    return shown?.split('\n');
  }

  async #reminders(
    uow: UnitOfWork,
    file: CaseFile,
    terms: readonly TermOfOffice[],
  ): Promise<KnownReminder[]> {
    const subjects = new Set([
      ...terms.map(({ id }) => id),
      ...(file.meetingId === null ? [] : [file.meetingId]),
      ...(await this.meetings.disclosureIds(uow, file)),
    ]);
    const all = await this.overview.list(
      uow,
      { reader: { memberId: file.memberId } },
      { size: MOST_REMINDERS },
    );
    return all
      .filter(({ reminder }) => subjects.has(reminder.subject))
      .sort((a, b) => a.reminder.dueAt.getTime() - b.reminder.dueAt.getTime());
  }
}
