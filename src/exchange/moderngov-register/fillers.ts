/**
 * What a cell says when it says nothing of an interest. says-nothing: "None" and its like, which may be a nil return or
 * only a habit of whoever typed it. refers-elsewhere: "As above" and its like, which stand for the cell beside it or
 * for the row above. Neither is taken for an answer: an officer says what it means.
 */
export type Filler = 'says-nothing' | 'refers-elsewhere';

const SAYS_NOTHING = new Set([
  ...['none', 'nil', 'n/a', 'na', 'n a', 'not applicable', 'none declared', 'nil return', 'nothing', 'no'],
  ...['nothing to declare', 'none to declare', 'no interests', 'no interest', 'none known', 'nil to declare'],
  ...['nothing to register', 'none to register', 'none held', 'not any', 'dim', 'amherthnasol', ''],
]);
const REFERS = new Set([
  ...['as above', 'same as above', 'see above', 'ditto', 'same', 'as before', 'as opposite', 'see opposite'],
  ...[
    'as left',
    'as mine',
    'same as me',
    'same as mine',
    'as member',
    'as for member',
    'as partner',
    'as per above',
  ],
  ...['as stated above', 'as column 1', 'do', 'fel uchod', 'as below', 'see below'],
]);

/** Undefined for text that tells of something. */
export function fillerIn(text: string): Filler | undefined {
  const words = text
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/^[\s("'“‘•-]+|[\s)"'”’.,;:!-]+$/g, '')
    .replace(/\s+/g, ' ');
  if (REFERS.has(words)) return 'refers-elsewhere';
  return SAYS_NOTHING.has(words) ? 'says-nothing' : undefined;
}
