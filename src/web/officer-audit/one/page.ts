import type { AuditedEvent, SaidBefore } from '../../../audit/index.js';
import { civilDate } from '../../../law/index.js';
import { dateInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';
import { actionInWords } from '../action-words.js';
import { addressOf } from '../filter.js';
import type { Names } from '../names.js';
import { aboutWhat, whoDid, type Link } from '../page.js';
import { partInWords, valueInWords } from './said-words.js';

interface SaidRow {
  readonly name: string;
  readonly lines: readonly string[];
  /** What stood there before, and the event that had said so. */
  readonly before: { readonly lines: readonly string[]; readonly from: Link } | undefined;
}

export interface EventView {
  readonly title: string;
  readonly backHref: string;
  readonly what: string;
  readonly action: string;
  readonly who: Link;
  readonly about: readonly Link[];
  /** The subject as the record has it: 'notification 5f0c…'. */
  readonly subject: string;
  readonly applicationAt: string;
  readonly applicationExact: string;
  readonly machineAt: string;
  readonly said: readonly SaidRow[];
  readonly isErased: boolean;
  readonly hashes: readonly { readonly name: string; readonly value: string }[];
  /** What does not hold about this link; undefined where it fits. */
  readonly wrong: string | undefined;
  readonly follow: readonly Link[];
  readonly earlierHref: string | undefined;
  readonly laterHref: string | undefined;
}

export interface KnownEvent {
  readonly event: AuditedEvent;
  readonly names: Names;
  readonly saidBefore: SaidBefore;
  readonly wrong: string | undefined;
  /** Where the chain stands now. */
  readonly newest: string;
  /** The register entries of a notification. */
  readonly entries: readonly { readonly id: string; readonly enteredOn: string }[];
}

export function eventView({ event, names, saidBefore, wrong, newest, entries }: KnownEvent): EventView {
  const { position, payload } = event;
  return {
    title: `Event ${position}`,
    backHref: addressOf({}, { before: `${BigInt(position) + 1n}` }),
    ...{ what: actionInWords(event.action), action: event.action },
    ...{ who: whoDid(event, names), about: aboutWhat(event, names) },
    subject: `${event.subjectType} ${event.subjectId}`,
    applicationAt: instantInWords(event.applicationAt),
    applicationExact: exact(event.applicationAt),
    machineAt: exact(event.machineAt),
    said: inOrder(Object.entries(payload ?? {})).map(([name, value]) =>
      saidRow(name, value, names, saidBefore),
    ),
    isErased: payload === undefined,
    hashes: [
      { name: 'Hash of this event', value: event.hash.toString('hex') },
      { name: 'Hash of the event before', value: event.previousHash.toString('hex') },
      { name: 'Salted hash of what was said', value: event.payloadHash.toString('hex') },
    ],
    wrong,
    follow: followLinks(event, names, entries),
    earlierHref: position === '1' ? undefined : `/officer/audit/${BigInt(position) - 1n}`,
    laterHref: BigInt(position) < BigInt(newest) ? `/officer/audit/${BigInt(position) + 1n}` : undefined,
  };
}

/** For whom and why come first; the rest as the database gives it. */
const FIRST = ['memberId', 'memberIds', 'accountId', 'meetingId', 'decidedBy', 'reason', 'reasons', 'was'];

function inOrder(parts: readonly [string, unknown][]): [string, unknown][] {
  const first = FIRST.flatMap((name) => parts.filter(([part]) => part === name));
  return [...first, ...parts.filter(([part]) => !FIRST.includes(part))];
}

function saidRow(name: string, value: unknown, names: Names, saidBefore: SaidBefore): SaidRow {
  const before = saidBefore.get(name);
  return {
    name: partInWords(name),
    lines: valueInWords(value, names),
    before: before && {
      lines: valueInWords(before.value, names),
      from: { text: `event ${before.position}`, href: `/officer/audit/${before.position}` },
    },
  };
}

/** Through time: everything about each thing that it names, and everything that its person did. */
function followLinks(event: AuditedEvent, names: Names, entries: KnownEvent['entries']): Link[] {
  const { text, href } = whoDid(event, names);
  return [
    ...aboutWhat(event, names).flatMap((one) =>
      one.href === undefined ? [] : [{ text: `Everything about ${one.text}`, href: one.href }],
    ),
    ...(href === undefined ? [] : [{ text: `Everything that ${text} did`, href }]),
    ...entries.map(({ id, enteredOn }) => ({
      text: `Everything about the entry in the register of ${dateInWords(civilDate(enteredOn))}`,
      href: addressOf({}, { entry: id }),
    })),
  ];
}

const exact = (instant: Date): string => instant.toISOString().replace('T', ' ').replace('Z', ' UTC');
