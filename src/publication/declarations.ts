import { Injectable } from '@nestjs/common';
import { Authorities } from '../authorities/index.js';
import {
  DisclosureRows,
  NaturesKeptBack,
  type KeptBackNatures,
  type OpenedDisclosure,
} from '../disclosures/index.js';
import { civilDate, type CivilDate } from '../law/index.js';
import { Observations, type Absence } from '../meetings/index.js';
import { Database, type Acting, type UnitOfWork } from '../platform/database/index.js';
import { AT_MEETINGS, saidAndCorrected, TAKEN_BACK, type DeclaredRow } from './declarations-rows.js';
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
  /** Null where it has none, and for an item that is not open to the public. */
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
  /** What was corrected after the day that follows the meeting, as it was said: the latest first. */
  readonly corrected: readonly CorrectedDeclaration[];
  readonly leftAt: Date | undefined;
  readonly returnedAt: Date | undefined;
}

/** What stood until a correction took its place. */
export interface CorrectedDeclaration extends Pick<
  PublicDeclaration,
  'interestKind' | 'nature' | 'notTold' | 'intends'
> {
  readonly correctedOn: CivilDate;
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
   * What was declared to a meeting and stands: not what was only announced beforehand, nor what was corrected at once or
   * taken back. Nil is not among it, and neither is that council tax is owed, which is personal and no interest.
   */
  async #standing(uow: UnitOfWork): Promise<DeclaredRow[]> {
    const rows = await uow.manager.query<DeclaredRow[]>(AT_MEETINGS, [uow.authorityId]);
    const taken = await uow.manager.query<{ id: string }[]>(TAKEN_BACK, [uow.authorityId]);
    const cancelled = each(
      rows.filter((row) => row.isCancelled),
      ({ meetingId }) => meetingId,
    );
    const observed = await this.observations.ofEach(uow, cancelled);
    const neverHeld = new Set(cancelled.filter((meetingId) => observed(meetingId).opened === undefined));
    const said = rows.filter(({ meetingId }) => !neverHeld.has(meetingId));
    return saidAndCorrected(said, new Set(taken.map(({ id }) => id)));
  }

  async #told(uow: UnitOfWork, rows: readonly DeclaredRow[]): Promise<PublicDeclaration[]> {
    const natures = await this.keptBack.ofMembers(
      uow,
      each(rows, ({ memberId }) => memberId),
    );
    const observed = await this.observations.ofEach(
      uow,
      each(rows, ({ meetingId }) => meetingId),
    );
    return rows.map((row) => {
      const keptBack = natures(row.memberId);
      const { absences } = observed(row.meetingId);
      const corrected = row.corrected.map(({ row: before, on }) => {
        const { interestKind, nature, notTold, intends } = toldOf(before, this.rows.open(before), keptBack);
        return { interestKind, nature, notTold, intends, correctedOn: on };
      });
      return { ...declarationOf(row, toldOf(row, this.rows.open(row), keptBack), absences), corrected };
    });
  }
}

/** Each once. */
const each = (rows: readonly DeclaredRow[], idOf: (row: DeclaredRow) => string): string[] => [
  ...new Set(rows.map(idOf)),
];

function isAsked(row: DeclaredRow, { memberId, bodyId, from, to }: DeclarationFilter): boolean {
  return (
    (memberId === undefined || row.memberId === memberId) &&
    (bodyId === undefined || row.bodyId === bodyId) &&
    (from === undefined || row.meetsOn >= from) &&
    (to === undefined || row.meetsOn <= to)
  );
}

type Told = Pick<PublicDeclaration, 'interestKind' | 'nature' | 'notTold' | 'group' | 'intends'>;

/** At an item that is not open to the public, what the interest is would tell what the item is about. */
function toldOf(row: DeclaredRow, opened: OpenedDisclosure, keptBack: KeptBackNatures): Told {
  const { details, interestKind, intends } = opened;
  const kept = row.kind === 'interest' ? keptBack.fromThePublic(opened) : undefined;
  const hidden = kept ?? (isOpen(row) ? undefined : 'not-shown');
  const notTold = hidden === 'agreed' ? 's32' : hidden && 'not-shown';
  const nature = notTold === undefined ? details.nature : undefined;
  return { interestKind, intends, notTold, nature, group: details.group };
}

const isOpen = ({ restricted }: DeclaredRow): boolean => restricted === false;

function declarationOf(
  row: DeclaredRow,
  told: Told,
  absences: readonly Absence[],
): Omit<PublicDeclaration, 'corrected'> {
  const absence = absences.find(
    ({ memberId, left }) => memberId === row.memberId && left.itemId === row.agendaItemId,
  );
  return {
    ...{ id: row.id, meetingId: row.meetingId, meetsOn: civilDate(row.meetsOn), bodyName: row.bodyName },
    ...{ memberId: row.memberId, memberName: row.memberName },
    itemNumber: isOpen(row) ? row.number : null,
    // As it was called then; an item that is exempt today was perhaps not, and its old title tells the same.
    itemTitle: isOpen(row) ? (row.itemTitle ?? row.title ?? undefined) : undefined,
    ...{ kind: row.kind === 'party-whip' ? 'party-whip' : 'interest', ...told, saidAt: row.saidAt },
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
