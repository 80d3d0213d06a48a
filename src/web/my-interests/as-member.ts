import { Injectable } from '@nestjs/common';
import { actingOf, type Person } from '../../identity/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { found } from '../page/index.js';

/** Does work for the acting authority in a member's name. */
@Injectable()
export class AsMember {
  constructor(private readonly database: Database) {}

  /** The member's id comes from the session and nowhere else. */
  async do<T>(person: Person, work: (uow: UnitOfWork, memberId: string) => Promise<T>): Promise<T> {
    const memberId = found(person.acting?.memberId);
    return this.database.unitOfWork(actingOf(person), (uow) => work(uow, memberId));
  }
}
