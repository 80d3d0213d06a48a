import type { AuditedEvent } from '../../audit/index.js';
import type { FormState } from '../form/index.js';
import { instantInWords } from '../page/index.js';
import { kindsByArea, type KindsOfArea } from './action-areas.js';
import { actionInWords, systemInWords } from './action-words.js';
import { addressOf, asksForSome, type FilterField } from './filter.js';
import type { Names } from './names.js';

/** How many events one page shows. */
export const EVENTS_A_PAGE = 25;
/** So many meetings are in the list to choose from; any other one is followed from an event about it. */
const MEETINGS_TO_CHOOSE = 100;

/** One event as a row. */
interface AuditRow {
  readonly position: string;
  readonly href: string;
  readonly what: string;
  /** Whom or what it was about; empty where that has no name here. */
  readonly about: readonly Link[];
  readonly who: Link;
  readonly applicationAt: string;
  readonly machineAt: string;
  /** The first characters of the link’s hash: enough to compare with a printed copy. */
  readonly hash: string;
}

/** Where everything about it is found, unless that is asked for already. */
export interface Link {
  readonly text: string;
  readonly href: string | undefined;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface AuditView {
  readonly title: string;
  readonly form: FormState;
  readonly isFiltered: boolean;
  /** 'Everything about Ada Archer', where one thing is followed. */
  readonly following: readonly Link[];
  readonly kinds: readonly KindsOfArea[];
  readonly people: readonly Choice[];
  readonly members: readonly Choice[];
  readonly meetings: readonly Choice[];
  readonly rows: readonly AuditRow[];
  readonly newestHref: string | undefined;
  readonly olderHref: string | undefined;
}

/** What was read for one page. */
export interface AuditPage {
  /** The newest first; one more than a page shows where there are more. */
  readonly events: readonly AuditedEvent[];
  readonly before: string | undefined;
  readonly names: Names;
  /** Everybody who ever acted here, by their accounts. */
  readonly actors: readonly string[];
  readonly form: FormState;
}

/** A position in an address; anything but a whole number from 1 to 18 digits is none. */
export function readPosition(asked: unknown): string | undefined {
  return typeof asked === 'string' && /^[1-9]\d{0,17}$/.test(asked) ? asked : undefined;
}

/** One page of events, newest first. */
export function auditView({ events, before, names, actors, form }: AuditPage): AuditView {
  const shown = events.slice(0, EVENTS_A_PAGE);
  const last = shown.at(-1)?.position;
  const { words } = form;
  const things = [...names.things];
  const chosen = (field: FilterField): string => (typeof words[field] === 'string' ? words[field] : '');
  const followable = (which: 'member' | 'meeting'): Choice[] =>
    things.flatMap(([value, { name, follow }]) => (follow === which ? [{ value, text: name }] : []));
  return {
    title: 'Audit',
    ...{ form, isFiltered: asksForSome(words), following: followingIn(form, names) },
    kinds: kindsByArea(),
    people: inOrder(actors.map((value) => ({ value, text: personInWords(value, names) }))),
    members: inOrder(followable('member')),
    meetings: newestFew(followable('meeting'), chosen('meeting')),
    rows: shown.map((event) => rowOf(event, names)),
    newestHref: before === undefined ? undefined : addressOf(words),
    olderHref: events.length > shown.length && last ? addressOf(words, { before: last }) : undefined,
  };
}

function rowOf(event: AuditedEvent, names: Names): AuditRow {
  return {
    position: event.position,
    href: `/officer/audit/${event.position}`,
    what: actionInWords(event.action),
    ...{ about: aboutWhat(event, names), who: whoDid(event, names) },
    applicationAt: instantInWords(event.applicationAt),
    machineAt: event.machineAt.toISOString().slice(0, 19).replace('T', ' '),
    hash: event.hash.toString('hex').slice(0, 12),
  };
}

/** Who did it: a person, whom one can follow, or a part of the system. */
export function whoDid({ actorKind, actor }: AuditedEvent, names: Names): Link {
  if (actorKind === 'client')
    return { text: `Program: ${names.things.get(actor)?.name ?? 'unknown'}`, href: undefined };
  return actorKind === 'person'
    ? { text: personInWords(actor, names), href: addressOf({}, { person: actor }) }
    : { text: systemInWords(actor), href: undefined };
}

const personInWords = (id: string, { people }: Names): string => people.get(id) ?? 'A former account';

/** Whom or what it was about: its subject, and the member and the meeting that it tells of. Nothing twice. */
export function aboutWhat({ subjectId, payload }: AuditedEvent, { people, things }: Names): Link[] {
  const found = new Map<string, Link>();
  for (const id of [subjectId, payload?.memberId, payload?.meetingId]) {
    if (typeof id !== 'string') continue;
    const thing = things.get(id);
    const name = thing?.name ?? people.get(id);
    const href = thing?.follow && addressOf({}, { [thing.follow]: id });
    if (name !== undefined) found.set(id, { text: name, href });
  }
  return [...found.values()];
}

/** What is followed, each with the address of the same page without it. */
function followingIn({ words, errorList }: FormState, names: Names): Link[] {
  if (errorList.length > 0) return [];
  const fields: [FilterField, (id: string) => string][] = [
    ['member', (id) => `about ${names.things.get(id)?.name ?? 'a member who is not known here'}`],
    ['meeting', (id) => `about ${names.things.get(id)?.name ?? 'a meeting that is not known here'}`],
    ['entry', () => 'about one entry in the register'],
    ['person', (id) => `that ${personInWords(id, names)} did`],
  ];
  return fields.flatMap(([field, inWords]) => {
    const id = words[field];
    if (typeof id !== 'string' || id === '') return [];
    return [{ text: `Everything ${inWords(id.toLowerCase())}`, href: addressOf(words, { [field]: '' }) }];
  });
}

const inOrder = (choices: Choice[]): Choice[] =>
  choices.sort((a, b) => a.text.localeCompare(b.text, 'en-GB') || a.value.localeCompare(b.value));

/** The newest first, and the chosen one wherever it stands. They come by their days, the earliest first. */
function newestFew(meetings: readonly Choice[], chosen: string): Choice[] {
  const newest = [...meetings].reverse();
  return newest.filter(({ value }, index) => index < MEETINGS_TO_CHOOSE || value === chosen);
}
