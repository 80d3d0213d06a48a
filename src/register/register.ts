import { Injectable } from '@nestjs/common';
import { Any, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { CivilDate } from '../law/index.js';
import { grouped, type UnitOfWork } from '../platform/database/index.js';
import type { InterestDetails } from './details.js';
import { Entering, type Entered, type WhyNotEntered } from './entering.js';
import { InterestSeal } from './interest-seal.js';
import { PublicLine, RegisterVersion } from './public-line.entity.js';
import { RegisterEntry } from './register-entry.entity.js';
import { SensitivityRequest } from './sensitivity-request.entity.js';

/** An entry with its details opened, for its member and for officers who may read them. */
export interface OpenedEntry {
  readonly entry: RegisterEntry;
  readonly details: InterestDetails;
}

/** The register of members' interests, which the monitoring officer keeps (Localism Act 2011 s.29). */
@Injectable()
export class Register {
  constructor(
    private readonly entering: Entering,
    private readonly seal: InterestSeal,
  ) {}

  /**
   * Enters what a notification tells, but for the interests that wait for an answer. A whole notification is all that
   * the member holds: once all of it is entered, entries that it does not repeat are ended and stay in history.
   */
  async enter(
    uow: UnitOfWork,
    notificationId: string,
    waiting: readonly string[] = [],
  ): Promise<Entered | { refused: WhyNotEntered }> {
    return this.entering.enter(uow, notificationId, waiting);
  }

  /** What the register holds of a member today, details opened, in the order in which it was entered. */
  async current(uow: UnitOfWork, memberId: string): Promise<OpenedEntry[]> {
    return (await this.currentOf(uow, [memberId]))(memberId);
  }

  /** The same of many members, in one reading. Opened when a member is asked about: what fails then is theirs alone. */
  async currentOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => OpenedEntry[]> {
    const rows = await uow.manager.find(RegisterEntry, {
      where: { authorityId: uow.authorityId, memberId: Any(memberIds), endedOn: IsNull() },
      order: { enteredAt: 'ASC', id: 'ASC' },
    });
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId) => this.#opened(ofMember(memberId));
  }

  /** Everything that it ever held of a member, ended entries too, in the order in which it was entered. */
  async history(uow: UnitOfWork, memberId: string): Promise<OpenedEntry[]> {
    return (await this.historyOf(uow, [memberId]))(memberId);
  }

  /** The same of many members, in one reading; opened when a member is asked about. */
  async historyOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => OpenedEntry[]> {
    const rows = await uow.manager.find(RegisterEntry, {
      where: { authorityId: uow.authorityId, memberId: Any(memberIds) },
      order: { enteredAt: 'ASC', id: 'ASC' },
    });
    const ofMember = grouped(rows, (row) => row.memberId);
    return (memberId) => this.#opened(ofMember(memberId));
  }

  /** What it held of a member at the end of a London day: the officer's version, nothing left out. */
  async asAt(uow: UnitOfWork, memberId: string, day: CivilDate): Promise<OpenedEntry[]> {
    const entered = { authorityId: uow.authorityId, memberId, enteredOn: LessThanOrEqual(day) };
    return this.#opened(
      await uow.manager.find(RegisterEntry, {
        where: [
          { ...entered, endedOn: IsNull() },
          { ...entered, endedOn: MoreThan(day) },
        ],
        order: { enteredAt: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** One entry of a member, current or ended. */
  async find(uow: UnitOfWork, entryId: string): Promise<OpenedEntry | undefined> {
    const entry = await uow.manager.findOneBy(RegisterEntry, { authorityId: uow.authorityId, id: entryId });
    return entry === null ? undefined : this.#opened([entry])[0];
  }

  /** All current entries of an authority without their details, for counting and for the law. */
  async outline(uow: UnitOfWork): Promise<Omit<RegisterEntry, 'details'>[]> {
    return uow.manager.findBy(RegisterEntry, { authorityId: uow.authorityId, endedOn: IsNull() });
  }

  /** Whether any interest of the member is or was sensitive, or is kept back, entered or not. */
  async hasWithheld(uow: UnitOfWork, memberId: string): Promise<boolean> {
    const own = { authorityId: uow.authorityId, memberId };
    if (await uow.manager.existsBy(RegisterEntry, { ...own, sensitive: Not('no' as const) })) return true;
    return uow.manager.existsBy(SensitivityRequest, [
      { ...own, decision: IsNull() },
      { ...own, decision: 'agreed' as const },
    ]);
  }

  /** What the public may read of a member today. */
  async published(uow: UnitOfWork, memberId: string): Promise<PublicLine[]> {
    return [...(await this.publishedOf(uow, [memberId]))(memberId)];
  }

  /** The same of many members, in one reading. */
  async publishedOf(
    uow: UnitOfWork,
    memberIds: readonly string[],
  ): Promise<(memberId: string) => readonly PublicLine[]> {
    const where = { authorityId: uow.authorityId, memberId: Any(memberIds), closedAt: IsNull() };
    const lines = await uow.manager.find(PublicLine, { where, order: { publishedAt: 'ASC', id: 'ASC' } });
    return grouped(lines, (line) => line.memberId);
  }

  /** How often the register of this authority has changed. */
  async version(uow: UnitOfWork): Promise<string> {
    const row = await uow.manager.findOneBy(RegisterVersion, { authorityId: uow.authorityId });
    return row?.version ?? '0';
  }

  #opened(entries: readonly RegisterEntry[]): OpenedEntry[] {
    return entries.map((entry) => ({ entry, details: this.seal.open('register_entry', entry) }));
  }
}
