import type { UnitOfWork } from '../../platform/database/index.js';
import type { ChainHead } from './case-document.js';

/** One event of the chain, with what it said; the payload is null where retention has erased it. */
export interface ChainEvent {
  readonly position: string;
  readonly action: string;
  readonly subjectId: string;
  readonly actor: string;
  readonly applicationAt: Date;
  readonly payload: Readonly<Record<string, unknown>> | null;
}

/** The events that tell of the subjects of one case, by which each line can be found again in the chain. */
export class ChainReading {
  constructor(readonly events: readonly ChainEvent[]) {}

  /** Where it stands that this was done to the subject; null where no event says so, or no longer says which. */
  position(
    subjectId: string,
    actions: readonly string[],
    says: (payload: Readonly<Record<string, unknown>>) => boolean = () => true,
  ): string | null {
    return this.of(subjectId, actions).find(({ payload }) => says(payload ?? {}))?.position ?? null;
  }

  of(subjectId: string, actions: readonly string[]): ChainEvent[] {
    return this.events.filter((event) => event.subjectId === subjectId && actions.includes(event.action));
  }
}

const SUBJECTS = [
  ...['member', 'meeting', 'agenda-item', 'notification', 'disclosure', 'dispensation', 'message'],
  ...['case-file', 'escalation', 'advice', 'sensitivity'],
];

export async function readChain(uow: UnitOfWork, subjectIds: readonly string[]): Promise<ChainReading> {
  const rows = await uow.manager.query<ChainEvent[]>(
    `select e."position"::text as "position", e.action, e.subject_id as "subjectId", e.actor,
       e.application_at as "applicationAt", p.payload
     from audit_event e
     left join audit_payload p on p.authority_id = e.authority_id and p."position" = e."position"
     where e.authority_id = $1 and e.subject_type = any($2) and e.subject_id = any($3)
     order by e."position"`,
    [uow.authorityId, SUBJECTS, subjectIds],
  );
  return new ChainReading(rows);
}

/** The newest link of the acting authority's chain, as it is committed. */
export async function headOf(uow: UnitOfWork): Promise<ChainHead> {
  const [row] = await uow.manager.query<{ position: string; hash: string }[]>(
    `select "position"::text as "position", encode(hash, 'hex') as hash from audit_head where authority_id = $1`,
    [uow.authorityId],
  );
  return row ?? { position: '0', hash: '0'.repeat(64) };
}
