import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { civilDate, type CivilDate } from '../law/index.js';
import { Members } from '../members/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { DispensationSeal, type AskedInWords } from './dispensation-seal.js';
import { DispensationInvitation, DispensationRequest } from './dispensation.entity.js';
import { accountOf, DispensationRequests, type Asked, type NotAsked, type Refused } from './requests.js';

/** One invitation with its words opened, and whether the member has asked. */
export interface OpenedInvitation {
  readonly invitation: DispensationInvitation;
  readonly words: AskedInWords;
  readonly isAsked: boolean;
  /** What the member would ask for today; undefined once its period is over. */
  readonly asks: Asked | undefined;
}

/**
 * A request that is prepared for several members. Whoever prepares it asks nothing: each member sees it, and it is a
 * request once they have asked in their own name (s.33(1)).
 */
@Injectable()
export class DispensationInvitations {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly members: Members,
    private readonly requests: DispensationRequests,
    private readonly seal: DispensationSeal,
  ) {}

  async invite(
    uow: UnitOfWork,
    memberIds: readonly string[],
    asked: Asked & { readonly from: CivilDate; readonly to: CivilDate },
  ): Promise<{ batchId: string } | NotAsked | Refused<'nobody' | 'no-such-member'>> {
    const invited = [...new Set(memberIds)];
    if (invited.length === 0) return { refused: 'nobody' };
    const inOffice = await this.members.inOffice(uow, this.clock.today());
    const known = new Set(inOffice.map(({ member }) => member.id));
    if (invited.some((id) => !known.has(id))) return { refused: 'no-such-member' };
    const refused = await this.requests.whyNotAsked(uow, asked);
    if (refused !== undefined) return refused;
    const batchId = randomUUID();
    await uow.manager.insert(
      DispensationInvitation,
      invited.map((memberId) => this.#row(uow, { memberId, batchId, asked })),
    );
    this.audit.record(uow, {
      action: 'dispensation.invited',
      subject: { type: 'dispensation-batch', id: batchId },
      payload: { memberIds: invited },
    });
    return { batchId };
  }

  /** Of one member, or of everybody, the newest first. */
  async list(uow: UnitOfWork, memberId?: string): Promise<OpenedInvitation[]> {
    const here = { authorityId: uow.authorityId, ...(memberId === undefined ? {} : { memberId }) };
    const invitations = await uow.manager.find(DispensationInvitation, {
      where: here,
      order: { preparedAt: 'DESC', id: 'ASC' },
    });
    if (invitations.length === 0) return [];
    const requests = await uow.manager.find(DispensationRequest, {
      select: { batchId: true, memberId: true },
      where: here,
    });
    const asked = new Set(requests.map((request) => `${request.batchId ?? ''}/${request.memberId}`));
    return invitations.map((invitation) => {
      const words = this.seal.open('dispensation_invitation', invitation);
      const isAsked = asked.has(`${invitation.batchId}/${invitation.memberId}`);
      return { invitation, words, isAsked, asks: this.#asksToday(invitation, words) };
    });
  }

  async find(uow: UnitOfWork, memberId: string, id: string): Promise<OpenedInvitation | undefined> {
    return (await this.list(uow, memberId)).find(({ invitation }) => invitation.id === id);
  }

  /** The member asks, in their own name, for what was prepared. */
  async confirm(
    uow: UnitOfWork,
    memberId: string,
    id: string,
  ): Promise<{ id: string } | NotAsked | { refused: 'not-found' | 'too-late' | 'asked-already' }> {
    const invited = await this.find(uow, memberId, id);
    if (invited === undefined) return { refused: 'not-found' };
    if (invited.isAsked) return { refused: 'asked-already' };
    if (invited.asks === undefined) return { refused: 'too-late' };
    return this.requests.ask(uow, memberId, invited.asks, invited.invitation.batchId);
  }

  /** A dispensation cannot look back, so what is asked for late begins on the day on which it is asked for. */
  #asksToday(invitation: DispensationInvitation, words: AskedInWords): Asked | undefined {
    const today = this.clock.today();
    const [from, to] = [civilDate(invitation.fromOn), civilDate(invitation.toOn)];
    if (to < today) return undefined;
    const { relieves, ground, agendaItemId } = invitation;
    return {
      ...{ kind: 'restriction', relieves, ground, ...words },
      ...{ from: from < today ? today : from, to, agendaItemId: agendaItemId ?? undefined },
    };
  }

  #row(
    uow: UnitOfWork,
    {
      memberId,
      batchId,
      asked,
    }: { memberId: string; batchId: string; asked: Asked & { from: CivilDate; to: CivilDate } },
  ): DispensationInvitation {
    const { authorityId } = uow;
    const id = randomUUID();
    const { matter, reason, ground, from, to } = asked;
    return {
      ...{ authorityId, id, batchId, memberId, ground, fromOn: from, toOn: to },
      relieves: [...asked.relieves],
      agendaItemId: asked.agendaItemId ?? null,
      details: this.seal.seal('dispensation_invitation', { authorityId, id }, { matter, reason }),
      ...{ preparedAt: this.clock.now(), preparedBy: accountOf(uow) },
    };
  }
}
