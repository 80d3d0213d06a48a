/** The head of the document: who meets, when and where, and what the document calls itself. */
import type { Block } from './blocks.js';
import { findDates, findTimes, type FoundDate, type FoundTime, inWords, weekdayOf } from './dates.js';

export interface FrontMatter {
  body: string | null;
  title: string | null;
  date: string | null;
  time: string | null;
  venue: string | null;
  warnings: string[];
}

/** A head is never longer, and a document without items must not be read through for one. */
const LONGEST_HEAD = 6_000;
/** How far around a date its meaning is looked for. */
const NEARBY = 70;

/** Reads the head from the blocks before the first item. */
export function readFrontMatter(blocks: Block[]): FrontMatter {
  const printed = blocks.filter((block) => block.metadata !== true).map((block) => block.text);
  const metadata = blocks.find((block) => block.metadata === true)?.text;
  const head = printed.join('\n').slice(0, LONGEST_HEAD);
  // The file's own title speaks only where the page does not.
  const whole = metadata === undefined ? head : `${head}\n${metadata}`;
  const date = meetingDate(whole);
  const time = meetingTime(whole, date);
  return {
    body: bodyIn(whole),
    title: documentTitle(head.split('\n'), metadata),
    date: date?.date ?? null,
    time: time?.time ?? null,
    venue: venueIn(whole, date, time),
    warnings: date === undefined ? [] : weekdayWarning(date),
  };
}

function meetingDate(head: string): FoundDate | undefined {
  let best: { date: FoundDate; score: number } | undefined;
  for (const date of findDates(head)) {
    const score = likelihood(head, date);
    if (best === undefined || score > best.score) best = { date, score };
  }
  return best?.date;
}

/** A meeting's date stands beside a time, a weekday or the word "meeting"; a letter's beside "our ref" or "issue". */
function likelihood(head: string, date: FoundDate): number {
  const before = head.slice(Math.max(0, date.start - NEARBY), date.start);
  const after = head.slice(date.end, date.end + NEARBY);
  let score = 0;
  if (findTimes(before + after).length > 0) score += 3;
  if (date.weekday !== undefined) score += 2;
  if (/\b(?:meeting|held|meet)\b/i.test(before)) score += 1;
  if (/\b(?:issued?|published|publication|ref|minutes of the (?:last|previous))\b[^\n]{0,40}$/i.test(before))
    score -= 4;
  if (/\bclerk\b[^\n]*$/i.test(before)) score -= 2;
  return score;
}

function meetingTime(head: string, date: FoundDate | undefined): FoundTime | undefined {
  const times = findTimes(head);
  if (date === undefined) return times[0];
  const distance = (time: FoundTime) =>
    time.start >= date.end ? time.start - date.end : date.start - time.end;
  return times.sort((a, b) => distance(a) - distance(b))[0];
}

function weekdayWarning(date: FoundDate): string[] {
  if (date.weekday === undefined || inWords(date.weekday) === weekdayOf(date.date)) return [];
  return [
    `The agenda says ${inWords(date.weekday)}, but ${date.date} is a ${weekdayOf(date.date)}. Check the date of the meeting.`,
  ];
}

const TITLE =
  /^(?:(?:draft |public )?(?:agenda|minutes|notice of meeting|summons|business items|document pack))\b/i;

/** Capitals within a document that is all on one line. */
const TITLE_WITHIN = /\b(?:NOTICE OF MEETING|AGENDA|SUMMONS|MINUTES)\b/;

/** The first line that names a kind of document; else the file's own title; else the first line. */
function documentTitle(lines: string[], metadata: string | undefined): string | null {
  const named = lines.find((line) => TITLE.test(line) && line.length < 200);
  const first = lines.find((line) => line !== '' && line.length < 200);
  const words = named ?? metadata ?? first ?? TITLE_WITHIN.exec(lines.join(' '))?.[0];
  return words?.replace(/,? (?:held|to be held|will be held) (?:in|at|on) .*$/i, '') ?? null;
}

const BODY_WORDS = new Set(
  (
    'committee sub-committee subcommittee panel council board cabinet forum executive authority commission ' +
    'sub-group group partnership'
  ).split(' '),
);
const JOINING = new Set(['of', 'and', '&', 'the', 'for', 'with', 'upon', 'on']);
const NOT_PART_OF_A_NAME = new Set(
  (
    'the of for and minutes draft agenda meeting meetings annual ordinary extraordinary next all notice public document pack ' +
    'a your our this'
  ).split(' '),
);

/** A line that is a body's name; else the first name of one within a line. */
function bodyIn(head: string): string | null {
  const names = head.split('\n').flatMap((line) => {
    const words = /^(?:meeting|committee|body): ?(.+)$/i.exec(line)?.[1] ?? line;
    const name = bodyName(words);
    if (name === null) return [];
    return [
      { name, isWholeLine: words.startsWith(name) && /^(?: ?[-–,:]|$| \d)/.test(words.slice(name.length)) },
    ];
  });
  return (names.find((name) => name.isWholeLine) ?? names[0])?.name ?? null;
}

/** "A meeting of the Stoke Parish Council will be held" -> "Stoke Parish Council": capitals, up to the word for a body. */
function bodyName(line: string): string | null {
  const words = line
    .slice(0, 2_000)
    .split(' ')
    .map((word) => word.replace(/[,.:;]$/, ''));
  let end = words.findIndex((word) => /^[A-Z]/.test(word) && BODY_WORDS.has(word.toLowerCase()));
  if (end === -1) return null;
  while (isBodyWord(words[end + 1])) end += 1;
  let start = end;
  while (start > 0 && belongsToName(words[start - 1])) start -= 1;
  while (start < end && NOT_PART_OF_A_NAME.has((words[start] ?? '').toLowerCase())) start += 1;
  const name = words.slice(start, end + 1);
  return name.length >= 2 || name[0]?.toLowerCase() === 'cabinet' ? name.join(' ') : null;
}

function isBodyWord(word: string | undefined): boolean {
  return word !== undefined && /^[A-Z]/.test(word) && BODY_WORDS.has(word.toLowerCase());
}

function belongsToName(word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  return (
    JOINING.has(word) ||
    (/^[A-Z('’]/.test(word) && !/\d/.test(word) && !/^(?:meeting|minutes|agenda)$/i.test(word))
  );
}

const PLACE_WORD =
  /\b(?:hall|room|rooms|centre|chamber|offices?|house|school|church|chapel|library|suite|pavilion|institute|building|theatre|club|virtual|online|remote)\b/i;

function venueIn(head: string, date: FoundDate | undefined, time: FoundTime | undefined): string | null {
  const labelled = /\b(?:venue|location|place): ?([^\n]{1,200})/i.exec(head)?.[1];
  if (labelled !== undefined) return cleaned(labelled);
  const marks = [date, time].filter((mark) => mark !== undefined);
  if (marks.length === 0) return null;
  const start = Math.min(...marks.map((mark) => mark.start));
  const end = Math.max(...marks.map((mark) => mark.end));
  return (
    afterTheTime(head.slice(end, end + 300)) ?? beforeTheDate(head.slice(Math.max(0, start - 200), start))
  );
}

/** "… 10.00 am County Hall, Worcester", or a place on the next line. */
function afterTheTime(after: string): string | null {
  const [sameLine = '', ...lines] = after.split('\n');
  const nextLine = lines.find((line) => line !== '') ?? '';
  for (const line of [sameLine, nextLine]) {
    const place = cleaned(
      line.replace(/^[ ,.–-]{0,5}(?:at |in )?(?:the )?/i, '').split(/\. (?=[A-Z])/)[0] ?? '',
    );
    if (place !== null && place.length < 150 && /^[A-Z]/.test(place) && PLACE_WORD.test(place)) return place;
  }
  return null;
}

/** "… will be held at the Community Centre on", "HELD IN THE VILLAGE HALL AT". */
function beforeTheDate(before: string): string | null {
  const words = before.replaceAll('\n', ' ');
  const found = /\b(?:held|meet|take place) (?:at|in) (?:the )?(.{3,150}?)(?: on| at|,)?(?: the)? ?$/i.exec(
    words,
  )?.[1];
  return found !== undefined && PLACE_WORD.test(found) ? cleaned(found) : null;
}

function cleaned(place: string): string | null {
  const text = place.replace(/[ ,.;:–-]{1,10}$/, '').trim();
  return text === '' ? null : text;
}
