import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { AgendaItem, Meeting } from '../../meetings/index.js';
import { Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { CaseFile, CaseFileNote } from './case-file.entity.js';
import { CaseSeal } from './case-seal.js';

/** What is alleged, of whom and on which day. */
export interface NewCaseFile {
  readonly memberId: string;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
  /** Passed over where there is a meeting: then it is the meeting's day. */
  readonly offenceOn: CivilDate | undefined;
  readonly alleged: string;
  readonly evidence: EvidenceDays;
}

/** The days of s.34(6) and (8), as the prosecutor says; null where nobody knows. */
export interface EvidenceDays {
  readonly evidenceKnownOn: CivilDate | null;
  readonly certifiedOn: CivilDate | null;
}

export type WhyNotOpened =
  | 'unknown-member'
  | 'own-case'
  | 'unknown-meeting'
  | 'unknown-item'
  | 'no-day'
  | 'in-the-future'
  | WhyNotDated;
export type WhyNotDated = 'evidence-before-the-day' | 'certificate-before-the-day';
type WhyNotChanged = 'not-found' | 'closed';

/** A case file with its words opened, for an officer who may read them. */
export type OpenedCaseFile = Omit<CaseFile, 'outcome'> & { readonly outcome: string | null };
export type OpenedNote = CaseFileNote;

/**
 * Keeps case files: opened, noted, dated and closed. Nothing in one is a finding against anybody. Whoever one is about neither
 * keeps it nor reads it here, whatever else they are in this council: for them it is not there.
 */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly seal: CaseSeal,
  ) {}

  async open(
    uow: UnitOfWork,
    asked: NewCaseFile,
  ): Promise<{ id: string; reference: string } | { refused: WhyNotOpened }> {
    const found = await this.#about(uow, asked);
    if ('refused' in found) return found;
    const { offenceOn } = found;
    const wrong = whyNotDated(offenceOn, asked.evidence);
    if (wrong !== undefined) return { refused: wrong };
    const { authorityId } = uow;
    const row = { authorityId, id: randomUUID() };
    const { memberId, meetingId, agendaItemId, evidence, alleged } = asked;
    const reference = await this.#nextReference(uow);
    const about = { memberId, meetingId, agendaItemId, offenceOn };
    await uow.manager.insert(CaseFile, {
      ...{ ...row, reference, ...about, ...evidence, closedAt: null, closedBy: null, outcome: null },
      alleged: this.seal.seal('case_file.alleged', row, alleged),
      ...{ openedAt: this.clock.now(), openedBy: accountOf(uow) },
    });
    this.audit.record(uow, {
      action: 'case-file.opened',
      subject: { type: 'case-file', id: row.id },
      payload: { reference, ...about, ...evidence },
    });
    return { id: row.id, reference };
  }

  /** Adds a note. A closed file takes notes too: what comes to light later belongs into it. */
  async note(uow: UnitOfWork, id: string, words: string): Promise<{ id: string } | { refused: 'not-found' }> {
    const { authorityId } = uow;
    const file = await uow.manager.findOneBy(CaseFile, { authorityId, id });
    if (file === null || (await this.#isAboutThemselves(uow, file.memberId))) return { refused: 'not-found' };
    const row = { authorityId, id: randomUUID() };
    await uow.manager.insert(CaseFileNote, {
      ...{ ...row, caseFileId: id, words: this.seal.seal('case_file_note.words', row, words) },
      ...{ writtenAt: this.clock.now(), writtenBy: accountOf(uow) },
    });
    this.audit.record(uow, {
      action: 'case-file.noted',
      subject: { type: 'case-file', id },
      payload: { noteId: row.id },
    });
    return { id: row.id };
  }

  /** Records the days from which s.34(6) counts, as they become known. */
  async recordEvidence(
    uow: UnitOfWork,
    id: string,
    evidence: EvidenceDays,
  ): Promise<{ id: string } | { refused: WhyNotChanged | WhyNotDated }> {
    const file = await this.#locked(uow, id);
    if (file === null) return { refused: 'not-found' };
    if (file.closedAt !== null) return { refused: 'closed' };
    const wrong = whyNotDated(civilDate(file.offenceOn), evidence);
    if (wrong !== undefined) return { refused: wrong };
    await uow.manager.update(CaseFile, { authorityId: uow.authorityId, id }, { ...evidence });
    const subject = { type: 'case-file', id };
    this.audit.record(uow, { action: 'case-file.dated', subject, payload: { ...evidence } });
    return { id };
  }

  async close(
    uow: UnitOfWork,
    id: string,
    outcome: string,
  ): Promise<{ id: string } | { refused: WhyNotChanged }> {
    const file = await this.#locked(uow, id);
    if (file === null) return { refused: 'not-found' };
    if (file.closedAt !== null) return { refused: 'closed' };
    const row = { authorityId: uow.authorityId, id };
    await uow.manager.update(CaseFile, row, {
      ...{ closedAt: this.clock.now(), closedBy: accountOf(uow) },
      outcome: this.seal.seal('case_file.outcome', row, outcome),
    });
    this.audit.record(uow, { action: 'case-file.closed', subject: { type: 'case-file', id } });
    return { id };
  }

  /** Without the words: those that are open first, each kind with the newest first. */
  async list(uow: UnitOfWork): Promise<CaseFile[]> {
    const files = await uow.manager.find(CaseFile, {
      where: { authorityId: uow.authorityId },
      order: { openedAt: 'DESC', reference: 'DESC' },
    });
    const themselves = await this.#themselves(uow);
    const others = files.filter(({ memberId }) => !themselves.includes(memberId));
    const isOpen = ({ closedAt }: CaseFile): boolean => closedAt === null;
    return [...others.filter(isOpen), ...others.filter((file) => !isOpen(file))];
  }

  /**
   * One of this authority's own. Whoever asks for one that is not there for them, another authority's or one about themselves
   * among them, is on the record of the authority that they act for; whether there is such a file, nobody can tell.
   */
  async find(uow: UnitOfWork, id: string): Promise<OpenedCaseFile | undefined> {
    const file = await uow.manager.findOneBy(CaseFile, { authorityId: uow.authorityId, id });
    if (file === null || (await this.#isAboutThemselves(uow, file.memberId))) {
      this.audit.record(uow, { action: 'case-file.refused', subject: { type: 'case-file', id } });
      return undefined;
    }
    const { alleged, outcome } = file;
    return {
      ...file,
      alleged: this.seal.open('case_file.alleged', file, alleged),
      outcome: outcome === null ? null : this.seal.open('case_file.outcome', file, outcome),
    };
  }

  /** What a file can be about of a meeting: its business, with what was withdrawn from the agenda. */
  async itemsOf({ manager, authorityId }: UnitOfWork, meetingId: string): Promise<AgendaItem[]> {
    return manager.find(AgendaItem, { where: { authorityId, meetingId }, order: { position: 'ASC' } });
  }

  /** In the order in which they were written. */
  async notes(uow: UnitOfWork, id: string): Promise<OpenedNote[]> {
    const rows = await uow.manager.find(CaseFileNote, {
      where: { authorityId: uow.authorityId, caseFileId: id },
      order: { position: 'ASC' },
    });
    return rows.map((row) => ({ ...row, words: this.seal.open('case_file_note.words', row, row.words) }));
  }

  /** The day that it is about, where everything named is this authority's and fits together. */
  async #about(
    uow: UnitOfWork,
    { memberId, meetingId, agendaItemId, offenceOn }: NewCaseFile,
  ): Promise<{ offenceOn: CivilDate } | { refused: WhyNotOpened }> {
    const { authorityId, manager } = uow;
    const member = await manager.findOneBy(Member, { authorityId, id: memberId });
    if (member === null) return { refused: 'unknown-member' };
    if (await this.#isAboutThemselves(uow, memberId)) return { refused: 'own-case' };
    const meeting =
      meetingId === null ? undefined : await manager.findOneBy(Meeting, { authorityId, id: meetingId });
    if (meeting === null) return { refused: 'unknown-meeting' };
    if (agendaItemId !== null) {
      const item = { authorityId, meetingId: meeting?.id ?? '', id: agendaItemId };
      if (meeting === undefined || !(await manager.existsBy(AgendaItem, item)))
        return { refused: 'unknown-item' };
    }
    const day = meeting === undefined ? offenceOn : civilDate(meeting.meetsOn);
    if (day === undefined) return { refused: 'no-day' };
    return day > this.clock.today() ? { refused: 'in-the-future' } : { offenceOn: day };
  }

  /** The next number of the year. Of two files opened at once the second one waits for the first. */
  async #nextReference(uow: UnitOfWork): Promise<string> {
    const { authorityId, manager } = uow;
    await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`case_file/${authorityId}`]);
    const year = this.clock.today().slice(0, 4);
    const [row] = await manager.query<{ last: number }[]>(
      `select coalesce(max(split_part(reference, '/', 2)::int), 0) as last from case_file
       where authority_id = $1 and reference like $2`,
      [authorityId, `${year}/%`],
    );
    return `${year}/${String((row?.last ?? 0) + 1).padStart(2, '0')}`;
  }

  async #locked(uow: UnitOfWork, id: string): Promise<CaseFile | null> {
    const where = { authorityId: uow.authorityId, id };
    const file = await uow.manager.findOne(CaseFile, { where, lock: { mode: 'pessimistic_write' } });
    return file !== null && (await this.#isAboutThemselves(uow, file.memberId)) ? null : file;
  }

  async #isAboutThemselves(uow: UnitOfWork, memberId: string): Promise<boolean> {
    return (await this.#themselves(uow)).includes(memberId);
  }

  /** The members that whoever acts is. */
  async #themselves({ manager, authorityId, actor }: UnitOfWork): Promise<string[]> {
    if (actor.kind !== 'person') return [];
    const members = await manager.findBy(Member, { authorityId, accountId: actor.accountId });
    return members.map(({ id }) => id);
  }
}

/** Nobody has evidence of what has not happened yet. */
function whyNotDated(
  day: CivilDate,
  { evidenceKnownOn, certifiedOn }: EvidenceDays,
): WhyNotDated | undefined {
  if (evidenceKnownOn !== null && evidenceKnownOn < day) return 'evidence-before-the-day';
  return certifiedOn !== null && certifiedOn < day ? 'certificate-before-the-day' : undefined;
}

/** Only a person keeps a case file. */
function accountOf({ actor }: UnitOfWork): string {
  if (actor.kind !== 'person') throw new Error('A case file is kept by a person with an account.');
  return actor.accountId;
}
