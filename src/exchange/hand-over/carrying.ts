import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import {
  Drafts,
  Notifications,
  Register,
  type DraftAnswer,
  type OpenedEntry,
  type Question,
} from '../../register/index.js';
import { CarriedDraft } from './hand-over.entity.js';

/** A member of this authority who was a member of predecessors of it. */
export interface Continuing {
  readonly memberId: string;
  readonly from: readonly { readonly authorityId: string; readonly memberId: string }[];
}

/** What was filled in for a member, and from where. */
export interface CarriedFrom {
  readonly authorityName: string;
  readonly interests: number;
}

/**
 * Fills in a member's draft from what the register of a predecessor holds of them. A new council's register is a new one
 * (s.29), and the 28 days of s.30(1) run for the new office: so nothing is notified by this, and nothing entered. The
 * member looks through the draft, corrects it and sends it, or throws it away.
 */
@Injectable()
export class Carrying {
  constructor(
    private readonly clock: Clock,
    private readonly drafts: Drafts,
    private readonly notifications: Notifications,
    private readonly register: Register,
  ) {}

  /**
   * Prepares the drafts of members in the unit of work of their new authority, which must see the predecessors too. Who
   * has begun a draft or notified anything here already is left alone.
   * @returns how many drafts were filled in
   */
  async prepare(uow: UnitOfWork, continuing: readonly Continuing[]): Promise<number> {
    const entriesOf = await this.#entriesOf(uow, continuing);
    let prepared = 0;
    for (const { memberId, from } of continuing) {
      if ((await this.notifications.list(uow, memberId)).length > 0) continue;
      const parts = from.map((there) => ({ ...there, entries: entriesOf(there) }));
      const answers = answersOf(parts.flatMap(({ entries }) => entries));
      if (Object.keys(answers).length === 0) continue;
      const saved = await this.drafts.save(uow, { memberId, channel: 'web' }, { answers }, 0);
      if ('refused' in saved) continue;
      prepared += 1;
      await uow.manager.insert(
        CarriedDraft,
        parts.map((part) => ({
          ...{ authorityId: uow.authorityId, memberId, carriedAt: this.clock.now() },
          ...{ predecessorId: part.authorityId, predecessorMemberId: part.memberId },
          interests: part.entries.length,
        })),
      );
    }
    return prepared;
  }

  /** From which registers a member's draft was filled in; empty where none was. */
  async carriedTo(uow: UnitOfWork, memberId: string): Promise<CarriedFrom[]> {
    return uow.manager.query<CarriedFrom[]>(
      `select a.name as "authorityName", c.interests from carried_draft c
       join authorities_on_this_installation() a on a.id = c.predecessor_id
       where c.authority_id = $1 and c.member_id = $2 and c.interests > 0 order by a.name`,
      [uow.authorityId, memberId],
    );
  }

  async #entriesOf(
    uow: UnitOfWork,
    continuing: readonly Continuing[],
  ): Promise<(there: Continuing['from'][number]) => OpenedEntry[]> {
    const all = continuing.flatMap(({ from }) => from);
    const at = new Map<string, (memberId: string) => OpenedEntry[]>();
    const byAuthority = grouped(all, ({ authorityId }) => authorityId);
    for (const authorityId of new Set(all.map((one) => one.authorityId))) {
      const ids = byAuthority(authorityId).map(({ memberId }) => memberId);
      at.set(authorityId, await this.register.currentOf({ ...uow, authorityId }, ids));
    }
    return ({ authorityId, memberId }) => at.get(authorityId)?.(memberId) ?? [];
  }
}

/**
 * The answers of a draft that tells these entries, the same one once. Whether there is a partner is left for the member
 * to say, and so is "nothing": silence there is no answer here.
 */
function answersOf(entries: readonly OpenedEntry[]): Partial<Record<Question, DraftAnswer>> {
  const answers: Partial<Record<Question, DraftAnswer>> = {};
  for (const { entry, details } of entries) {
    const question: Question = `${entry.category}/${entry.heldBy}`;
    const before = answers[question]?.interests ?? [];
    if (before.some((other) => JSON.stringify(other) === JSON.stringify(details))) continue;
    answers[question] = { answer: 'entries', interests: [...before, details] };
  }
  return answers;
}
