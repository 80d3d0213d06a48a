/**
 * Words that look like an answer and tell nothing of what an interest is: they fill the box, or point to what was
 * noted, recorded or registered elsewhere. It is about words alone; that a declaration must state the nature is the
 * law’s to say.
 */
export function saysNothing(words: string): boolean {
  const told =
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return told.every((word) => /^\p{N}+$/u.test(word) || TELLS_NOTHING.has(word)) || FILLS.has(told.join(' '));
}

/** A sentence of such words alone, in whatever order: 'As per my register of interests', 'already declared (item 5)'. */
const TELLS_NOTHING = new Set(
  (
    'a an the my our your this that these i it its s as per see please refer to in on at by from of with and or ' +
    'noted recorded registered declared disclosed stated listed given shown entered published notified mentioned ' +
    'above below before already previously has have had been is are was were said same ditto usual always ' +
    'register registers roi entry entries form forms list website page record records minutes meeting meetings ' +
    'last previous earlier official public declaration declarations declare notification item items number no ' +
    'interest interests dpi disclosable pecuniary prejudicial personal other registerable council councils member ' +
    'members councillor councillors'
  ).split(' '),
);

/** What else people type to get past a question. */
const FILLS = new Set(
  'n a|na|not applicable|none|nil|no|yes|x|xx|xxx|tbc|tba|tbd|to be confirmed|to be announced|unknown|various|private|confidential|test'.split(
    '|',
  ),
);

/** Is one declaration meant for whatever may come up: 'all items', 'any item that concerns the trust'? */
export function isScattergun(words: string): boolean {
  const plain = words.toLowerCase().replace(/\s+/g, ' ');
  return SCATTERGUN.some((pattern) => pattern.test(plain));
}

const SCATTERGUN = [
  /\b(all|every|each|any|whatever|whichever) (of )?((the|these|other|such|agenda) ){0,3}(items?|matters?|business|reports?|applications?)\b/,
  /\bany(thing| other thing) (that|which|on|in|to do|about|relating|concerning)\b/,
  /\b(throughout|for the whole of|for all of|across) (the|this) (whole )?(agenda|meeting)\b/,
  /\b(if|should|in case) (it|they|this|anything|something|any \w+) (comes? up|arises?|is mentioned|is discussed|is raised)\b/,
];
