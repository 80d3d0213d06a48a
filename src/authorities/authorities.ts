import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Audit } from '../audit/index.js';
import { addDays, civilDate, type CivilDate } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type Actor, type UnitOfWork } from '../platform/database/index.js';
import { AdoptedCode, Authority, StandingOrder, type AuthorityKind } from './authority.entity.js';

export interface NewAuthority {
  readonly slug: string;
  readonly name: string;
  readonly kind: AuthorityKind;
  readonly executiveArrangements: boolean;
  readonly principalAuthorityId?: string;
}

/** An authority as anybody may see it. */
export interface ListedAuthority {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: AuthorityKind;
  readonly principalAuthorityId: string | null;
}

/** Councils and parishes, and what each of them adopted and when. */
@Injectable()
export class Authorities {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Every authority on this installation, by name. What is listed here is public. */
  async all(): Promise<ListedAuthority[]> {
    const rows = await this.database.acrossAuthorities((manager) =>
      manager.query<
        {
          id: string;
          slug: string;
          name: string;
          kind: AuthorityKind;
          principal_authority_id: string | null;
        }[]
      >('select * from authorities_on_this_installation()'),
    );
    return rows.map(({ principal_authority_id, ...row }) => ({
      ...row,
      principalAuthorityId: principal_authority_id,
    }));
  }

  async create(authority: NewAuthority, actor: Actor): Promise<{ id: string } | { refused: 'slug-taken' }> {
    const id = randomUUID();
    return this.database.unitOfWork({ authorityId: id, actor }, async (uow) => {
      const inserted = await uow.manager
        .createQueryBuilder()
        .insert()
        .into(Authority)
        .values({
          id,
          slug: authority.slug,
          name: authority.name,
          kind: authority.kind,
          jurisdiction: 'england',
          executiveArrangements: authority.executiveArrangements,
          principalAuthorityId: authority.principalAuthorityId ?? null,
          createdAt: this.clock.now(),
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return { refused: 'slug-taken' as const };
      this.audit.record(uow, {
        action: 'authority.created',
        subject: { type: 'authority', id },
        payload: { slug: authority.slug, kind: authority.kind },
      });
      return { id };
    });
  }

  async get(uow: UnitOfWork): Promise<Authority> {
    return uow.manager.findOneByOrFail(Authority, { id: uow.authorityId });
  }

  /**
   * Adopts a code from a day on. The code in force until then ends on the day before; one that begins later must be
   * dealt with first, because two codes never cover one day.
   */
  async adoptCode(
    uow: UnitOfWork,
    adopted: { code: string; fromOn: CivilDate },
  ): Promise<{ id: string } | { refused: 'later-code-exists' }> {
    await lock(uow);
    const codes = await this.adoptedCodes(uow);
    if (codes.some((code) => code.fromOn >= adopted.fromOn)) return { refused: 'later-code-exists' };
    await uow.manager.update(
      AdoptedCode,
      { authorityId: uow.authorityId, toOn: IsNull(), fromOn: LessThan(adopted.fromOn) },
      { toOn: addDays(adopted.fromOn, -1) },
    );
    const id = randomUUID();
    await uow.manager.insert(AdoptedCode, { authorityId: uow.authorityId, id, ...adopted, toOn: null });
    this.audit.record(uow, {
      action: 'code.adopted',
      subject: { type: 'authority', id: uow.authorityId },
      payload: adopted,
    });
    return { id };
  }

  async adoptedCodes(uow: UnitOfWork): Promise<AdoptedCode[]> {
    return uow.manager.find(AdoptedCode, {
      where: { authorityId: uow.authorityId },
      order: { fromOn: 'ASC' },
    });
  }

  async standingOrders(uow: UnitOfWork): Promise<StandingOrder[]> {
    return uow.manager.find(StandingOrder, {
      where: { authorityId: uow.authorityId },
      order: { fromOn: 'ASC' },
    });
  }

  /** Records a standing order that excludes a barred member from the room (Localism Act 2011 s.31(10)). */
  async adoptStandingOrder(
    uow: UnitOfWork,
    order: { kind: 'excludes-from-room'; fromOn: CivilDate },
  ): Promise<{ id: string } | { refused: 'already-in-force' }> {
    await lock(uow);
    const existing = await this.standingOrders(uow);
    if (existing.some((other) => other.toOn === null || civilDate(other.toOn) >= order.fromOn)) {
      return { refused: 'already-in-force' };
    }
    const id = randomUUID();
    await uow.manager.insert(StandingOrder, { authorityId: uow.authorityId, id, ...order, toOn: null });
    this.audit.record(uow, {
      action: 'standing-order.adopted',
      subject: { type: 'authority', id: uow.authorityId },
      payload: order,
    });
    return { id };
  }
}

/** Held until the unit of work ends, so that of two who adopt something at once the second one finds the first. */
async function lock(uow: UnitOfWork): Promise<void> {
  await uow.manager.findOneOrFail(Authority, {
    where: { id: uow.authorityId },
    lock: { mode: 'pessimistic_write' },
  });
}
