/** Where the meeting is held. */
import { findDates, findTimes, type FoundDate, type FoundTime } from './dates.js';

const PLACE_WORD =
  /\b(?:hall|room|rooms|schoolroom|clubhouse|community hub|centre|chambers?|offices?|house|school|church|chapel|library|suite|pavilion|institute|building|theatre|club|virtual(?:ly)?|online|remote(?:ly)?|zoom|teams|parlour|guildhall|barn|hut|hotel|college|academy|headquarters|annexe?|lodge|court)\b/i;
const LABELLED =
  /\b(?:Venue|VENUE|Location|LOCATION|Place|PLACE)(?: of (?:the )?[Mm]eeting)?\s?[:–-] ?\n?([^\n]{1,240})|(?:^|\n)(?:[Mm]eeting )?(?:[Vv]enue|[Ww]here|[Hh]eld (?:at|in)|[Pp]lace|[Ll]ocation|At(?=:))(?:\s?:|\n) ?\n?([^\n]{1,240})/;
/** What a labelled place runs into where everything is on one line. */
const NO_PLACE_ANY_MORE =
  /\s+(?:View directions\b|(?:Public|Private) Business|For (?:any |further |more )*(?:information|enquiries)|Please |Enquiries|AGENDA|NOTICE|SUMMONS|(?:Date|Time|Contact|Membership|Members|Chair(?:man)?|To|Tel(?:ephone)?|E-?mail|Clerk|Quorum|Dear)\b ?:|Councillors?:|Cllrs?\b)/;

export function venueIn(
  head: string,
  date: FoundDate | undefined,
  time: FoundTime | undefined,
): string | null {
  const found = LABELLED.exec(head);
  const labelled = found?.[1] ?? found?.[2];
  if (labelled !== undefined && !/^(?:date|time)\b/i.test(labelled)) {
    const place = labelled.split(NO_PLACE_ANY_MORE)[0]?.split(/(?<=[a-z]{3})\. (?=[A-Z])/)[0] ?? '';
    return cleaned(withoutOffice(withoutMoment(place)));
  }
  for (const at of moments(head, date, time)) {
    const place =
      afterTheTime(head.slice(at.end, at.end + 400)) ??
      beforeTheDate(head.slice(Math.max(0, at.start - 240), at.start));
    if (place !== null) return place;
  }
  const [first] = moments(head, date, time);
  return first === undefined ? null : lineAbove(head.slice(Math.max(0, first.start - 240), first.start));
}

/** A line of its own directly above the day: a place, and no letterhead with its address. */
function lineAbove(before: string): string | null {
  const line = before.trimEnd().split('\n').at(-1) ?? '';
  const isPlace =
    /^[A-Z]/.test(line) &&
    line.length < 100 &&
    PLACE_WORD.test(line) &&
    !/\d{3}|@|\b(?:tel|e-?mail|clerk|council(?!l?or| (?:chamber|office|house))|committee|board|[A-Z]{1,2}\d{1,2} \d[A-Z]{2})\b/i.test(
      line,
    );
  return isPlace ? cleaned(line) : null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The day with its time, each time that it is printed, and the day and the time by themselves. */
function moments(head: string, date: FoundDate | undefined, time: FoundTime | undefined): Span[] {
  const spans: Span[] = [];
  const days =
    date === undefined
      ? []
      : findDates(head, Number(date.date.slice(0, 4))).filter((each) => each.date === date.date);
  const times = time === undefined ? [] : findTimes(head).filter((each) => each.time === time.time);
  for (const day of days) {
    const near = times.find((each) => Math.abs(each.start - day.start) < 120);
    if (near !== undefined)
      spans.push({ start: Math.min(day.start, near.start), end: Math.max(day.end, near.end) });
  }
  return [...spans, ...times, ...days];
}

/** "… 10.00 am County Hall, Worcester", or a place on the next lines. */
function afterTheTime(after: string): string | null {
  const [sameLine = '', ...lines] = after.split('\n');
  // How to join is not where.
  const next = lines
    .filter((line) => line !== '' && !/https?:|\bmeeting id\b|^join\b/i.test(line))
    .slice(0, 2);
  const isSaid =
    /^[ ,.–-]{0,5}(?:and |to be |will be |it is |is )*(?:held )?(?:at|in) (?:the )?(?=[A-Z])/i.test(sameLine);
  for (const line of [sameLine, ...next]) {
    const words = line.replace(
      /^[ ,.–-]{0,5}(?:prompt(?:ly)?|sharp)?[ ,.–-]{0,3}(?:and )?(?:(?:it )?(?:is|will be|to be) )?(?:held )?(?:(?:at|in|on) )?(?:(?:venue|place|location)(?: |: ?))?/i,
      '',
    );
    const place = cleaned(
      withoutMoment((named(words).split(ENDS_A_PLACE)[0] ?? '').split(FOR_WHAT)[0] ?? ''),
    );
    if (
      place !== null &&
      place.length < 150 &&
      /^[A-Z]/.test(place) &&
      (PLACE_WORD.test(place) || (isSaid && line === sameLine))
    )
      return place;
  }
  return null;
}

const ENDS_A_PLACE = /\. (?=[A-Z])|\.$| (?=(?:Public|Private) Business\b)/;
/** "… in the Village Hall to transact the business below": what it is for is not where it is. */
const FOR_WHAT =
  / (?:to (?:transact|consider|discuss)|for the (?:purpose|transaction)|when the|,? (?:and|to which) (?:members|you|all)|following|immediately|has been|have been|is cancelled|commencing|at which)\b/;

/** "… will be held remotely via Zoom on". */
const ONLINE =
  /\b(?:held|meet|meets|place|meeting) (?:(?:remotely|virtually|online),? )?(?:via|by|using|through|on) ((?:Microsoft )?Teams|Zoom|video ?conference|video ?link)\b(?:,? (?:on|at)|,)?(?: the)? ?$/i;

/** "… will be held at the Community Centre on", "HELD IN THE VILLAGE HALL AT". */
function beforeTheDate(before: string): string | null {
  const words = before.replaceAll('\n', ' ');
  const online = ONLINE.exec(words)?.[1];
  if (online !== undefined) return online;
  const found =
    /.*\b(?:held|meet|meets|takes? place|meeting|council) (?:at|in) (.{3,150}?)(?:,? (?:on|at)|,)?(?: the)? ?$/i.exec(
      words,
    )?.[1];
  const isName =
    found !== undefined &&
    (PLACE_WORD.test(found) || /^(?:[A-Z][\w’'.-]+,? ?(?:of |the |and )*){1,8}$/.test(named(found)));
  return isName ? cleaned(withoutMoment(named(found))) : null;
}

/** "the Village Hall" is the Village Hall; "The Pavilion" has its article in its name. */
function named(place: string): string {
  return place.replace(/^(?:the|THE(?= [A-Z]{2}.*[A-Z]{3})) /, '');
}

/** A day or a time at the end of a place is when and not where. */
function withoutMoment(place: string): string {
  const moment = [...findDates(place, 2000), ...findTimes(place)].sort((a, b) => a.start - b.start)[0];
  return moment === undefined
    ? place
    : place.slice(0, moment.start).replace(/[ ,]*\b(?:on|at|commencing|starting|from)?(?: the)? ?$/i, '');
}

/** A letter's signature after a place: capitals of an office, with the name before them. */
function withoutOffice(place: string): string {
  const office =
    / (?:CHIEF EXECUTIVE|(?:TOWN |PARISH )?CLERK|PROPER OFFICER|MONITORING OFFICER|HEAD OF [A-Z ]+|DIRECTOR OF [A-Z ]+)\b.*$/.exec(
      place,
    );
  if (office === null) return place;
  // Who signs stands before the office, and no mark parts the name from the place.
  const parts = place.slice(0, office.index).split(', ');
  const last = (parts.pop() ?? '').split(' ');
  return [...parts, last.slice(0, Math.max(1, last.length - 2)).join(' ')].join(', ');
}

function cleaned(place: string): string | null {
  const text = place.replace(/[ ,.;:–-]{1,10}$/, '').trim();
  return text === '' ? null : text;
}
