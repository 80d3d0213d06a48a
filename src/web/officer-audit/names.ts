import { Injectable } from '@nestjs/common';
import type { AuditedEvent } from '../../audit/index.js';
import { Bodies } from '../../authorities/index.js';
import { Accounts, ApiClients } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Meetings } from '../../meetings/index.js';
import { Members } from '../../members/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { dateInWords } from '../../wording/index.js';

/** A thing that has a name here, and that can be followed through the record under one of the filter's words. */
export interface NamedThing {
  readonly name: string;
  readonly follow?: 'member' | 'meeting';
}

/** Names by id: of accounts, and of what events are about. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly things: ReadonlyMap<string, NamedThing>;
}

/** Finds the names of whatever events speak of. An event keeps ids; names are as they are today. */
@Injectable()
export class NamesOfEvents {
  constructor(
    private readonly accounts: Accounts,
    private readonly bodies: Bodies,
    private readonly clients: ApiClients,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  /** @param alsoPeople accounts that are named besides those in the events */
  async of(
    uow: UnitOfWork,
    events: readonly AuditedEvent[],
    alsoPeople: readonly string[] = [],
  ): Promise<Names> {
    const ids = new Set([...alsoPeople, ...events.flatMap(idsIn)]);
    return { people: await this.accounts.names(uow, [...ids]), things: await this.#things(uow) };
  }

  async #things(uow: UnitOfWork): Promise<Map<string, NamedThing>> {
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const members = await this.members.list(uow);
    const meetings = await this.meetings.list(uow);
    const clients = await this.clients.names(uow);
    return new Map<string, NamedThing>([
      ...[...clients].map(([id, name]) => [id, { name }] as const),
      ...[...bodies].map(([id, name]) => [id, { name }] as const),
      ...members.map(({ id, name }) => [id, { name, follow: 'member' }] as const),
      ...meetings.map(({ id, bodyId, meetsOn }) => {
        const name = `${bodies.get(bodyId) ?? ''}, ${dateInWords(civilDate(meetsOn))}`;
        return [id, { name, follow: 'meeting' }] as const;
      }),
    ]);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** Every id that an event holds, wherever it stands. */
function idsIn({ actor, subjectId, payload }: AuditedEvent): string[] {
  return [actor, subjectId, ...textsIn(payload)].filter(isId);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
