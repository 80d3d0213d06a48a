import { Injectable } from '@nestjs/common';
import type { Person } from '../../identity/index.js';
import { mayReadWords, type WithheldFromReader } from '../../oversight/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Withholding } from '../officer-notifications/index.js';

/** What a case file does not show to whoever is signed in. */
@Injectable()
export class CaseReaders {
  constructor(private readonly withholding: Withholding) {}

  of(uow: UnitOfWork, person: Person): (memberId: string) => Promise<WithheldFromReader> {
    return async (memberId) => ({
      ...(await this.withholding.from(uow, person, memberId)),
      dispensationWords: !person.permissions.has('GrantDispensation'),
      advice: (known) => !mayReadWords(person.permissions, known),
    });
  }
}
