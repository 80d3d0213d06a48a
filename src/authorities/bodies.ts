import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Body, type BodyKind, type QuorumRule } from './body.entity.js';

/** Where something is known from: another system, and the number by which it knows it. */
export interface Origin {
  readonly source: string;
  readonly externalId: string;
}

/** The bodies of an authority that meet. */
@Injectable()
export class Bodies {
  constructor(private readonly audit: Audit) {}

  async add(
    uow: UnitOfWork,
    body: { name: string; kind: BodyKind; quorum: QuorumRule },
  ): Promise<{ id: string } | { refused: 'name-taken' }> {
    const added = await this.#insert(uow, body);
    if ('refused' in added) return added;
    this.audit.record(uow, {
      action: 'body.added',
      subject: { type: 'body', id: added.id },
      payload: { ...body, name: body.name.trim() },
    });
    return added;
  }

  /** Adds a body that another system knows. No event of its own: an import of many records one for all. */
  async addFrom(
    uow: UnitOfWork,
    body: { name: string; kind: BodyKind; quorum: QuorumRule },
    origin: Origin,
  ): Promise<{ id: string } | { refused: 'name-taken' }> {
    return this.#insert(uow, { ...body, ...origin });
  }

  /** Records as what another system knows a body. No event of its own. */
  async recognise(uow: UnitOfWork, id: string, origin: Origin): Promise<void> {
    await uow.manager.update(Body, { authorityId: uow.authorityId, id }, { ...origin });
  }

  /** Gives a body another name. No event of its own. */
  async rename(
    uow: UnitOfWork,
    id: string,
    name: string,
  ): Promise<{ id: string } | { refused: 'name-taken' }> {
    const { authorityId } = uow;
    if (await uow.manager.existsBy(Body, { authorityId, name })) return { refused: 'name-taken' };
    await uow.manager.update(Body, { authorityId, id }, { name });
    return { id };
  }

  async #insert(
    uow: UnitOfWork,
    body: { name: string; kind: BodyKind; quorum: QuorumRule } & Partial<Origin>,
  ): Promise<{ id: string } | { refused: 'name-taken' }> {
    const id = randomUUID();
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(Body)
      .values({ authorityId: uow.authorityId, id, ...body, name: body.name.trim() })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 0 ? { refused: 'name-taken' } : { id };
  }

  async list(uow: UnitOfWork): Promise<Body[]> {
    return uow.manager.find(Body, { where: { authorityId: uow.authorityId }, order: { name: 'ASC' } });
  }

  async find(uow: UnitOfWork, id: string): Promise<Body | undefined> {
    return (await uow.manager.findOneBy(Body, { authorityId: uow.authorityId, id })) ?? undefined;
  }
}
