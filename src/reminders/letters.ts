import { Inject, Injectable } from '@nestjs/common';
import { Authorities } from '../authorities/index.js';
import {
  Briefings,
  briefingAsText,
  Editions,
  newsOf,
  meetingInWords,
  type Briefing,
} from '../briefings/index.js';
import { Duties, isOpen } from '../duties/index.js';
import { Meetings } from '../meetings/index.js';
import { Members } from '../members/index.js';
import { Clock, londonInstant } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { dayAndDateInWords, lineInWords, takingOfficeInWords } from '../wording/index.js';
import { newsIn } from './told.js';
import { BRIEFING, TAKING_OFFICE } from './planner.js';
import type { Reminder } from './reminder.entity.js';

/** Why a due reminder is not sent after all. */
export type DropReason = 'no-longer-owed' | 'meeting-cancelled' | 'too-late' | 'something-else-is-told-now';

/** One part of a message, and the reminders that it settles. */
interface Part {
  readonly subject: string;
  readonly lines: readonly string[];
}

export interface Letter {
  readonly subject: string;
  readonly body: string;
  readonly kept: readonly Reminder[];
  readonly dropped: readonly { readonly reminder: Reminder; readonly reason: DropReason }[];
}

/** Writes one message of everything that is due to a member, asking of each whether it is still owed. */
@Injectable()
export class Letters {
  constructor(
    private readonly authorities: Authorities,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
    private readonly duties: Duties,
    private readonly editions: Editions,
    private readonly meetings: Meetings,
    private readonly members: Members,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(uow: UnitOfWork, memberId: string, due: readonly Reminder[]): Promise<Letter> {
    const kept: Reminder[] = [];
    const dropped: { reminder: Reminder; reason: DropReason }[] = [];
    const parts = new Map<string, Part>();
    for (const reminder of due) {
      const key = `${reminder.rule} ${reminder.subject} ${reminder.edition}`;
      const part = parts.get(key) ?? (await this.#part(uow, memberId, reminder));
      if (typeof part === 'string') {
        dropped.push({ reminder, reason: part });
      } else {
        parts.set(key, part);
        kept.push(reminder);
      }
    }
    return { ...(await this.#compose(uow, memberId, [...parts.values()])), kept, dropped };
  }

  async #part(uow: UnitOfWork, memberId: string, reminder: Reminder): Promise<Part | DropReason> {
    switch (reminder.rule) {
      case TAKING_OFFICE:
        return this.#takingOffice(uow, memberId, reminder);
      case BRIEFING:
        return this.#briefing(uow, memberId, reminder);
      default:
        throw new Error(`No words for a reminder of the rule "${reminder.rule}".`);
    }
  }

  async #takingOffice(uow: UnitOfWork, memberId: string, reminder: Reminder): Promise<Part | DropReason> {
    const duty = await this.duties.ofMember(uow, memberId);
    if (duty === undefined || 'kind' in duty || duty.term.id !== reminder.subject || !isOpen(duty.state)) {
      return 'no-longer-owed';
    }
    const { clock } = duty.answer;
    if (clock === null) return 'no-longer-owed';
    const words = takingOfficeInWords(duty.answer, this.clock.today());
    return {
      subject: `Register your interests: the last day is ${dayAndDateInWords(clock.lastDay)}`,
      lines: [
        words.headline,
        ...words.because.map(lineInWords),
        '',
        `Do it here: ${this.config.publicUrl}/my/interests/notify`,
      ],
    };
  }

  async #briefing(uow: UnitOfWork, memberId: string, reminder: Reminder): Promise<Part | DropReason> {
    const meeting = await this.meetings.find(uow, reminder.subject);
    if (meeting === undefined || meeting.status === 'cancelled') return 'meeting-cancelled';
    if (londonInstant(meeting.meetsOn, meeting.startsAt) <= this.clock.now()) return 'too-late';
    const briefing = await this.briefings.make(uow, meeting.id, memberId);
    if (briefing.kind !== 'briefing') return 'no-longer-owed';
    if (newsOf(briefing) !== newsIn(reminder.edition)) return 'something-else-is-told-now';
    await this.editions.record(uow, briefing, 'fixed');
    return {
      subject: `${meetingInWords(briefing)}: ${foundInWords(briefing)}`,
      lines: [
        ...briefingAsText(briefing, 'elsewhere'),
        `Your briefing: ${this.config.publicUrl}/my/meetings/${meeting.id}`,
      ],
    };
  }

  async #compose(
    uow: UnitOfWork,
    memberId: string,
    parts: readonly Part[],
  ): Promise<{ subject: string; body: string }> {
    const [authority, member] = [await this.authorities.get(uow), await this.members.find(uow, memberId)];
    const [first] = parts;
    const subject =
      parts.length === 1 && first ? first.subject : `${parts.length} things to know before you next meet`;
    const body = [
      member?.name ?? '',
      '',
      ...parts.flatMap(({ subject: heading, lines }) =>
        parts.length === 1 ? [...lines, ''] : [heading, '', ...lines, ''],
      ),
      authority.name,
      'This is a reminder. You are responsible for your own interests; the monitoring officer can advise you.',
    ].join('\n');
    return { subject, body };
  }
}

/** What was found, for a subject line. An item that may touch a withheld interest is not counted: it is not named either. */
function foundInWords({ items }: Briefing): string {
  const touches = items.filter((briefed) => briefed.touches.length > 0);
  const named = touches.filter((briefed) =>
    briefed.touches.some(({ interest }) => interest.sensitive === 'no'),
  );
  if (touches.length === 0) return 'we found no match with your interests';
  if (named.length === 0) return 'something may touch your interests';
  return named.length === 1
    ? '1 item may touch your interests'
    : `${named.length} items may touch your interests`;
}
