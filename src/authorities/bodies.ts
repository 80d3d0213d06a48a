import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { Body, type BodyKind, type QuorumRule } from './body.entity.js';

/** The bodies of an authority that meet. */
@Injectable()
export class Bodies {
  constructor(private readonly audit: Audit) {}

  async add(
    uow: UnitOfWork,
    body: { name: string; kind: BodyKind; quorum: QuorumRule },
  ): Promise<{ id: string } | { refused: 'name-taken' }> {
    const name = body.name.trim();
    const id = randomUUID();
    const inserted = await uow.manager
      .createQueryBuilder()
      .insert()
      .into(Body)
      .values({ authorityId: uow.authorityId, id, ...body, name })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return { refused: 'name-taken' };
    this.audit.record(uow, {
      action: 'body.added',
      subject: { type: 'body', id },
      payload: { ...body, name },
    });
    return { id };
  }

  async list(uow: UnitOfWork): Promise<Body[]> {
    return uow.manager.find(Body, { where: { authorityId: uow.authorityId }, order: { name: 'ASC' } });
  }

  async find(uow: UnitOfWork, id: string): Promise<Body | undefined> {
    return (await uow.manager.findOneBy(Body, { authorityId: uow.authorityId, id })) ?? undefined;
  }
}
