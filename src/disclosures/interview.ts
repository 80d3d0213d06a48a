import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Audit } from '../audit/index.js';
import type { FactName } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { InterviewAnswer } from './interview-answer.entity.js';
import { relevanceKey } from './relevance.js';

/** The facts that only the member can give, once they have said that an item concerns an interest. */
export const INTERVIEW_FACTS = [
  'affectsPecuniaryInterests',
  'affectsMoreThanMajorityOfWard',
  'likelyToPrejudice',
  'reasonablePublicWouldThinkViewAffected',
] as const satisfies readonly FactName[];
export type InterviewFact = (typeof INTERVIEW_FACTS)[number];

export const INTERVIEW_ANSWERS = ['yes', 'no', 'not-sure'] as const;
type Answer = (typeof INTERVIEW_ANSWERS)[number];

/** What a member has answered, by fact. */
export type Interviewed = Readonly<Partial<Record<InterviewFact, Answer>>>;

export const isInterviewFact = (fact: unknown): fact is InterviewFact =>
  INTERVIEW_FACTS.some((one) => one === fact);

interface Sealed {
  readonly interestId: string;
  readonly fact: InterviewFact;
  readonly value: Answer;
}

/** The member's own answers to the law's questions about an item and an interest. */
@Injectable()
export class Interviews {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  async record(
    uow: UnitOfWork,
    said: { memberId: string; agendaItemId: string; itemTitle: string } & Sealed,
  ): Promise<void> {
    const id = randomUUID();
    const now = this.clock.now();
    const { memberId, agendaItemId, itemTitle, interestId, fact, value } = said;
    const sealed: Sealed = { interestId, fact, value };
    await uow.manager.insert(InterviewAnswer, {
      ...{ authorityId: uow.authorityId, id, memberId, agendaItemId, itemTitle },
      details: this.sealer.seal(sealed, ownerOf(uow.authorityId, id)),
      saidAt: now,
      receivedAt: now,
    });
    this.audit.record(uow, {
      action: 'interview.answered',
      subject: { type: 'agenda-item', id: agendaItemId },
      payload: { memberId, fact },
    });
  }

  /**
   * The latest answer of a member to each question, by `relevanceKey` of the item and the interest: of many members in one
   * reading. Opened when a member is asked about: what fails then is theirs alone.
   */
  async latestOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => ReadonlyMap<string, Interviewed>> {
    const rows = await uow.manager.find(InterviewAnswer, {
      where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
      order: { position: 'ASC' },
    });
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId) => this.#latestIn(ofMember(memberId));
  }

  #latestIn(rows: readonly InterviewAnswer[]): ReadonlyMap<string, Interviewed> {
    const latest = new Map<string, Interviewed>();
    for (const row of rows) {
      const { interestId, fact, value } = this.sealer.open(
        row.details,
        ownerOf(row.authorityId, row.id),
      ) as Sealed;
      const key = relevanceKey({ ...row, interestId });
      latest.set(key, { ...latest.get(key), [fact]: value });
    }
    return latest;
  }
}

const ownerOf = (authorityId: string, id: string): { authorityId: string; row: string } => ({
  authorityId,
  row: `interview_answer:${id}`,
});
