import { Injectable } from '@nestjs/common';
import type { UnitOfWork } from '../platform/database/index.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditedEvent } from './audit.js';

/** What a thing left in the record: the events about it, and those that name it in what they say. */
export interface Followed {
  /** Ids by the type of subject: the thing itself, and what belongs to it. */
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  /** In what was said, under a name by which events are found quickly. */
  readonly said?: { readonly name: 'memberId' | 'meetingId'; readonly id: string };
  /** Deeper within what was said, by events of these few actions. */
  readonly within?: { readonly actions: readonly string[]; readonly parts: readonly object[] };
}

/** Which events. What is not given does not matter; everything that is given must hold. */
export interface TrailFilter {
  readonly actions?: readonly string[];
  /** An account’s id: what that person did. */
  readonly personId?: string;
  /** Application time, from this moment on. */
  readonly from?: Date;
  /** Application time, before this moment. */
  readonly before?: Date;
  /** All of these were touched. */
  readonly followed?: readonly Followed[];
}

/** By the name of a part: what an earlier event said of it, and which event that was. */
export type SaidBefore = ReadonlyMap<string, { readonly position: string; readonly value: unknown }>;

/** The record of the acting authority, for whoever reads in it. */
@Injectable()
export class AuditTrail {
  /** The newest first; before a position when one is given. */
  async list(uow: UnitOfWork, filter: TrailFilter, atMost: number, before?: string): Promise<AuditedEvent[]> {
    const { conditions, parameters } = conditionsOf(uow.authorityId, filter, before);
    return read(uow, `${conditions} order by e.position desc limit ${atMost}`, parameters);
  }

  async find(uow: UnitOfWork, position: string): Promise<AuditedEvent | undefined> {
    const [event] = await read(uow, 'e.authority_id = $1 and e.position = $2', [uow.authorityId, position]);
    return event;
  }

  /**
   * What stood before what a change says: by the name of each part, its newest value in an earlier change of the same
   * thing. Nothing for an event that is no change, and for a part that was not said before.
   */
  async saidBefore({ manager, authorityId }: UnitOfWork, event: AuditedEvent): Promise<SaidBefore> {
    const parts = Object.keys(event.payload ?? {});
    if (!event.action.endsWith('.changed') || parts.length === 0) return new Map();
    const rows = await manager.query<{ name: string; position: string; value: unknown }[]>(
      `select part.name, earlier.position, earlier.payload -> part.name as value
       from unnest($5::text[]) as part(name)
       cross join lateral (
         select e.position, p.payload from audit_event e join audit_payload p using (authority_id, position)
         where e.authority_id = $1 and e.subject_type = $2 and e.subject_id = $3 and e.action = $4
           and e.position < $6 and p.payload ? part.name
         order by e.position desc limit 1
       ) earlier`,
      [authorityId, event.subjectType, event.subjectId, event.action, parts, event.position],
    );
    return new Map(rows.map(({ name, position, value }) => [name, { position, value }]));
  }

  /** Where the chain stands now; '0' before its first event. */
  async newestPosition({ manager, authorityId }: UnitOfWork): Promise<string> {
    const [head] = await manager.query<{ position: string }[]>(
      'select position from audit_head where authority_id = $1',
      [authorityId],
    );
    return head?.position ?? '0';
  }

  /** Everybody who ever acted here, by their accounts. */
  async people({ manager, authorityId }: UnitOfWork): Promise<string[]> {
    // From one person to the next in the index, past all that each of them did.
    const rows = await manager.query<{ actor: string }[]>(
      `with recursive acted(actor) as (
         (select actor from audit_event where authority_id = $1 and actor_kind = 'person' order by actor limit 1)
         union all
         select (select e.actor from audit_event e
                 where e.authority_id = $1 and e.actor_kind = 'person' and e.actor > a.actor order by e.actor limit 1)
         from acted a where a.actor is not null
       ) select actor from acted where actor is not null`,
      [authorityId],
    );
    return rows.map(({ actor }) => actor);
  }
}

interface Conditions {
  readonly conditions: string;
  readonly parameters: readonly unknown[];
}

function conditionsOf(authorityId: string, filter: TrailFilter, before: string | undefined): Conditions {
  const parameters: unknown[] = [authorityId];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const { actions, personId, from, before: until, followed = [] } = filter;
  const conditions = [
    'e.authority_id = $1',
    before !== undefined && `e.position < ${given(before)}`,
    actions !== undefined && `e.action = any (${given(actions)})`,
    personId !== undefined && `e.actor_kind = 'person' and e.actor = ${given(personId)}`,
    from !== undefined && `e.application_at >= ${given(from)}`,
    until !== undefined && `e.application_at < ${given(until)}`,
    ...followed.map((one) => `e.position in (${positionsOf(one, given)})`),
  ];
  return { conditions: conditions.filter((one) => one !== false).join(' and '), parameters };
}

/** Each part of it goes through an index of its own. */
function positionsOf({ subjects, said, within }: Followed, given: (value: unknown) => string): string {
  const parts = Object.entries(subjects).map(
    ([type, ids]) =>
      `select position from audit_event
       where authority_id = $1 and subject_type = ${given(type)} and subject_id = any (${given(ids)})`,
  );
  if (said !== undefined) {
    parts.push(`select position from audit_positions_naming($1, ${given(said.name)}, ${given(said.id)})`);
  }
  if (within !== undefined) {
    const holds = within.parts.map((part) => `p.payload @> ${given(JSON.stringify(part))}::jsonb`);
    parts.push(
      `select p.position from audit_event a join audit_payload p using (authority_id, position)
       where a.authority_id = $1 and a.action = any (${given(within.actions)}) and (${holds.join(' or ')})`,
    );
  }
  return parts.join(' union ');
}

async function read(
  { manager }: UnitOfWork,
  conditions: string,
  parameters: readonly unknown[],
): Promise<AuditedEvent[]> {
  const rows = await manager.query<Record<string, unknown>[]>(
    `select e.*, p.payload from audit_event e
     left join audit_payload p on p.authority_id = e.authority_id and p.position = e.position
     where ${conditions}`,
    [...parameters],
  );
  return rows.map(eventOf);
}

function eventOf(row: Record<string, unknown>): AuditedEvent {
  const event = Object.fromEntries(
    COLUMNS.map((name) => [name, row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]]),
  ) as unknown as AuditEvent;
  return { ...event, payload: (row.payload as AuditedEvent['payload'] | null) ?? undefined };
}

const COLUMNS: readonly (keyof AuditEvent)[] = [
  ...(['authorityId', 'position', 'actorKind', 'actor', 'action', 'subjectType', 'subjectId'] as const),
  ...(['applicationAt', 'machineAt', 'payloadHash', 'previousHash', 'hash'] as const),
];
