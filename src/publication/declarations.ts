import { Injectable } from '@nestjs/common';
import { Authorities } from '../authorities/index.js';
import {
  Disclosure,
  DisclosureRows,
  NaturesKeptBack,
  type KeptBackNatures,
  type OpenedDisclosure,
} from '../disclosures/index.js';
import { civilDate, type CivilDate } from '../law/index.js';
import { Observations, type Absence } from '../meetings/index.js';
import { Database, type Acting, type UnitOfWork } from '../platform/database/index.js';
import type { PublicAuthority } from './public-register.js';

/** What is asked for; without one, everything. Both days are included. */
export interface DeclarationFilter {
  readonly memberId?: string | undefined;
  readonly bodyId?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** One declaration, as the public may read it. Nothing tells whose the interest is: the member's or another's. */
export interface PublicDeclaration {
  readonly id: string;
  readonly meetingId: string;
  readonly meetsOn: CivilDate;
  readonly bodyName: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly itemNumber: string | null;
  /** Undefined for an item that is not open to the public. */
  readonly itemTitle: string | undefined;
  readonly kind: 'interest' | 'party-whip';
  readonly interestKind: OpenedDisclosure['interestKind'];
  readonly nature: string | undefined;
  /** Why the nature is not told: it is withheld under s.32, or it is only not shown. */
  readonly notTold: 's32' | 'not-shown' | undefined;
  /** Of a whip: the group that gives it. */
  readonly group: string | undefined;
  readonly intends: OpenedDisclosure['intends'];
  readonly saidAt: Date;
  readonly leftAt: Date | undefined;
  readonly returnedAt: Date | undefined;
}

export interface PublicDeclarations {
  readonly authority: PublicAuthority;
  readonly declarations: readonly PublicDeclaration[];
  /** How many there are, on all pages. */
  readonly count: number;
  /** Whom and what one can ask for: those of whom there is a declaration. */
  readonly members: readonly Named[];
  readonly bodies: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Row extends Disclosure {
  readonly meetsOn: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly memberName: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly restricted: boolean | null;
}

/** What members declared at meetings, for anybody. Everything is read in one unit of work, so that it fits together. */
@Injectable()
export class PublishedDeclarations {
  constructor(
    private readonly authorities: Authorities,
    private readonly database: Database,
    private readonly keptBack: NaturesKeptBack,
    private readonly observations: Observations,
    private readonly rows: DisclosureRows,
  ) {}

  /** Those that are asked for, the newest meeting first; `page` from 1, or all of them. */
  async list(
    authorityId: string,
    filter: DeclarationFilter,
    page?: { readonly number: number; readonly size: number },
  ): Promise<PublicDeclarations> {
    return this.database.unitOfWork(anybody(authorityId), async (uow) => {
      const { slug, name, kind } = await this.authorities.get(uow);
      const all = await this.#standing(uow);
      const asked = all.filter((row) => isAsked(row, filter));
      const shown =
        page === undefined ? asked : asked.slice((page.number - 1) * page.size).slice(0, page.size);
      return {
        authority: { slug, name, kind },
        declarations: await this.#told(uow, shown),
        count: asked.length,
        members: named(all.map((row) => ({ id: row.memberId, name: row.memberName }))),
        bodies: named(all.map((row) => ({ id: row.bodyId, name: row.bodyName }))),
      };
    });
  }

  /**
   * What was declared to a meeting and stands: not what was only announced beforehand, nor what was corrected or taken
   * back. Nil is not among it, and neither is that council tax is owed, which is personal and no interest.
   */
  async #standing(uow: UnitOfWork): Promise<Row[]> {
    const rows = await uow.manager.query<Row[]>(AT_MEETINGS, [uow.authorityId]);
    const later = await uow.manager.query<{ id: string }[]>(REPLACED, [uow.authorityId]);
    const replaced = new Set(later.map(({ id }) => id));
    return rows.filter(({ id }) => !replaced.has(id));
  }

  async #told(uow: UnitOfWork, rows: readonly Row[]): Promise<PublicDeclaration[]> {
    const kept = new Map<string, KeptBackNatures>();
    const absences = new Map<string, readonly Absence[]>();
    const told: PublicDeclaration[] = [];
    for (const row of rows) {
      const { memberId, meetingId } = row;
      const keptBack = kept.get(memberId) ?? (await this.keptBack.of(uow, memberId));
      kept.set(memberId, keptBack);
      const out = absences.get(meetingId) ?? (await this.observations.ofMeeting(uow, meetingId)).absences;
      absences.set(meetingId, out);
      told.push(declarationOf(row, this.rows.open(row), keptBack, out));
    }
    return told;
  }
}

const AT_MEETINGS = `
  select d.authority_id as "authorityId", d.id, d.position, d.meeting_id as "meetingId",
    d.agenda_item_id as "agendaItemId", d.item_title as "itemTitle", d.member_id as "memberId", d.kind, d.stage,
    d.interest_kind as "interestKind", d.held_by as "heldBy", d.nature_withheld as "natureWithheld", d.intends,
    d.details, d.said_at as "saidAt", to_char(m.meets_on, 'YYYY-MM-DD') as "meetsOn", m.body_id as "bodyId",
    b.name as "bodyName", who.name as "memberName", i.number, i.title, i.restricted
  from disclosure d
  join meeting m on m.authority_id = d.authority_id and m.id = d.meeting_id
  join body b on b.authority_id = d.authority_id and b.id = m.body_id
  join member who on who.authority_id = d.authority_id and who.id = d.member_id
  left join agenda_item i on i.authority_id = d.authority_id and i.id = d.agenda_item_id
  where d.authority_id = $1 and d.stage = 'at-meeting' and d.kind in ('interest', 'party-whip')
  order by m.meets_on desc, m.starts_at desc, b.name, m.id, i.position, d.position`;

/** What a later row corrects, confirms or takes back. */
const REPLACED = `
  select corrects_id as id from disclosure where authority_id = $1 and corrects_id is not null
  union all
  select confirms_id from disclosure where authority_id = $1 and confirms_id is not null`;

function isAsked(row: Row, { memberId, bodyId, from, to }: DeclarationFilter): boolean {
  return (
    (memberId === undefined || row.memberId === memberId) &&
    (bodyId === undefined || row.bodyId === bodyId) &&
    (from === undefined || row.meetsOn >= from) &&
    (to === undefined || row.meetsOn <= to)
  );
}

function declarationOf(
  row: Row,
  opened: OpenedDisclosure,
  keptBack: KeptBackNatures,
  absences: readonly Absence[],
): PublicDeclaration {
  const { details, interestKind } = opened;
  const kept = row.kind === 'interest' ? keptBack.fromThePublic(opened) : undefined;
  const notTold = kept === 'agreed' ? 's32' : kept && 'not-shown';
  const absence = absences.find(
    ({ memberId, left }) => memberId === row.memberId && left.itemId === row.agendaItemId,
  );
  return {
    ...{ id: row.id, meetingId: row.meetingId, meetsOn: civilDate(row.meetsOn), bodyName: row.bodyName },
    ...{ memberId: row.memberId, memberName: row.memberName, itemNumber: row.number },
    // As it was called then; an item that is exempt today was perhaps not, and its old title tells the same.
    itemTitle: row.restricted === false ? (row.itemTitle ?? row.title ?? undefined) : undefined,
    ...{ kind: row.kind === 'party-whip' ? 'party-whip' : 'interest', interestKind, notTold },
    ...{ nature: notTold === undefined ? details.nature : undefined, group: details.group },
    ...{ intends: row.intends, saidAt: row.saidAt },
    leftAt: absence?.left.happenedAt,
    returnedAt: absence?.returned?.happenedAt,
  };
}

/** Each once, by name. */
function named(all: readonly Named[]): Named[] {
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'en-GB'),
  );
}

const anybody = (authorityId: string): Acting => ({ authorityId, actor: { kind: 'system', name: 'public' } });
