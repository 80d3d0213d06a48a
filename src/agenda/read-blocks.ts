import { issuedOnIn, participationIn } from './announcements.js';
import type { Block } from './blocks.js';
import { suggestFacts } from './facts.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { findItems, readItem } from './items.js';
import { readMembership } from './membership.js';
import type { AgendaReading, ReadItem } from './reading.js';
import { addReportText } from './report-text.js';

/** Reads an agenda from its blocks, whatever format they came from. No items is an empty list and a warning. */
export function readBlocks(blocks: Block[]): AgendaReading {
  const list = findItems(blocks);
  addReportText(list.items, blocks.slice(list.end));
  const front = readFrontMatter(blocks.slice(0, list.start));
  const membership = readMembership(blocks.slice(0, list.start));
  const items = list.items.map((found) => withFacts(readItem(found), front.body));
  const issuedOn = issuedOnIn(blocks.slice(0, list.end));
  const participation = participationIn(items, front.date);
  return {
    body: front.body,
    title: front.title,
    date: front.date,
    time: front.time,
    venue: front.venue,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(participation.by === undefined ? {} : { participationBy: participation.by }),
    ...(membership.members.length === 0 ? {} : { membership: membership.members }),
    items,
    warnings: [
      ...missing(front, items),
      ...front.warnings,
      ...membership.warnings,
      ...list.warnings,
      ...(participation.warning === undefined ? [] : [participation.warning]),
    ],
  };
}

function withFacts(item: ReadItem, body: string | null): ReadItem {
  const facts = suggestFacts(item, body);
  return Object.keys(facts).length === 0 ? item : { ...item, facts };
}

function missing(front: FrontMatter, items: ReadItem[]): string[] {
  const warnings: string[] = [];
  if (items.length === 0) {
    warnings.push(
      'No numbered items of business were found. Check that this is an agenda, with a number before each item.',
    );
  }
  if (front.body === null) warnings.push('The committee or council that meets was not found. Choose it.');
  if (front.date === null)
    warnings.push('The date of the meeting was not found. Enter it as it stands on the agenda.');
  if (front.time === null)
    warnings.push('The time of the meeting was not found. Enter it as it stands on the agenda.');
  if (front.venue === null)
    warnings.push('The place of the meeting was not found. Enter it as it stands on the agenda.');
  return warnings;
}
