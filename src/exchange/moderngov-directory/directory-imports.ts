import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../audit/index.js';
import { Bodies } from '../../authorities/index.js';
import { Meetings } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { CannotBe, type ChoiceProblem, type Choices, type Counts } from './choices.js';
import { compareBodies, type BodyDifferences } from './compare-bodies.js';
import { compareMeetings, type MeetingDifferences } from './compare-meetings.js';
import { compareMembers, type MemberDifferences } from './compare-members.js';
import { DirectoryImport } from './directory-import.entity.js';
import { entriesIn } from './read-directory.js';
import type { DirectoryReading } from './reading.js';
import { takeBodies } from './take-bodies.js';
import { takeMeetings } from './take-meetings.js';
import { takeMembers } from './take-members.js';

export type Differences = BodyDifferences | MeetingDifferences | MemberDifferences;

/** Directories that were read and wait for somebody who says what is taken over of them. */
@Injectable()
export class DirectoryImports {
  constructor(
    private readonly audit: Audit,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  /** Keeps what was read. @param source the host that it was fetched from, or 'file' */
  async keep(uow: UnitOfWork, reading: DirectoryReading, source: string): Promise<{ id: string }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person imports a directory.');
    const id = randomUUID();
    const { kind } = reading;
    await uow.manager.insert(DirectoryImport, {
      ...{ authorityId: uow.authorityId, id, kind, source, reading: reading as object },
      ...{ receivedAt: this.clock.now(), recordedBy: uow.actor.accountId, takenOverAt: null },
    });
    this.audit.record(uow, {
      action: 'directory.read',
      subject: { type: 'directory-import', id },
      payload: {
        ...{ kind, entries: entriesIn(reading), leftOut: reading.leftOut },
        from: source === 'file' ? 'file' : 'address',
      },
    });
    return { id };
  }

  async find(uow: UnitOfWork, id: string): Promise<DirectoryImport | undefined> {
    const row = await uow.manager.findOneBy(DirectoryImport, { authorityId: uow.authorityId, id });
    return row ?? undefined;
  }

  /** What waits to be taken over, newest first. */
  async waiting(uow: UnitOfWork): Promise<DirectoryImport[]> {
    return uow.manager.find(DirectoryImport, {
      where: { authorityId: uow.authorityId, takenOverAt: IsNull() },
      order: { receivedAt: 'DESC', id: 'ASC' },
    });
  }

  /** What taking it over would change, as things are now: nothing is written. */
  async differences(uow: UnitOfWork, reading: DirectoryReading): Promise<Differences> {
    switch (reading.kind) {
      case 'bodies':
        return compareBodies(reading.bodies, await this.bodies.list(uow));
      case 'meetings':
        return compareMeetings(reading.meetings, {
          bodies: await this.bodies.list(uow),
          meetings: await this.meetings.list(uow),
          today: this.clock.today(),
        });
      case 'members':
        return compareMembers(reading.members, {
          members: await this.members.list(uow),
          terms: await this.members.terms(uow),
          groups: await this.members.groupsOn(uow, this.clock.today()),
          today: this.clock.today(),
        });
    }
  }

  /**
   * Does what was chosen, all of it or nothing, and once: whoever comes second finds it done. A choice that has become
   * needless meanwhile changes nothing.
   */
  async takeOver(
    uow: UnitOfWork,
    id: string,
    chosen: Choices,
  ): Promise<{ counts: Counts } | { refused: 'import-gone' } | { problem: ChoiceProblem }> {
    const { authorityId } = uow;
    // Two imports of the same directory must not both make what neither of them found.
    await uow.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `directory_import:${authorityId}`,
    ]);
    const row = await this.find(uow, id);
    if (row?.takenOverAt !== null || 'taken' in row.reading) return { refused: 'import-gone' };
    const { reading } = row;
    const counts = await allOrNothing(uow, (inner) => this.#take(inner, reading, chosen));
    if (counts instanceof CannotBe) return { problem: counts.problem };
    await uow.manager.update(
      DirectoryImport,
      { authorityId, id },
      { takenOverAt: this.clock.now(), reading: { taken: counts } },
    );
    this.audit.record(uow, {
      action: 'directory.taken-over',
      subject: { type: 'directory-import', id },
      payload: { kind: row.kind, ...counts },
    });
    return { counts };
  }

  /** Throws away what waits. */
  async discard(uow: UnitOfWork, id: string): Promise<{ id: string } | { refused: 'import-gone' }> {
    const { authorityId } = uow;
    const { affected } = await uow.manager.delete(DirectoryImport, {
      authorityId,
      id,
      takenOverAt: IsNull(),
    });
    if (affected !== 1) return { refused: 'import-gone' };
    this.audit.record(uow, { action: 'directory.discarded', subject: { type: 'directory-import', id } });
    return { id };
  }

  async #take(uow: UnitOfWork, reading: DirectoryReading, chosen: Choices): Promise<Counts> {
    const now = await this.differences(uow, reading);
    if (now.kind === 'bodies' && chosen.kind === 'bodies')
      return takeBodies(uow, this.bodies, now, chosen.choices);
    if (now.kind === 'meetings' && chosen.kind === 'meetings') return takeMeetings(uow, now, chosen.choices);
    if (now.kind === 'members' && chosen.kind === 'members')
      return takeMembers(uow, this.members, now, chosen.choices);
    throw new Error('The choices are about something else than what was read.');
  }
}

/** Works in a savepoint: a choice that cannot be undoes what the others did, and the unit of work goes on. */
async function allOrNothing<T>(
  uow: UnitOfWork,
  work: (uow: UnitOfWork) => Promise<T>,
): Promise<T | CannotBe> {
  try {
    return await uow.manager.transaction((manager) => work({ ...uow, manager }));
  } catch (error) {
    if (error instanceof CannotBe) return error;
    throw error;
  }
}
