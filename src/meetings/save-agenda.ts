import { randomUUID } from 'node:crypto';
import { QueryFailedError } from 'typeorm';
import { Body } from '../authorities/index.js';
import type { CivilDate } from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { AgendaImport, AgendaRevision, type AgendaKind } from './agenda.entity.js';
import { Meeting } from './meeting.entity.js';
import { MODERNGOV, reviseItems, type CorrectedItem } from './revise-items.js';
import { savedAgenda, type SavedAgenda } from './saved-agenda.js';

/** What a clerk makes of a received agenda. */
export interface CorrectedAgenda {
  readonly bodyId: string;
  readonly meetsOn: CivilDate;
  /** 'HH:MM' on the London clock. */
  readonly startsAt: string;
  readonly venue: string;
  readonly issuedOn?: CivilDate;
  /** Local 'YYYY-MM-DDTHH:MM'. */
  readonly participationBy?: string;
  readonly items: readonly CorrectedItem[];
  /** Left out: a whole agenda. The first agenda of a meeting is whole whatever it is called. */
  readonly kind?: AgendaKind;
}

/** Why an agenda is not saved. Nothing is changed then. */
export type SaveRefusal =
  | { readonly refused: 'import-gone' }
  | { readonly refused: 'unknown-body' }
  | { readonly refused: 'no-items' }
  /** A title is empty or longer than TITLE_MOST_CHARACTERS; `position` counts the items from 1. */
  | { readonly refused: 'item-title'; readonly position: number }
  | { readonly refused: 'meeting-cancelled'; readonly meetingId: string }
  | { readonly refused: 'already-imported'; readonly saved: SavedAgenda };

export const TITLE_MOST_CHARACTERS = 1_000;

interface Saved {
  readonly meetingId: string;
  readonly revision: number;
  readonly items: number;
  readonly withdrawn: number;
}

/** Saves a corrected agenda as a new meeting or as a revision of the one that it is for. */
export async function saveAgenda(
  uow: UnitOfWork,
  importId: string,
  corrected: CorrectedAgenda,
): Promise<Saved | SaveRefusal> {
  const { authorityId } = uow;
  const draft = await uow.manager.findOneBy(AgendaImport, { authorityId, id: importId });
  if (draft === null) return { refused: 'import-gone' };
  const refusal = await refusalOf(uow, draft, corrected);
  if (refusal !== undefined) return refusal;
  try {
    // A savepoint: what was written before the database refused is taken back, and the unit of work goes on.
    return await uow.manager.transaction(() => write(uow, draft, corrected));
  } catch (error) {
    // Between our look and our writing another clerk may have saved the same agenda.
    const saved = isContentNotNew(error) ? await savedAgenda(uow, draft.contentHash) : undefined;
    if (saved === undefined) throw error;
    return { refused: 'already-imported', saved };
  }
}

async function refusalOf(
  uow: UnitOfWork,
  draft: AgendaImport,
  { bodyId, items }: CorrectedAgenda,
): Promise<SaveRefusal | undefined> {
  if (!(await uow.manager.existsBy(Body, { authorityId: uow.authorityId, id: bodyId }))) {
    return { refused: 'unknown-body' };
  }
  if (items.length === 0) return { refused: 'no-items' };
  const wrong = items.findIndex(({ title }) => title.trim() === '' || title.length > TITLE_MOST_CHARACTERS);
  if (wrong !== -1) return { refused: 'item-title', position: wrong + 1 };
  const saved = await savedAgenda(uow, draft.contentHash);
  return saved && { refused: 'already-imported', saved };
}

async function write(
  uow: UnitOfWork,
  draft: AgendaImport,
  corrected: CorrectedAgenda,
): Promise<Saved | SaveRefusal> {
  const { authorityId, manager } = uow;
  const meeting = await meetingToWrite(uow, draft, corrected);
  if (meeting.status === 'cancelled') return { refused: 'meeting-cancelled', meetingId: meeting.id };
  const last = await manager.maximum(AgendaRevision, 'number', { authorityId, meetingId: meeting.id });
  const revision = 1 + (last ?? 0);
  const { fileName, content, contentHash, reading, receivedAt, recordedBy, recordedByClient } = draft;
  const kind = revision === 1 ? 'whole' : (corrected.kind ?? 'whole');
  const { retitled, ...counts } = await reviseItems(
    uow,
    meeting.id,
    { number: revision, kind },
    corrected.items,
  );
  await manager.insert(AgendaRevision, {
    authorityId,
    id: randomUUID(),
    meetingId: meeting.id,
    number: revision,
    kind,
    ...{ fileName, content, contentHash, receivedAt, recordedBy, recordedByClient },
    // Items keep only their newest titles, so what this revision changed of them is written down with it.
    reading: { ...reading, retitled } as object,
  });
  await manager.delete(AgendaImport, { authorityId, id: draft.id });
  return { meetingId: meeting.id, revision, ...counts };
}

/** The meeting of this body, day and time, made or brought up to date, and locked: revisions are saved one by one. */
async function meetingToWrite(
  uow: UnitOfWork,
  draft: AgendaImport,
  corrected: CorrectedAgenda,
): Promise<Meeting> {
  const { authorityId, manager } = uow;
  const { bodyId, meetsOn, startsAt } = corrected;
  const particulars = {
    venue: corrected.venue,
    issuedOn: corrected.issuedOn ?? null,
    participationBy: corrected.participationBy ?? null,
  };
  await manager
    .createQueryBuilder()
    .insert()
    .into(Meeting)
    .values({ authorityId, id: randomUUID(), bodyId, meetsOn, startsAt, ...particulars, status: 'confirmed' })
    .orIgnore()
    .execute();
  const meeting = await manager.findOneOrFail(Meeting, {
    where: { authorityId, bodyId, meetsOn, startsAt },
    lock: { mode: 'pessimistic_write' },
  });
  if (meeting.status === 'confirmed') {
    const isSupplementary = corrected.kind === 'supplementary';
    const news = isSupplementary ? withoutNulls(particulars) : particulars;
    await manager.update(
      Meeting,
      { authorityId, id: meeting.id },
      { ...news, ...(await externalIdOf(uow, draft, meeting)) },
    );
  }
  return meeting;
}

/** A supplementary agenda does not say again when the first one was issued: what it leaves out stays. */
function withoutNulls<Particulars extends object>(particulars: Particulars): Partial<Particulars> {
  return Object.fromEntries(
    Object.entries(particulars).filter(([, value]) => value !== null),
  ) as Partial<Particulars>;
}

/** The meeting's id in ModernGov, unless another meeting has it, which was held over and saved under its old day. */
async function externalIdOf(
  { authorityId, manager }: UnitOfWork,
  { reading }: AgendaImport,
  meeting: Meeting,
): Promise<{ source?: string; externalId?: string }> {
  const { externalId } = reading;
  if (externalId === undefined || meeting.externalId !== null) return {};
  const isTaken = await manager.existsBy(Meeting, { authorityId, source: MODERNGOV, externalId });
  return isTaken ? {} : { source: MODERNGOV, externalId };
}

function isContentNotNew(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { constraint } = error.driverError as { constraint?: string };
  return constraint === 'agenda_revision_content_is_new';
}
