import { Injectable } from '@nestjs/common';
import { Sealer } from '../platform/sealing/index.js';
import { DETAILS_VERSION, upgraded, type InterestDetails } from './details.js';

/** Where sealed details lie; part of what they are bound to. */
type Table = 'notified_interest' | 'register_entry';
/** Where other words lie that people wrote, with the column; part of what they are bound to. */
type Column =
  | 'notification_query.question'
  | 'notification_query.answer'
  | 'notification_attachment.content'
  | 'sensitivity_request.reason'
  | 'sensitivity_request.decision_reason';

interface Row {
  readonly authorityId: string;
  readonly id: string;
}

/** Seals and opens what members and officers wrote, each bound to its own row. */
@Injectable()
export class InterestSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(table: Table, row: Row, details: InterestDetails): string {
    return this.sealer.seal(details, { authorityId: row.authorityId, row: `${table}:${row.id}` });
  }

  /** @throws when the details are of a form that this version does not know, or belong to another row. */
  open(table: Table, row: Row & { schemaVersion: number; details: string }): InterestDetails {
    if (row.schemaVersion > DETAILS_VERSION) return upgraded(row.schemaVersion, {});
    const opened = this.sealer.open(row.details, { authorityId: row.authorityId, row: `${table}:${row.id}` });
    return upgraded(row.schemaVersion, opened);
  }

  sealWords(column: Column, row: Row, words: string): string {
    return this.sealer.seal(words, { authorityId: row.authorityId, row: `${column}:${row.id}` });
  }

  openWords(column: Column, row: Row, sealed: string): string {
    return this.sealer.open(sealed, { authorityId: row.authorityId, row: `${column}:${row.id}` }) as string;
  }

  sealDraft(owner: { authorityId: string; memberId: string; channel: string }, draft: unknown): string {
    return this.sealer.seal(draft, { authorityId: owner.authorityId, row: draftRow(owner) });
  }

  openDraft(row: { authorityId: string; memberId: string; channel: string; details: string }): unknown {
    return this.sealer.open(row.details, { authorityId: row.authorityId, row: draftRow(row) });
  }
}

const draftRow = ({ memberId, channel }: { memberId: string; channel: string }): string =>
  channel === 'web' ? `notification_draft:${memberId}` : `notification_draft:${memberId}:${channel}`;
