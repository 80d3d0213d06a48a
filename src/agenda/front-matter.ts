/** The head of the document: who meets, when and where, and what the document calls itself. */
import type { Block } from './block.js';
import { bodyIn } from './body.js';
import { findDates, findTimes, type FoundDate, type FoundTime, inWords, weekdayOf } from './dates.js';
import { venueIn } from './venue.js';

export interface FrontMatter {
  body: string | null;
  title: string | null;
  date: string | null;
  time: string | null;
  venue: string | null;
  warnings: string[];
}

/** A head is never longer, and a document without items must not be read through for one. */
const LONGEST_HEAD = 8_000;
/** How far around a date its meaning is looked for. */
const NEARBY = 70;

/** Reads the head from the blocks before the first item. */
export function readFrontMatter(blocks: readonly Block[]): FrontMatter {
  const printed = blocks.filter((block) => block.metadata !== true).map(wordsOf);
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

/** A row such as "Venue | The Old Bakery" says it as a line "Venue: The Old Bakery" does. */
function wordsOf({ text, cells }: Block): string {
  const [first = '', second = '', ...others] = cells?.filter((cell) => cell !== '') ?? [];
  const isLabelled = second !== '' && others.length === 0 && LABEL.test(first);
  return isLabelled ? `${first}: ${second}` : text;
}

const LABEL = /^(?:date|time|venue|location|place|meeting|committee|body)$/i;

function meetingDate(head: string): FoundDate | undefined {
  let best: { date: FoundDate; score: number } | undefined;
  for (const date of findDates(head, yearIn(head))) {
    const score = likelihood(head, date);
    if (best === undefined || score > best.score) best = { date, score };
  }
  return best?.date;
}

/** The year that is printed elsewhere on the page, for a date without one. */
function yearIn(head: string): number | undefined {
  const years = findDates(head).map(({ date }) => Number(date.slice(0, 4)));
  const printed = /\b(20\d\d)\b(?![/-]\d)/.exec(head)?.[1];
  return years[0] ?? (printed === undefined ? undefined : Number(printed));
}

const OF_THE_DOCUMENT =
  /\b(?:issued?|published|publication|despatch(?:ed)?|dated?|our ref|your ref|ref|posted|signed|updated|printed|prepared|circulated|minutes of (?:the )?(?:last|previous)?|(?:minutes|meeting)s? (?:of|held on|dated)|previous meeting|deadline|no later than|not later than|received by|by|before|until|from|next meeting|adjourned from)\b[^\n]{0,40}$/i;
const OF_THE_MEETING = /\b(?:meeting|held|meet|take place|convened|attend|summoned|hold|assemble)\b/i;

/** A meeting's date stands beside a time, a weekday or the word "meeting"; a letter's beside "our ref" or "issue". */
function likelihood(head: string, date: FoundDate): number {
  const before = head.slice(Math.max(0, date.start - NEARBY), date.start);
  const after = head.slice(date.end, date.end + NEARBY);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  let score = 0;
  if (findTimes(before + '\n' + after).length > 0) score += 3;
  if (findTimes(`${line} ${after.split('\n', 1).join('')}`).length > 0) score += 1;
  if (date.weekday !== undefined) score += 2;
  if (OF_THE_MEETING.test(before)) score += 1;
  if (/\b(?:date(?: and time)?|when|day|on)\b ?:?\s*$/i.test(before)) score += 1;
  if (/\b(?:venue|location|time)\b/i.test(after)) score += 1;
  if (OF_THE_DOCUMENT.test(line) && !/\b(?:held|meeting) (?:on|at)\b[^\n]{0,30}$/i.test(line)) score -= 4;
  if (/\b(?:minutes|deadline|no later than|next meeting)\b/i.test(line)) score -= 3;
  if (/\b(?:clerk|officer|chief executive|head of|director|solicitor)\b[^\n]*$/i.test(before)) score -= 2;
  if (/^[^\n]{0,20}\b(?:clerk|officer)\b/i.test(after)) score -= 2;
  return score;
}

function meetingTime(head: string, date: FoundDate | undefined): FoundTime | undefined {
  const times = findTimes(head).filter((time) => !endsSomething(head, time));
  const labelled = times.find((time) =>
    /\b(?:time|start(?:s|ing)?|commenc(?:es|ing)|at)\b ?:?\s*$/i.test(
      head.slice(Math.max(0, time.start - 24), time.start),
    ),
  );
  if (date === undefined) return labelled ?? times[0];
  // A day may be printed twice, and its time beside one of them.
  const places = findDates(head, Number(date.date.slice(0, 4))).filter((each) => each.date === date.date);
  const distance = (time: FoundTime) =>
    Math.min(
      ...places.map((place) => (time.start >= place.end ? time.start - place.end : place.start - time.end)),
    );
  const nearest = [...times].sort((a, b) => distance(a) - distance(b))[0];
  if (nearest === undefined || distance(nearest) <= NEARBY * 3) return nearest;
  return labelled ?? nearest;
}

/** The end of office hours, of the meeting, or the time until which something must be done, is not when it begins. */
function endsSomething(head: string, time: FoundTime): boolean {
  const before = head.slice(Math.max(0, time.start - 40), time.start);
  return /(?:\b(?:by|before|until|till|than|from|between|closes?|ends?|finish(?:es)?)|(?<![\d.:/])\d{1,2}(?:[.:]\d{2}| ?[ap]\.?m\.?|[.:]\d{2} ?[ap]\.?m\.?) ?(?:-|–|to|and)) ?(?:noon|midday)?$/i.test(
    before.trimEnd(),
  );
}

function weekdayWarning(date: FoundDate): string[] {
  if (date.weekday === undefined || inWords(date.weekday) === weekdayOf(date.date)) return [];
  return [
    `The agenda says ${inWords(date.weekday)}, but ${date.date} is a ${weekdayOf(date.date)}. Check the date of the meeting.`,
  ];
}

const TITLE =
  /^(?:(?:draft |public |supplementary |revised |amended |unconfirmed )?(?:agenda|minutes|notice of (?:a )?(?:\w+ )?meeting|summons|business items|document pack|supplement))\b/i;
/** Capitals within a document that is all on one line. */
const TITLE_WITHIN = /\b(?:NOTICE OF MEETING|AGENDA|SUMMONS|MINUTES)\b/;

/** The first line that names a kind of document; else the file's own title; else the first line. */
function documentTitle(lines: readonly string[], metadata: string | undefined): string | null {
  const named = lines.find((line) => TITLE.test(line) && line.length < 200);
  const first = lines.find((line) => line !== '' && line.length < 200 && !/^dear\b/i.test(line));
  const words = named ?? metadata ?? first ?? TITLE_WITHIN.exec(lines.join(' '))?.[0];
  return words?.replace(/,? (?:held|to be held|will be held) (?:in|at|on) .*$/i, '') ?? null;
}
