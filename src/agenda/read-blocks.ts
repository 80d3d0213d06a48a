import { issuedOnIn, participationIn } from './announcements.js';
import type { Block } from './block.js';
import { suggestFacts } from './facts.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { findItems } from './items.js';
import { findScattered } from './supplementary.js';
import { findUnnumbered } from './unnumbered.js';
import { withParts } from './parts.js';
import { readItem } from './read-item.js';
import { readMembership } from './membership.js';
import type { AgendaReading, ReadItem } from './reading.js';
import { addReportText } from './report-text.js';

/** Reads an agenda from its blocks, whatever format they came from. No items is an empty list and a warning. */
export function readBlocks(blocks: Block[]): AgendaReading {
  const numbered = findItems(blocks);
  const list =
    numbered.items.length > 0 ? numbered : (findScattered(blocks) ?? findUnnumbered(blocks) ?? numbered);
  const front = readFrontMatter(blocks.slice(0, list.start));
  const isMinutes = areMinutes(blocks.slice(0, list.start), front.title);
  const membership = readMembership(blocks.slice(0, list.start));
  const found = list.items.flatMap((item) => withParts(item, isMinutes));
  // A report has lists of its own, so it comes to its item after the item's parts were found.
  addReportText(found, blocks.slice(list.end));
  const items = found.map((item) => withFacts(readItem(item), front.body));
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

/** Minutes tell what was said under each item, so what is listed there is no further business. */
function areMinutes(head: readonly Block[], title: string | null): boolean {
  if (/\bagenda\b|\bsummons\b/i.test(title ?? '')) return /\bminutes\b/i.test(title ?? '');
  return (
    /\bminutes\b/i.test(title ?? '') ||
    head.some(({ text }) => /^(?:councillors )?(?:present|attendance|in attendance)\b/i.test(text))
  );
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
