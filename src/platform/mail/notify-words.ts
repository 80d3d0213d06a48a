/** An address of the web. Notify makes a link of it as it stands, so nothing in it is escaped. */
const ADDRESS = /(https?:\/\/[^\s<]+)/;
/** What Notify’s Markdown reads anywhere in a line: links, footnotes, tables, and the escape itself. */
const ANYWHERE = /[\\[\]|`]/g;
/** What begins a heading, a list, a rule or a block of code; and a number with a dot, which would be counted anew. */
const AT_THE_START = /^(?:[#*\-_~]|\d+(?=\.))/;
/** These cannot be escaped: a width of nothing before them keeps them from being an inset, a list or a heading. */
const NOT_ESCAPABLE = /^(?:[\^•]|=+\s*$)/;
const NO_WIDTH = '\u200B';

/**
 * Our words so that GOV.UK Notify, which reads its templates’ fields as Markdown, shows them as they were written.
 * Lines do not begin with blanks, since four of them would make code of it.
 */
export function asNotifyReads(body: string): string {
  return body
    .split('\n')
    .map((line) => lineAsNotifyReads(line.trimStart()))
    .join('\n');
}

function lineAsNotifyReads(line: string): string {
  const escaped = line
    .split(ADDRESS)
    // Addresses stand at the odd places.
    .map((part, place) => (place % 2 === 1 ? part : part.replace(ANYWHERE, '\\$&')))
    .join('');
  if (NOT_ESCAPABLE.test(escaped)) return `${NO_WIDTH}${escaped}`;
  return escaped.replace(AT_THE_START, (begins) => (/\d/.test(begins) ? `${begins}\\` : `\\${begins}`));
}

/** A subject is one line. */
export function subjectAsNotifyReads(subject: string): string {
  return subject.replace(/\s+/g, ' ').trim();
}
