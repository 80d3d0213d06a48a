import { Injectable } from '@nestjs/common';
import { Authorities } from '../../authorities/index.js';
import { Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Sealer } from '../../platform/sealing/index.js';
import { ACCOUNT_TABLES } from './account-tables.js';
import { asCopied, type CopyPart, type Json, type JsonRow, type SubjectCopy, type Whose } from './copy.js';
import { HELD_TABLES, type HeldTable, type Heading } from './held-tables.js';

const HEADINGS: Readonly<Record<Heading, string>> = {
  person: 'You and your office',
  register: 'The register of interests',
  meetings: 'Meetings',
  told: 'What you were told, asked and answered',
};
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

interface Read {
  readonly part: CopyPart;
  readonly files: SubjectCopy['files'];
}

/** Gathers what an authority holds about one member, with what is sealed opened. */
@Injectable()
export class SubjectGathering {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Undefined where this authority has no such member. */
  async of(
    uow: UnitOfWork,
    memberId: string,
    madeBy: SubjectCopy['madeBy'],
  ): Promise<SubjectCopy | undefined> {
    const member = await uow.manager.findOneBy(Member, { authorityId: uow.authorityId, id: memberId });
    if (member === null) return undefined;
    const { accountId } = member;
    const whose = await whoseIs(uow, memberId, accountId);
    const read: (Read & { readonly under: Heading })[] = [];
    for (const table of HELD_TABLES)
      read.push({ under: table.under, ...(await this.#read(uow, memberId, table, whose, madeBy)) });
    const recorded = await recordedOf(uow, memberId, accountId, whose);
    const account = accountId === null ? [] : await accountParts(uow, accountId);
    const sections = Object.entries(HEADINGS).map(([under, title]) => ({
      title,
      parts: [
        ...(under === 'person' ? account : []),
        ...read.filter((one) => one.under === under).map(({ part }) => part),
      ],
    }));
    return {
      ...{ name: member.name, authorityName: (await this.authorities.get(uow)).name },
      ...{ madeAt: this.clock.now(), madeBy },
      sections: [...sections, { title: 'The record of what happened', parts: [recorded] }],
      files: read.flatMap(({ files }) => files),
    };
  }

  async #read(
    { manager, authorityId }: UnitOfWork,
    memberId: string,
    held: HeldTable,
    whose: Whose,
    madeBy: SubjectCopy['madeBy'],
  ): Promise<Read> {
    const found = await manager.query<{ row: JsonRow }[]>(`select to_jsonb(t) as row ${held.rows}`, [
      ...[authorityId, memberId],
    ]);
    const part = { name: held.table, title: held.title };
    if (held.ownEyes === true && madeBy === 'officer')
      return { part: { ...part, rows: [], keptForOwner: found.length }, files: [] };
    const opened = found.map(({ row }) => this.#opened(authorityId, held, row));
    const rows = opened.map((row) => asCopied(readBy(madeBy, held, row), whose));
    if (held.table !== 'notification_attachment')
      return { part: { ...part, rows, keptForOwner: 0 }, files: [] };
    return { part: { ...part, rows: rows.map(withoutContent), keptForOwner: 0 }, files: rows.map(asFile) };
  }

  #opened(authorityId: string, { sealed = [] }: HeldTable, row: JsonRow): JsonRow {
    const words = sealed.flatMap(({ column, boundTo }): [string, Json][] => {
      const value = row[column];
      if (typeof value !== 'string') return [];
      return [[column, this.sealer.open(value, { authorityId, row: boundTo(row) }) as Json]];
    });
    return { ...row, ...Object.fromEntries(words) };
  }
}

/** A message may tell what stands on the member's own list; what an officer may read of it is kept with it. */
function readBy(madeBy: SubjectCopy['madeBy'], { table }: HeldTable, row: JsonRow): JsonRow {
  if (table !== 'message') return row;
  const { details } = row;
  const words = typeof details === 'string' ? { text: details } : (details as Readonly<Record<string, Json>>);
  const { toOfficers } = words;
  if (madeBy === 'member' || toOfficers === undefined) return { ...row, details: words.text ?? null };
  const shorter = toOfficers as { subject: string; text: string } | null;
  const forTheMember = 'For the member’s eyes alone.';
  return {
    ...{ ...row, subject: shorter?.subject ?? forTheMember, details: shorter?.text ?? forTheMember },
  };
}

function asFile(row: JsonRow): { name: string; bytes: Buffer } {
  const [id, mediaType, content] = [row.id, row.media_type, row.content].map((value) =>
    typeof value === 'string' ? value : '',
  );
  const ending = ENDINGS[mediaType ?? ''] ?? 'bin';
  return { name: `scans/${id ?? ''}.${ending}`, bytes: Buffer.from(content ?? '', 'base64') };
}

/** What the scan shows is a file beside; the row says which. */
const withoutContent = (row: JsonRow): JsonRow => ({
  ...Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'content')),
  file: asFile({ ...row, content: '' }).name,
});

async function whoseIs(
  { manager, authorityId }: UnitOfWork,
  memberId: string,
  accountId: string | null,
): Promise<Whose> {
  const rows = await manager.query<{ id: string }[]>(
    `select id from member where authority_id = $1
     union select account_id from member where authority_id = $1 and account_id is not null
     union select account_id from role_holding where authority_id = $1`,
    [authorityId],
  );
  const own = new Set([memberId, ...(accountId === null ? [] : [accountId])]);
  return { own, others: new Set(rows.map(({ id }) => id).filter((id) => !own.has(id))) };
}

/** The account, and the roles held here. Never a secret of it. */
async function accountParts({ manager, authorityId }: UnitOfWork, accountId: string): Promise<CopyPart[]> {
  const parts: CopyPart[] = [];
  for (const { table, title, sql } of ACCOUNT_TABLES) {
    const rows = await manager.query<JsonRow[]>(sql, [authorityId, accountId]);
    parts.push({ ...{ name: table, title, rows }, keptForOwner: 0 });
  }
  return parts;
}

/** What you did, and what was done about you. What an event said is left out: it may name others. */
async function recordedOf(
  { manager, authorityId }: UnitOfWork,
  memberId: string,
  accountId: string | null,
  whose: Whose,
): Promise<CopyPart> {
  const rows = await manager.query<JsonRow[]>(
    `select e.position::text as event, e.application_at::text as at, e.action, e.subject_type as about,
       case e.actor_kind when 'person' then e.actor when 'system' then 'Probity' else 'a program' end as done_by
     from audit_event e
     where e.authority_id = $1 and (
       (e.actor_kind = 'person' and e.actor = $3)
       or (e.subject_type = 'member' and e.subject_id = $2)
       or e.position in (select n.position from audit_positions_naming($1, 'memberId', $2) n))
       -- Whether there is a case file, and who holds something back, is not for this copy to tell.
       and e.action not like 'case-file.%' and e.action not like 'retention.%' and e.action not like 'company-officer%'
       and e.action not like 'finding.%' and e.action not like 'check%'
     order by e.position`,
    [authorityId, memberId, accountId ?? ''],
  );
  return {
    ...{ name: 'audit_event', title: 'What you did, and what was done about you' },
    ...{ rows: rows.map((row) => asCopied(row, whose)), keptForOwner: 0 },
  };
}
