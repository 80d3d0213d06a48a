import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  Authorities,
  type Authority,
  RegisterSettings,
  Rulebooks,
  type ListedAuthority,
  type ParishPublication,
} from '../authorities/index.js';
import { Duties } from '../duties/index.js';
import { civilDate, KNOWN_CODES, type CivilDate, type RegisterCategory } from '../law/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type Acting, type UnitOfWork } from '../platform/database/index.js';
import { PublicLine, PublicLines, RegisterEntry } from '../register/index.js';
import { categorySource } from '../wording/index.js';
import { tellChanges, type RegisterChange } from './changes.js';
import { composeMembers, shownMembers } from './compose.js';
import type { KeptBack } from './kept-back.js';
import type { PublicAuthority, PublicRegister } from './public-register.js';

/** What stands beside the entries on the page of an authority. */
export interface AboutRegister {
  /** Where a copy can be inspected (s.29(5), (6)). */
  readonly inspectionPlace: string | undefined;
  /** The parishes whose registers this authority's monitoring officer keeps. */
  readonly parishes: readonly ListedAuthority[];
  /** For a parish: the authority whose monitoring officer keeps its register. */
  readonly principal: ListedAuthority | undefined;
  readonly parishWebsite: string | undefined;
  /** The newest evidence that the parish's own website carries the register (s.29(7)). */
  readonly seenOnParishWebsite: { readonly url: string; readonly on: CivilDate } | undefined;
  /** Those who have not answered in time; undefined where the authority does not choose to name them. */
  readonly notYetAnswered: readonly { readonly memberId: string; readonly name: string }[] | undefined;
}

/** One thing that a search found: a member by name (no category), or an entry by its words. */
export interface FoundInRegister {
  readonly slug: string;
  readonly authorityName: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly category: RegisterCategory | undefined;
  readonly words: string | undefined;
}

/** More than a person reads; where there are more, they are told to write more words. */
export const MOST_FOUND = 100;

/** The public register as anybody may read it. Everything is read in one unit of work, so that it fits together. */
@Injectable()
export class Publication {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly duties: Duties,
    private readonly lines: PublicLines,
    private readonly members: Members,
    private readonly rulebooks: Rulebooks,
    private readonly settings: RegisterSettings,
  ) {}

  /** The register of everybody; or, with `memberId`, of one member: undefined where that is no member today. */
  async register(authorityId: string, asAt: CivilDate): Promise<PublicRegister>;
  async register(authorityId: string, asAt: CivilDate, memberId: string): Promise<PublicRegister | undefined>;
  async register(
    authorityId: string,
    asAt: CivilDate,
    memberId?: string,
  ): Promise<PublicRegister | undefined> {
    return this.database.unitOfWork(anybody(authorityId), async (uow) => {
      const today = this.clock.today();
      const sitting = (await this.members.inOffice(uow, today)).filter(
        ({ member }) => memberId === undefined || member.id === memberId,
      );
      if (memberId !== undefined && sitting.length === 0) return undefined;
      const then = asAt === today ? sitting : await this.members.inOffice(uow, asAt);
      const code = await this.#codeOn(uow, asAt);
      return {
        authority: publicAuthority(await this.authorities.get(uow)),
        asAt,
        isToday: asAt === today,
        members: composeMembers({
          members: shownMembers(sitting, then).map(({ member }) => member),
          lines: await this.lines.standing(uow, asAt, memberId),
          // After the lines: what becomes sensitive between the two is then told of too much, never too little.
          keptBack: await keptBackIn(uow),
          sourceOf: (category) => categorySource(category, code),
        }),
      };
    });
  }

  async authority(authorityId: string): Promise<PublicAuthority> {
    return this.database.unitOfWork(anybody(authorityId), async (uow) =>
      publicAuthority(await this.authorities.get(uow)),
    );
  }

  /** What changed in the period, and what stood before it: a second statement beside an earlier one is no news. */
  async #linesFrom(uow: UnitOfWork, from: CivilDate, to: CivilDate): Promise<PublicLine[]> {
    const lines = [...(await this.lines.standing(uow, from)), ...(await this.lines.changed(uow, from, to))];
    return [...new Map(lines.map((line) => [line.id, line])).values()];
  }

  /** What changed after the end of `from` and by the end of `to`, newest first, of those who are members today. */
  async changes(
    authorityId: string,
    from: CivilDate,
    to: CivilDate,
  ): Promise<{ authority: PublicAuthority; changes: RegisterChange[] }> {
    return this.database.unitOfWork(anybody(authorityId), async (uow) => {
      const sitting = await this.members.inOffice(uow, this.clock.today());
      return {
        authority: publicAuthority(await this.authorities.get(uow)),
        changes: tellChanges({
          lines: await this.#linesFrom(uow, from, to),
          names: new Map(sitting.map(({ member }) => [member.id, member.name])),
          keptBack: await keptBackIn(uow),
          ...{ from, to },
        }),
      };
    });
  }

  async about(authorityId: string): Promise<AboutRegister> {
    const all = await this.authorities.all();
    const own = all.find(({ id }) => id === authorityId);
    return this.database.unitOfWork(anybody(authorityId), async (uow) => {
      const { inspectionPlace, namesOverdue, parishWebsite } = await this.settings.of(uow);
      const [seen] = await this.settings.parishPublications(uow);
      return {
        inspectionPlace: inspectionPlace ?? undefined,
        parishes: all.filter(({ principalAuthorityId }) => principalAuthorityId === authorityId),
        principal: all.find(({ id }) => id === own?.principalAuthorityId),
        parishWebsite: parishWebsite ?? undefined,
        seenOnParishWebsite: seenOf(seen),
        notYetAnswered: namesOverdue ? await this.#notYetAnswered(uow) : undefined,
      };
    });
  }

  /** Members by name, and what is public today by its words: companies, places, bodies. Of one authority, or of all. */
  async search(authorityId: string | undefined, words: string): Promise<FoundInRegister[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<FoundRow[]>('select * from search_public_register($1, $2, $3, $4)', [
        authorityId ?? null,
        words,
        this.clock.today(),
        MOST_FOUND + 1,
      ]),
    );
    return rows.map((row) => ({
      slug: row.slug,
      authorityName: row.authority_name,
      memberId: row.member_id,
      memberName: row.member_name,
      category: row.category ?? undefined,
      words: row.words ?? undefined,
    }));
  }

  async #notYetAnswered(uow: UnitOfWork): Promise<{ memberId: string; name: string }[]> {
    const board = await this.duties.board(uow);
    if ('kind' in board) return [];
    return board.duties
      .filter(({ state }) => state === 'overdue')
      .map(({ member }) => ({ memberId: member.id, name: member.name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** What the code of conduct is called that was in force on the day; undefined where none was. */
  async #codeOn(uow: UnitOfWork, day: CivilDate): Promise<string | undefined> {
    const inForce = await this.rulebooks.codeOn(uow, day);
    return KNOWN_CODES.find(({ code }) => code === inForce)?.title;
  }
}

interface FoundRow {
  readonly slug: string;
  readonly authority_name: string;
  readonly member_id: string;
  readonly member_name: string;
  readonly category: RegisterCategory | null;
  readonly words: string | null;
}

const anybody = (authorityId: string): Acting => ({ authorityId, actor: { kind: 'system', name: 'public' } });

const publicAuthority = ({ slug, name, kind }: Authority): PublicAuthority => ({ slug, name, kind });

function seenOf(seen: ParishPublication | undefined): AboutRegister['seenOnParishWebsite'] {
  return seen === undefined ? undefined : { url: seen.url, on: civilDate(seen.seenOn) };
}

/** What is or was withheld as sensitive, or waits for the officer's answer to be. */
async function keptBackIn(uow: UnitOfWork): Promise<KeptBack> {
  const { authorityId } = uow;
  const entries = await uow.manager.find(RegisterEntry, {
    select: { authorityId: true, id: true, memberId: true, thingId: true },
    where: { authorityId, sensitive: In(['claimed', 'agreed']) },
  });
  const lines = await uow.manager.find(PublicLine, {
    select: { authorityId: true, id: true, memberId: true },
    where: { authorityId, withheldBy: 's32' },
  });
  return {
    members: new Set([...entries, ...lines].map(({ memberId }) => memberId)),
    things: new Set(entries.map(({ thingId }) => thingId)),
  };
}
