import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import {
  describeInterest,
  Notifications,
  Register,
  tellsOf,
  type InterestDetails,
  type SensitivityRequest,
} from '../../register/index.js';
import type { HeldBy } from '../../law/index.js';
import { inFull } from '../notify-interests/interest/kinds.js';
import { found } from '../page/index.js';

/** What is sensitive, or asked to be, opened for somebody who may read it. */
export interface ReadInterest {
  readonly memberId: string;
  readonly memberName: string;
  readonly details: InterestDetails;
  readonly heldBy: HeldBy;
  readonly isEntered: boolean;
  /** Entries of the same member that the public reads and that name the same company, person or place. */
  readonly alsoPublic: readonly string[];
}

/** Opens sensitive details for named officers. That they were read is on the record, and what was read is not. */
@Injectable()
export class SensitiveReading {
  constructor(
    private readonly audit: Audit,
    private readonly members: Members,
    private readonly notifications: Notifications,
    private readonly register: Register,
  ) {}

  async ofRequest(uow: UnitOfWork, request: SensitivityRequest): Promise<ReadInterest> {
    if (request.registerEntryId !== null) return this.ofEntry(uow, request.registerEntryId);
    const { memberId, notifiedInterestId } = request;
    const interests = (await this.notifications.openedOf(uow, memberId)).flatMap((one) => one.interests);
    const told = found(interests.find(({ id }) => id === notifiedInterestId));
    return this.#read(uow, request.id, { ...told, memberId, isEntered: false });
  }

  async ofEntry(uow: UnitOfWork, entryId: string): Promise<ReadInterest> {
    const { entry, details } = found(await this.register.find(uow, entryId));
    const { memberId, heldBy } = entry;
    return this.#read(uow, entryId, { memberId, heldBy, details, isEntered: true });
  }

  async #read(
    uow: UnitOfWork,
    subjectId: string,
    interest: Omit<ReadInterest, 'memberName' | 'alsoPublic'>,
  ): Promise<ReadInterest> {
    const { memberId, details, heldBy, isEntered } = interest;
    const current = await this.register.current(uow, memberId);
    this.audit.record(uow, {
      action: 'sensitivity.read',
      subject: { type: 'sensitivity', id: subjectId },
      payload: { memberId },
    });
    return {
      ...{ memberId, details, heldBy, isEntered },
      memberName: (await this.members.find(uow, memberId))?.name ?? 'A former member',
      alsoPublic: current
        .filter((other) => other.entry.sensitive === 'no' && tellsOf(other.details, details))
        .map((other) => describeInterest(other.details)),
    };
  }
}

/** What an officer reads of it, line by line. */
export function readRows(read: ReadInterest): { readonly name: string; readonly value: string }[] {
  return [
    { name: 'Member', value: read.memberName },
    { name: 'Interest', value: inFull(read.details) },
    { name: 'Whose', value: read.heldBy === 'self' ? 'The member’s' : 'Their spouse’s or partner’s' },
    { name: 'In the register', value: read.isEntered ? 'Yes' : 'Not yet: waiting to be entered' },
  ];
}
