/** The name of the committee, panel or council that meets. */

const BODY_WORDS = new Set(
  (
    'committee sub-committee subcommittee panel council board cabinet forum executive authority commission ' +
    'sub-group group partnership assembly'
  ).split(' '),
);
const JOINING = new Set(['of', 'and', '&', 'the', 'for', 'with', 'upon', 'on', 'in']);
const NOT_PART_OF_A_NAME = new Set(
  (
    'the of for and minutes draft agenda meeting meetings annual ordinary extraordinary special next all notice public document pack ' +
    "council's council’s " +
    'a your our this to members councillors membership summons dear supplementary revised full on in attend welcome'
  ).split(' '),
);
/** What names the whole council, where one of its committees may be named too. */
const WHOLE = /\b(?:council|authority|assembly)$/i;
const NAMELESS =
  /^(?:(?:parish|town|city|county|district|borough|community|full|annual|the) )*(?:council|authority|committee|board|panel|sub-committee|group|partnership)$/i;
const LABELLED =
  /^(?:meeting|committee|body|meeting of|name of (?:the )?(?:committee|meeting)|committee name)\s?[:–-] ?(.+)$/i;
/** On one line with all the rest, the label has a capital and a colon. */
const LABELLED_WITHIN =
  /\b(?:Meeting|Committee|MEETING|COMMITTEE): (?=[A-Z])(.{5,80}?)(?= (?:Date|DATE|Time|Venue|Place)\b|$)/;
const SUMMONED = /\b(?:meeting|members|attend|summoned to(?: attend)?) of (?:the )?(.+)$/i;
/** "Notice is given that the Planning Committee will meet", "Notice of the Staffing Committee meeting". */
const SAID_TO_MEET =
  /\bnotice\b.{0,30}\b(?:that|of) (?:a |an |the )?(?!meeting\b)([A-Z][^.;]{3,80}?) (?:will (?:be held|meet|take place)|is to (?:be held|meet)|meets|meeting)\b/i;
/** Officers and posts whose names hold a word for a body. */
const OFFICER = /\b(?:chief|non|deputy chief)[ -]executive\b/gi;

/** A parish without a council meets itself. */
const PARISH_MEETING =
  /\b(?:(?!Annual|The|Agenda|Minutes)[A-Z][\w’'-]+ (?:and |with |cum |in |on |the )*){1,4}Parish Meeting\b/;

interface Named {
  readonly name: string;
  readonly score: number;
}

/** The likeliest of the names in the head: labelled, said to meet, or a line of its own; a committee before its council. */
export function bodyIn(head: string): string | null {
  let best: Named | undefined;
  const lines = head.replace(OFFICER, 'Officer').split('\n').slice(0, 150);
  for (const named of lines.flatMap(namesIn)) {
    if (best === undefined || named.score > best.score) best = named;
  }
  return best?.name ?? PARISH_MEETING.exec(head)?.[0] ?? null;
}

function namesIn(line: string): Named[] {
  const labelled = LABELLED.exec(line)?.[1] ?? LABELLED_WITHIN.exec(line)?.[1];
  const summoned = SAID_TO_MEET.exec(line)?.[1] ?? SUMMONED.exec(line)?.[1];
  const words = labelled ?? line;
  const name = bodyName(summoned ?? words) ?? bodyName(words);
  if (name === null) return [];
  const named = words.replace(/^the /i, '');
  const isWhole =
    named.startsWith(name) && /^(?: ?[-–,:]|$| \d| ?\(| agenda| meeting)/i.test(named.slice(name.length));
  const score =
    (labelled === undefined ? 0 : 4) +
    (summoned !== undefined && words.includes(name) ? 2 : 0) +
    (isWhole ? 3 : 0) +
    (WHOLE.test(name) ? 0 : 1.5) -
    // "The Parish Council" is one that another line names.
    (NAMELESS.test(name) ? 3 : 0) -
    (/\b(?:contact|telephone|tel|e-?mail|offices?|website|www|address|copies|copy to)\b/i.test(line)
      ? 3
      : 0) -
    (line.length > 200 ? 1 : 0);
  return [{ name, score }];
}

/** "A meeting of the Stoke Parish Council will be held" -> "Stoke Parish Council": capitals, up to the word for a body. */
function bodyName(line: string): string | null {
  const printed = line.slice(0, 2_000).split(' ');
  const words = printed.map((word) => word.replace(/[,.:;]$/, ''));
  let end = words.findIndex((word, at) => isBodyWord(word) && !IS_A_ROOM.test(words[at + 1] ?? ''));
  if (end === -1) return null;
  while (isBodyWord(words[end + 1])) end += 1;
  end = endOfSubject(words, endOfLongerName(words, end));
  const committee = WHOLE.test(words[end] ?? '') ? committeeAfter(words, end) : undefined;
  let start = committee === undefined ? end : isDash(words[end + 1]) ? end + 2 : end + 1;
  end = committee ?? end;
  while (
    committee === undefined &&
    start > 0 &&
    belongsToName(words[start - 1]) &&
    !isParted(printed, start, end)
  )
    start -= 1;
  while (start < end && NOT_PART_OF_A_NAME.has((words[start] ?? '').toLowerCase())) start += 1;
  const name = printed
    .slice(start, end + 1)
    .join(' ')
    .replace(/[,.:;]$/, '');
  return start < end || /^(?:cabinet|council|executive)$/i.test(name) ? name : null;
}

/** A comma parts two names, but not "Finance, Staffing and Policy Committee". */
function isParted(printed: readonly string[], start: number, end: number): boolean {
  return (
    (printed[start - 1] ?? '').endsWith(',') &&
    !printed.slice(start, end).some((word) => word === 'and' || word === 'AND' || word === '&')
  );
}

/** "Leyford City Council Planning Committee": on one line the council is named before the committee that meets. */
function committeeAfter(words: readonly string[], end: number): number | undefined {
  const first = isDash(words[end + 1]) ? end + 2 : end + 1;
  for (let at = first; at <= first + 6 && belongsToName(words[at]); at += 1) {
    if (isBodyWord(words[at]) && !WHOLE.test(words[at] ?? '')) return at > first ? at : undefined;
  }
  return undefined;
}

function isDash(word: string | undefined): boolean {
  return word === '-' || word === '–';
}

/** "Cabinet Member Decisions Panel": the first word for a body may only say whose the second is. */
function endOfLongerName(words: readonly string[], end: number): number {
  if (!/^(?:cabinet|executive|joint)$/i.test(words[end] ?? '')) return end;
  for (let at = end + 1; at <= end + 5 && belongsToName(words[at]); at += 1) {
    if (isBodyWord(words[at])) return at;
  }
  // A member of the cabinet decides alone.
  return /^member$/i.test(words[end + 1] ?? '') ? endOfSubject(words, end + 1) : end;
}

/** "Joint Committee on Ports and Bridges", and not "Parish Council on Monday". */
function endOfSubject(words: readonly string[], end: number): number {
  if (!/^(?:on|for)$/.test(words[end + 1] ?? '')) return end;
  let last = end;
  for (
    let at = end + 2;
    at <= end + 8 && belongsToName(words[at]) && !IS_A_DAY.test(words[at] ?? '');
    at += 1
  ) {
    if (!JOINING.has(words[at] ?? '')) last = at;
  }
  return last;
}

/** The Council Chamber is no council. */
const IS_A_ROOM = /^(?:chambers?|offices?|house|tax|buildings?)$/i;
const IS_A_DAY =
  /^(?:the|a|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

function isBodyWord(word: string | undefined): boolean {
  return word !== undefined && /^[A-Z]/.test(word) && BODY_WORDS.has(word.toLowerCase());
}

function belongsToName(word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  return (
    JOINING.has(word) ||
    (/^[A-Z('’]/.test(word) && !/\d/.test(word) && !/^(?:meeting|minutes|agenda|notice)$/i.test(word))
  );
}
