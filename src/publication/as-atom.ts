import type { CivilDate } from '../law/index.js';
import type { RegisterChange } from './changes.js';
import { LICENCE } from './licence.js';
import type { PublicAuthority } from './public-register.js';

/** More than a reader asks for at a time; what is older stands on the page of changes. */
const MOST_ENTRIES = 200;

/**
 * The changes as an Atom feed (RFC 4287), newest first.
 * @param address of the register, with scheme and host, without a slash at its end
 * @param from the day since which the changes are, for a feed in which nothing has changed
 */
export function changesAsAtom(
  authority: PublicAuthority,
  changes: readonly RegisterChange[],
  address: string,
  from: CivilDate,
): string {
  const updated = changes[0]?.at.toISOString() ?? `${from}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <title>${escaped(`Register of interests of ${authority.name}: changes`)}</title>`,
    `  <id>${escaped(`${address}/changes`)}</id>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(`${address}/changes.atom`)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(`${address}/changes`)}"/>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${escaped(authority.name)}</name></author>`,
    `  <rights>${escaped(`${LICENCE.name}: ${LICENCE.url}`)}</rights>`,
    ...changes.slice(0, MOST_ENTRIES).map((change) => entry(change, address)),
    '</feed>',
    '',
  ].join('\n');
}

function entry({ id, at, memberId, memberName, words }: RegisterChange, address: string): string {
  return [
    '  <entry>',
    `    <id>${escaped(`${address}/changes#${id}`)}</id>`,
    `    <title>${escaped(memberName)}</title>`,
    `    <updated>${at.toISOString()}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escaped(`${address}/${memberId}`)}"/>`,
    `    <content type="text">${escaped(words)}</content>`,
    '  </entry>',
  ].join('\n');
}

/** Text in XML. Control characters have no place in XML 1.0, not even written as references. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(CONTROL_CHARACTERS, '\uFFFD');
}

const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
