/**
 * What is nobody's business here, or is not needed: where members live, how they are reached, what they look like. It is
 * cut out of the text before anything reads it, so that nothing can store it; and some installations write unescaped HTML
 * into these parts, which would make the whole file unreadable.
 */
const LEFT_OUTSIDE = [
  ...['homeaddress', 'workaddress', 'surgerydetails', 'additionalcontactinfo'],
  ...['photosmallurl', 'photobigurl', 'keyposts', 'representing', 'districttitle'],
];
const OPENING = new RegExp(`<(${LEFT_OUTSIDE.join('|')})(?:\\s[^<>]*)?>`, 'gi');

/** The text without those elements. One that is never closed is left as it is, and makes the file a damaged one. */
export function withoutPersonalParts(xml: string): string {
  const kept: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(xml); opening !== null; opening = OPENING.exec(xml)) {
    const [mark, name = ''] = opening;
    const lower = name.toLowerCase();
    if (mark.endsWith('/>') || unclosed.has(lower)) continue;
    const closing = new RegExp(`</${lower}\\s{0,20}>`, 'gi');
    closing.lastIndex = OPENING.lastIndex;
    if (closing.exec(xml) === null) {
      unclosed.add(lower);
      continue;
    }
    kept.push(xml.slice(at, opening.index));
    at = closing.lastIndex;
    OPENING.lastIndex = at;
  }
  kept.push(xml.slice(at));
  return kept.join('');
}
