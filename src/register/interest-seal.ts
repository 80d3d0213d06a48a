import { Injectable } from '@nestjs/common';
import { Sealer } from '../platform/sealing/index.js';
import { DETAILS_VERSION, type InterestDetails } from './details.js';

/** Where sealed details lie; part of what they are bound to. */
type Table = 'notified_interest' | 'register_entry';

/** Seals and opens the details of interests, each bound to its own row. */
@Injectable()
export class InterestSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(table: Table, row: { authorityId: string; id: string }, details: InterestDetails): string {
    return this.sealer.seal(details, { authorityId: row.authorityId, row: `${table}:${row.id}` });
  }

  open(
    table: Table,
    row: { authorityId: string; id: string; schemaVersion: number; details: string },
  ): InterestDetails {
    if (row.schemaVersion !== DETAILS_VERSION) {
      throw new Error(`Details of form ${row.schemaVersion} cannot be read by this version.`);
    }
    return this.sealer.open(row.details, {
      authorityId: row.authorityId,
      row: `${table}:${row.id}`,
    }) as InterestDetails;
  }

  sealDraft(owner: { authorityId: string; memberId: string }, draft: unknown): string {
    return this.sealer.seal(draft, {
      authorityId: owner.authorityId,
      row: `notification_draft:${owner.memberId}`,
    });
  }

  openDraft(row: { authorityId: string; memberId: string; details: string }): unknown {
    return this.sealer.open(row.details, {
      authorityId: row.authorityId,
      row: `notification_draft:${row.memberId}`,
    });
  }
}
