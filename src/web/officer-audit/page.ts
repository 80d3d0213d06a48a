import type { AuditedEvent } from '../../audit/index.js';
import { instantInWords } from '../page/index.js';
import { actionInWords, systemInWords } from './action-words.js';

/** How many events one page shows. */
export const EVENTS_A_PAGE = 25;

/** One event as a row. */
interface AuditRow {
  readonly position: string;
  readonly what: string;
  /** Whom or what it was about; '' where that has no name here. */
  readonly about: string;
  readonly who: string;
  readonly applicationAt: string;
  readonly machineAt: string;
  /** The first characters of the link’s hash: enough to compare with a printed copy. */
  readonly hash: string;
}

export interface AuditView {
  readonly title: string;
  readonly rows: readonly AuditRow[];
  readonly newestHref: string | undefined;
  readonly olderHref: string | undefined;
}

/** Names by id: of accounts, and of what events are about (members, bodies, meetings). */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly things: ReadonlyMap<string, string>;
}

/** A position in an address; anything but a whole number from 1 to 18 digits is none. */
export function readPosition(asked: unknown): string | undefined {
  return typeof asked === 'string' && /^[1-9]\d{0,17}$/.test(asked) ? asked : undefined;
}

/** One page of events, newest first. The last link of the chain is number 1. */
export function auditView(
  events: readonly AuditedEvent[],
  before: string | undefined,
  names: Names,
): AuditView {
  const last = events.at(-1)?.position;
  return {
    title: 'Audit',
    rows: events.map((event) => ({
      position: event.position,
      what: actionInWords(event.action),
      about: aboutWhat(event, names),
      who:
        event.actorKind === 'person'
          ? (names.people.get(event.actor) ?? 'A former account')
          : systemInWords(event.actor),
      applicationAt: instantInWords(event.applicationAt),
      machineAt: event.machineAt.toISOString().slice(0, 19).replace('T', ' '),
      hash: event.hash.toString('hex').slice(0, 12),
    })),
    newestHref: before === undefined ? undefined : '/officer/audit',
    olderHref: last === undefined || last === '1' ? undefined : `/officer/audit?before=${last}`,
  };
}

function aboutWhat({ subjectId, payload }: AuditedEvent, { people, things }: Names): string {
  const memberId = payload?.memberId;
  const named = [subjectId, typeof memberId === 'string' ? memberId : '']
    .map((id) => things.get(id) ?? people.get(id))
    .filter((name) => name !== undefined);
  return [...new Set(named)].join('; ');
}
