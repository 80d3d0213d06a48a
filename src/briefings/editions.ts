import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Audit } from '../audit/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { BriefingEdition } from './briefing-edition.entity.js';
import type { Briefing, Touch } from './briefing.js';
import { briefingAsText, isForTheMemberAlone } from './words.js';

/** Keeps what members were told, as evidence: each edition that was sent or opened. */
@Injectable()
export class Editions {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Records that a briefing was opened, or fixed in a message that is about to be sent, with the words that were shown.
   * What says the same as the newest edition is that edition; anything else is the next one.
   */
  async record(uow: UnitOfWork, briefing: Briefing, how: 'fixed' | 'opened'): Promise<BriefingEdition> {
    const fingerprint = fingerprintOf(briefing);
    const told = await this.newest(uow, briefing.meeting.id, briefing.memberId);
    // Opened again and nothing new: nothing is written, and nobody waits for anybody. What a message fixes waits: until its
    // words are made, no other edition may come between, for the newest one by then is the one that is said to be sent.
    if (how === 'opened' && told?.fingerprint === fingerprint && told.firstOpenedAt !== null) return told;
    // Two tabs, or a message and a page, may come at once: the second waits and finds the edition of the first.
    await uow.manager.query('select pg_advisory_xact_lock(hashtext($1))', [
      `${briefing.meeting.id}/${briefing.memberId}`,
    ]);
    const newest = await this.newest(uow, briefing.meeting.id, briefing.memberId);
    const edition =
      newest?.fingerprint === fingerprint ? newest : await this.#add(uow, briefing, fingerprint, newest);
    if (how === 'opened') await this.#mark(uow, edition, 'firstOpenedAt');
    return edition;
  }

  /**
   * Records that a message which tells of a meeting has left: the edition told is the newest one made by the time that
   * the message was fixed. What was never sent does not say that it was.
   */
  async recordSent(
    uow: UnitOfWork,
    told: { meetingId: string; memberId: string; fixedAt: Date },
  ): Promise<void> {
    const { meetingId, memberId, fixedAt } = told;
    const [edition] = await uow.manager.find(BriefingEdition, {
      where: { authorityId: uow.authorityId, meetingId, memberId, madeAt: LessThanOrEqual(fixedAt) },
      order: { edition: 'DESC' },
      take: 1,
    });
    if (edition !== undefined) await this.#mark(uow, edition, 'sentAt');
  }

  async newest(uow: UnitOfWork, meetingId: string, memberId: string): Promise<BriefingEdition | undefined> {
    const [edition] = await uow.manager.find(BriefingEdition, {
      where: { authorityId: uow.authorityId, meetingId, memberId },
      order: { edition: 'DESC' },
      take: 1,
    });
    return edition;
  }

  /** Every edition kept for a meeting, for the officer who must prove what was told and when. */
  async ofMeeting(uow: UnitOfWork, meetingId: string): Promise<BriefingEdition[]> {
    return uow.manager.find(BriefingEdition, {
      where: { authorityId: uow.authorityId, meetingId },
      order: { memberId: 'ASC', edition: 'ASC' },
    });
  }

  /** The first time counts. */
  async #mark(uow: UnitOfWork, edition: BriefingEdition, when: 'sentAt' | 'firstOpenedAt'): Promise<void> {
    if (edition[when] !== null) return;
    const where = { authorityId: uow.authorityId, id: edition.id };
    await uow.manager.update(BriefingEdition, where, { [when]: this.clock.now() });
    this.audit.record(uow, {
      action: when === 'sentAt' ? 'briefing.sent' : 'briefing.opened',
      subject: { type: 'meeting', id: edition.meetingId },
      payload: { memberId: edition.memberId, edition: edition.edition, fingerprint: edition.fingerprint },
    });
  }

  async #add(
    uow: UnitOfWork,
    briefing: Briefing,
    fingerprint: string,
    newest: BriefingEdition | undefined,
  ): Promise<BriefingEdition> {
    const { authorityId } = uow;
    const id = randomUUID();
    const shown = briefingAsText(briefing, 'elsewhere');
    const edition = uow.manager.create(BriefingEdition, {
      authorityId,
      id,
      meetingId: briefing.meeting.id,
      memberId: briefing.memberId,
      edition: (newest?.edition ?? 0) + 1,
      fingerprint,
      agendaRevision: briefing.agendaRevision,
      registerVersion: briefing.registerVersion,
      ruleVersions: [...briefing.rulebook.versions],
      matcherVersion: briefing.matcherVersion,
      details: this.sealer.seal(
        { shown, items: evidenceOf(briefing) },
        { authorityId, row: `briefing_edition:${id}` },
      ),
      madeAt: this.clock.now(),
      sentAt: null,
      firstOpenedAt: null,
    });
    await uow.manager.insert(BriefingEdition, edition);
    return edition;
  }
}

/** A hash of what is told: the meeting, each item, and each interest that may touch it with the answer. */
function fingerprintOf(briefing: Briefing): string {
  return hashOf([
    meetingOf(briefing),
    briefing.items.map(({ item, touches, withoutInterest }) => [
      [item.id, item.number, item.title],
      answerOf(withoutInterest),
      touches.map((touch) => [...touchOf(touch), touch.said, answerOf(touch.result)]),
    ]),
  ]);
}

/**
 * A hash of what would be news to the member: the same without what they said themselves. Somebody who has just told us
 * that an item is about their interest must not be sent a message that tells them so.
 */
export function newsOf(briefing: Briefing): string {
  return hashOf([
    meetingOf(briefing),
    briefing.items.map(({ item, touches, withoutInterest }) => [
      [item.id, item.number, item.title],
      answerOf(withoutInterest),
      touches.map((touch) => [...touchOf(touch), answerOf(touch.supposed)]),
    ]),
  ]);
}

function meetingOf({ meeting, code }: Briefing): unknown[] {
  return [meeting.bodyId, meeting.meetsOn, meeting.startsAt, meeting.venue, meeting.status, code];
}

function touchOf({ interest, match }: Touch): unknown[] {
  return [interest.id, interest.state, interest.sensitive, match.level];
}

function hashOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}

function answerOf(result: Touch['result']): unknown {
  const { disclose, discuss, vote, leave, notify } = result.effective;
  return [disclose, discuss, vote, leave, notify].map((finding) =>
    finding.kind === 'cannot-tell' ? finding.missing : finding.value,
  );
}

/** What is kept of each item. Evidence for a sensitive interest is computed for its owner and never stored. */
function evidenceOf(briefing: Briefing): unknown {
  return briefing.items.map(({ item, touches }) => ({
    itemId: item.id,
    title: item.title,
    touches: touches.map((touch) => {
      const { interest, match, said, interviewed, facts, result } = touch;
      return isForTheMemberAlone(touch)
        ? { interestId: interest.id, withheld: true, effective: answerOf(result) }
        : { interest, match, said, interviewed, facts, result };
    }),
  }));
}
