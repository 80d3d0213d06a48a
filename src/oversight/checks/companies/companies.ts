import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../audit/index.js';
import { Members } from '../../../members/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { Sealer } from '../../../platform/sealing/index.js';
import { Register } from '../../../register/index.js';
import type { CompanyDecision } from '../company-officer.js';
import { openedOr } from '../gather-register.js';
import { CompanyOfficer, CompanyOfficerDecision } from './company-officer.entity.js';
import { likenessOf, type MemberToCompare } from './likeness.js';
import { readOfficers, type OfficerRow, type OfficersRefused } from './read-officers.js';

/** What is sealed of a row. */
export type KeptOfficer = Omit<OfficerRow, 'row'>;

/** A row that looks like a member, opened, with what was decided about it. */
export interface OpenedOfficer {
  readonly id: string;
  readonly memberId: string;
  readonly likeness: CompanyOfficer['likeness'];
  readonly row: KeptOfficer;
  readonly receivedAt: Date;
  readonly decision: OpenedDecision | undefined;
}

interface OpenedDecision {
  readonly is: CompanyDecision;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
}

/** How many rows a file had, how many look like a member, and how many of those were known already. */
export interface OfficersReceived {
  readonly rows: number;
  readonly alike: number;
  readonly known: number;
}

/** Officers of companies who look like members, from files of Companies House, and what people decide about them. */
@Injectable()
export class Companies {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly register: Register,
    private readonly sealer: Sealer,
  ) {}

  /** Reads a file and keeps the rows that look like a member in office, each once. Of a refused file nothing is kept. */
  async receive(
    uow: UnitOfWork,
    bytes: Uint8Array,
  ): Promise<OfficersReceived | { refused: OfficersRefused }> {
    const read = readOfficers(bytes);
    if ('refused' in read) return read;
    // Two files given at once would both find that a row is not known yet.
    await uow.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `company_officer:${uow.authorityId}`,
    ]);
    const known = new Set((await this.list(uow)).map(({ memberId, row }) => identityOf(memberId, row)));
    const members = await this.#toCompare(uow);
    let [alike, before] = [0, 0];
    for (const one of read) {
      const row = asKept(one);
      for (const member of members) {
        const likeness = likenessOf(row, member);
        if (likeness === undefined) continue;
        alike += 1;
        const identity = identityOf(member.id, row);
        if (known.has(identity)) before += 1;
        else await this.#keep(uow, { memberId: member.id, likeness, row });
        known.add(identity);
      }
    }
    const received = { rows: read.length, alike, known: before };
    this.audit.record(uow, {
      action: 'company-officers.read',
      subject: { type: 'authority', id: uow.authorityId },
      payload: { ...received },
    });
    return received;
  }

  /** Every row that was kept, the oldest first. */
  async list(uow: UnitOfWork): Promise<OpenedOfficer[]> {
    const { authorityId, manager } = uow;
    const rows = await manager.find(CompanyOfficer, { where: { authorityId }, order: { position: 'ASC' } });
    const decided = await manager.find(CompanyOfficerDecision, {
      where: { authorityId },
      order: { position: 'ASC' },
    });
    const newest = new Map(decided.map((decision) => [decision.companyOfficerId, decision]));
    return rows.map(({ id, memberId, likeness, details, receivedAt }) => {
      const decision = newest.get(id);
      const row = this.sealer.open(details, { authorityId, row: `company_officer:${id}` }) as KeptOfficer;
      return { id, memberId, likeness, row, receivedAt, decision: decision && this.#opened(decision) };
    });
  }

  /** What a person decides about a row, with a reason. Decided anew, it is another row. */
  async decide(
    uow: UnitOfWork,
    companyOfficerId: string,
    { is, reason }: { is: CompanyDecision; reason: string },
  ): Promise<{ id: string } | { refused: 'not-found' | 'own-row' }> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person decides who somebody is.');
    const { authorityId, manager, actor } = uow;
    const row = await manager.findOneBy(CompanyOfficer, { authorityId, id: companyOfficerId });
    if (row === null) return { refused: 'not-found' };
    const member = await this.members.find(uow, row.memberId);
    if (member?.accountId === actor.accountId) return { refused: 'own-row' };
    const id = randomUUID();
    await manager.insert(CompanyOfficerDecision, {
      ...{ authorityId, id, companyOfficerId, decision: is },
      details: this.sealer.seal(reason, { authorityId, row: `company_officer_decision:${id}` }),
      ...{ decidedAt: this.clock.now(), decidedBy: actor.accountId },
    });
    this.audit.record(uow, {
      action: 'company-officer.decided',
      subject: { type: 'company-officer', id: companyOfficerId },
      payload: { memberId: row.memberId, decision: is },
    });
    return { id };
  }

  async #keep(uow: UnitOfWork, kept: Pick<OpenedOfficer, 'memberId' | 'likeness' | 'row'>): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person gives a file.');
    const { authorityId } = uow;
    const id = randomUUID();
    const { memberId, likeness, row } = kept;
    await uow.manager.insert(CompanyOfficer, {
      ...{ authorityId, id, memberId, likeness },
      details: this.sealer.seal(row, { authorityId, row: `company_officer:${id}` }),
      ...{ receivedAt: this.clock.now(), recordedBy: uow.actor.accountId },
    });
  }

  #opened(row: CompanyOfficerDecision): OpenedDecision {
    const { authorityId, id, decision: is, details, decidedAt: at, decidedBy: by } = row;
    const owner = { authorityId, row: `company_officer_decision:${id}` };
    return { is, reason: this.sealer.open(details, owner) as string, at, by };
  }

  async #toCompare(uow: UnitOfWork): Promise<MemberToCompare[]> {
    const inOffice = await this.members.inOffice(uow, this.clock.today());
    const current = await this.register.currentOf(
      uow,
      inOffice.map(({ member }) => member.id),
    );
    return inOffice.map(({ member: { id, name } }) => ({
      ...{ id, name },
      homePostcodes: (openedOr(() => current(id)) ?? []).flatMap(({ details }) =>
        'isHome' in details && details.isHome && details.postcode !== undefined ? [details.postcode] : [],
      ),
    }));
  }
}

function asKept(row: OfficerRow): KeptOfficer {
  const { companyNumber, company, officer, role, appointedOn, resignedOn, bornIn, postcode } = row;
  return { companyNumber, company, officer, role, appointedOn, resignedOn, bornIn, postcode };
}

/** The same appointment of the same person, in whichever file it stands: what becomes of it later is no other row. */
const identityOf = (memberId: string, row: KeptOfficer): string =>
  JSON.stringify([
    memberId,
    row.companyNumber,
    row.officer.toLowerCase(),
    row.role.toLowerCase(),
    row.appointedOn,
  ]);
