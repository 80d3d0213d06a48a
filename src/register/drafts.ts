import { Injectable } from '@nestjs/common';
import type { HeldBy, RegisterCategory } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import type { InterestDetails } from './details.js';
import { InterestSeal } from './interest-seal.js';
import { NotificationDraft, type DraftChannel } from './notification.entity.js';

/** A category and whose interests in it: `land/partner`. */
export type Question = `${RegisterCategory}/${HeldBy}`;

/** What is answered to one question so far. */
export interface DraftAnswer {
  readonly answer: 'entries' | 'nothing';
  readonly interests: readonly InterestDetails[];
}

/** What a member has filled in so far. An absent property is not answered yet. */
export interface Draft {
  readonly hasPartner?: boolean;
  readonly answers: Readonly<Partial<Record<Question, DraftAnswer>>>;
}

/** Whose draft it is, and who fills it in: the member here, or an officer from paper. */
export interface DraftOwner {
  readonly memberId: string;
  readonly channel: DraftChannel;
}

export interface SavedDraft {
  readonly draft: Draft;
  /** 0 for a draft that was never saved. */
  readonly version: number;
}

/** What a member has filled in here and not yet sent. */
export interface DraftOfMember {
  readonly memberId: string;
  /** @throws where it cannot be read: whoever reads many must not lose the others for it. */
  open(): Draft;
}

/** Drafts live in the database, not in the session: a member can go on tomorrow, on another machine. */
@Injectable()
export class Drafts {
  constructor(
    private readonly seal: InterestSeal,
    private readonly clock: Clock,
  ) {}

  async find(uow: UnitOfWork, owner: DraftOwner): Promise<SavedDraft> {
    const row = await uow.manager.findOneBy(NotificationDraft, {
      authorityId: uow.authorityId,
      ...idOf(owner),
    });
    return this.#opened(row);
  }

  /** Everybody's own drafts. What an officer types in from paper is no draft of the member's. */
  async ofEverybody(uow: UnitOfWork): Promise<DraftOfMember[]> {
    const rows = await uow.manager.findBy(NotificationDraft, {
      ...{ authorityId: uow.authorityId, channel: 'web' },
    });
    return rows.map((row) => ({
      memberId: row.memberId,
      open: () => this.seal.openDraft(row) as Draft,
    }));
  }

  /** The draft, which nobody else can save or send until this unit of work ends. */
  async hold(uow: UnitOfWork, owner: DraftOwner): Promise<SavedDraft> {
    const row = await uow.manager.findOne(NotificationDraft, {
      where: { authorityId: uow.authorityId, ...idOf(owner) },
      lock: { mode: 'pessimistic_write' },
    });
    return this.#opened(row);
  }

  /** Saves over the version that the person saw. Another tab that saved meanwhile is not overwritten. */
  async save(
    uow: UnitOfWork,
    owner: DraftOwner,
    draft: Draft,
    seenVersion: number,
  ): Promise<{ version: number } | { refused: 'changed-elsewhere' }> {
    const row = {
      authorityId: uow.authorityId,
      ...idOf(owner),
      details: this.seal.sealDraft({ authorityId: uow.authorityId, ...idOf(owner) }, draft),
      version: seenVersion + 1,
      savedAt: this.clock.now(),
    };
    const saved =
      seenVersion === 0
        ? await uow.manager
            .createQueryBuilder()
            .insert()
            .into(NotificationDraft)
            .values(row)
            .orIgnore()
            .returning('version')
            .execute()
        : await uow.manager
            .createQueryBuilder()
            .update(NotificationDraft)
            .set({ details: row.details, version: row.version, savedAt: row.savedAt })
            .where({ authorityId: uow.authorityId, ...idOf(owner), version: seenVersion })
            .returning('version')
            .execute();
    return (saved.raw as unknown[]).length === 1
      ? { version: row.version }
      : { refused: 'changed-elsewhere' };
  }

  async discard(uow: UnitOfWork, owner: DraftOwner): Promise<void> {
    await uow.manager.delete(NotificationDraft, { authorityId: uow.authorityId, ...idOf(owner) });
  }

  #opened(row: NotificationDraft | null): SavedDraft {
    if (row === null) return { draft: { answers: {} }, version: 0 };
    return { draft: this.seal.openDraft(row) as Draft, version: row.version };
  }
}

/** The id alone: whoever calls may hold more beside it. */
const idOf = ({ memberId, channel }: DraftOwner): DraftOwner => ({ memberId, channel });
