/**
 * A meeting as the web service of ModernGov tells it (`GetMeeting`). What it says is data and no guess, but its own
 * ways must be known: the printed number is `fulldisplaynumberformat` and not the order; titles are escaped twice; an
 * item that may not be shown still stands in the list.
 */
import { findDates, findTimes } from './dates.js';
import { suggestFacts } from './facts.js';
import { isRestrictedTitle } from './read-item.js';
import type { AgendaReading, ReadItem, ReadMember, ReadRole } from './reading.js';

export interface XmlElement {
  readonly [name: string]: string | XmlElement | readonly (string | XmlElement)[];
}

type PlainText = (html: string) => string;

/** Reads the answer of `GetMeeting`. XML of another kind has no items, and a warning that says so. */
export function readModernGovMeeting(root: XmlElement, plainText: PlainText): AgendaReading {
  const meeting = elementsOf(root, 'meeting')[0];
  if (meeting === undefined) return nothing();
  const said = (name: string) => wordsOf(meeting, name, plainText);
  const listed = elementsOf(elementsOf(meeting, 'agendaitems')[0] ?? {}, 'agendaitem');
  const body = bodyOf(listed, plainText);
  const items = listed.flatMap((item) => itemOf(item, body, plainText));
  const date = findDates(said('meetingdate'))[0]?.date ?? null;
  const time = findTimes(said('meetingtime'))[0]?.time ?? null;
  const venue = [said('meetingroom'), said('meetinglocation')].filter((place) => place !== '').join(', ');
  const status = said('meetingstatus');
  return {
    body,
    title: null,
    date,
    time,
    venue: venue === '' ? null : venue,
    ...(said('meetingid') === '' ? {} : { externalId: said('meetingid') }),
    ...(status === '' ? {} : { status }),
    ...membershipOf(meeting),
    items,
    warnings: warningsOf({ body, date, time, venue, status, items: items.length }),
  };
}

function nothing(): AgendaReading {
  const warnings = [
    'This XML is not the answer of ModernGov’s GetMeeting, so no meeting was found in it. Ask the service for GetMeeting.',
  ];
  return { body: null, title: null, date: null, time: null, venue: null, items: [], warnings };
}

/** Those who are expected as members; officers and guests stand in the same list. */
const ROLES: readonly [RegExp, ReadRole][] = [
  [/vice|deputy/i, 'vice-chairman'],
  [/chair/i, 'chairman'],
  [/substitute|reserve/i, 'substitute'],
  [/co-?opt/i, 'co-opted-member'],
  [/^(?:committee )?member$/i, 'member'],
];

function membershipOf(meeting: XmlElement): { membership?: ReadMember[] } {
  const listed = elementsOf(elementsOf(meeting, 'attendees')[0] ?? {}, 'attendee');
  const membership = listed.flatMap((attendee): ReadMember[] => {
    const [name, described] = [attendee['@name'], attendee['@roledescription']];
    if (typeof name !== 'string' || typeof described !== 'string') return [];
    const role = ROLES.find(([pattern]) => pattern.test(described.trim()))?.[1];
    return role === undefined ? [] : [{ name: unescaped(name), role }];
  });
  return membership.length === 0 ? {} : { membership };
}

/** The committee is not told of the meeting itself, but of its items and their documents. */
function bodyOf(items: readonly XmlElement[], plainText: PlainText): string | null {
  const named = items.flatMap((item) => [
    wordsOf(item, 'refertocommittee', plainText),
    ...elementsOf(elementsOf(item, 'linkeddocuments')[0] ?? {}, 'linkeddoc').map((document) =>
      wordsOf(document, 'committeetitle', plainText),
    ),
  ]);
  const counts = new Map<string, number>();
  for (const name of named.filter((each) => each !== '')) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** An item without a title is a heading of the list, unless it is kept from the public. */
function itemOf(item: XmlElement, body: string | null, plainText: PlainText): ReadItem[] {
  const title = wordsOf(item, 'agendaitemtitle', plainText);
  const number = wordsOf(item, 'fulldisplaynumberformat', plainText).replace(/[.):\s]+$/, '');
  const isRestricted = isTrue(item, 'isrestricted') || isRestrictedTitle(title);
  const isHeading = number === '' || number === '0';
  if (title === '' && !isRestricted) return [];
  if (isHeading && !isRestricted && !hasBusiness(item, plainText)) return [];
  const text = wordsOf(item, 'agendatext', plainText);
  const externalId = wordsOf(item, 'agendaitemid', plainText);
  const read: ReadItem = {
    number: isHeading ? null : number,
    title: title === '' ? 'Item that is not for publication' : title,
    ...(text === '' ? {} : { text }),
    ...(isRestricted ? { restricted: true } : {}),
    ...(externalId === '' ? {} : { externalId }),
  };
  const facts = suggestFacts(read, body);
  if (isTrue(item, 'ispubliccanspeak')) {
    facts.publicMaySpeak ??= { value: 'yes', source: 'reader', words: 'ispubliccanspeak: True' };
  }
  return [Object.keys(facts).length === 0 ? read : { ...read, facts }];
}

/** A document or a decision makes an item of business of a line without a number. */
function hasBusiness(item: XmlElement, plainText: PlainText): boolean {
  const documents = elementsOf(elementsOf(item, 'linkeddocuments')[0] ?? {}, 'linkeddoc');
  return documents.length > 0 || isTrue(item, 'isdecision') || wordsOf(item, 'agendatext', plainText) !== '';
}

interface Told {
  readonly body: string | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly venue: string;
  readonly status: string;
  readonly items: number;
}

function warningsOf({ body, date, time, venue, status, items }: Told): string[] {
  return [
    ...(items === 0
      ? ['ModernGov tells of no items for this meeting. Its agenda may not be published yet.']
      : []),
    ...(/cancel/i.test(status)
      ? ['ModernGov says that this meeting is cancelled. Do not save it as one that is held.']
      : []),
    ...(/provisional/i.test(status)
      ? ['ModernGov says that this meeting is provisional. Check that it is held.']
      : []),
    ...(/rescheduled|postponed/i.test(status)
      ? [`ModernGov says of this meeting: ${status}. Check its day and time.`]
      : []),
    ...(body === null ? ['ModernGov does not say which body meets. Choose it.'] : []),
    ...(date === null ? ['ModernGov gives no date for the meeting. Enter it.'] : []),
    ...(time === null ? ['ModernGov gives no time for the meeting. Enter it.'] : []),
    ...(venue === '' ? ['ModernGov gives no place for the meeting. Enter it.'] : []),
  ];
}

function isTrue(element: XmlElement, name: string): boolean {
  const value = element[name];
  return typeof value === 'string' && value.trim().toLowerCase() === 'true';
}

/** Words are escaped once by XML and often once more by ModernGov, and are then HTML. */
function wordsOf(element: XmlElement, name: string, plainText: PlainText): string {
  const value = element[name];
  if (typeof value !== 'string') return '';
  const once = value.includes('&') ? unescaped(value) : value;
  const words = plainText(once).trim();
  // Some services escape once more; nobody prints "&amp;".
  return STILL_ESCAPED.test(words) ? plainText(words).trim() : words;
}

const STILL_ESCAPED = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5}|#x[\da-f]{1,4});/i;

/** The five entities of XML itself, the ampersand last, so that what is escaped twice stays escaped once. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const value = element[name];
  const list = Array.isArray(value) ? (value as (string | XmlElement)[]) : [value];
  return list.filter((each): each is XmlElement => typeof each === 'object' && !Array.isArray(each));
}
