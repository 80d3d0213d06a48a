import type { CivilDate } from '../law/index.js';
import { dayAndDateInWords, listInWords, timeInWords } from './dates.js';
import { declaredInWords, type DeclarationMinuted } from './minutes-declarations.js';
import { votedInWords, type VoteMinuted } from './minutes-votes.js';

/** Somebody who left the room. Times are 'HH:MM' on the London clock. */
export interface AbsenceMinuted {
  readonly name: string;
  /** They had declared an interest in the item at which they left. */
  readonly declared: boolean;
  readonly left: string;
  /** Undefined where nobody recorded that they came back. */
  readonly returned: string | undefined;
}

export interface ItemMinuted {
  /** As printed; null for an item without one. */
  readonly number: string | null;
  /** As printed, of an item that is not for publication too. */
  readonly title: string;
  readonly declarations: readonly DeclarationMinuted[];
  readonly absences: readonly AbsenceMinuted[];
  readonly votes: readonly VoteMinuted[];
}

/** A member with a seat, and what the seat is called where it is more than a member’s. */
export interface PresentMinuted {
  readonly name: string;
  readonly role: string | undefined;
}

/** What was recorded of a meeting, with names in place of ids. */
export interface MeetingMinuted {
  readonly body: string;
  readonly meetsOn: CivilDate;
  /** 'HH:MM', as called. */
  readonly startsAt: string;
  readonly venue: string;
  /** 'HH:MM', as recorded; undefined where it was not. */
  readonly opened: string | undefined;
  readonly closed: string | undefined;
  readonly anythingRecorded: boolean;
  readonly present: readonly PresentMinuted[];
  readonly remote: readonly PresentMinuted[];
  readonly apologies: readonly string[];
  readonly absent: readonly string[];
  /** Holders of seats of whom nobody recorded whether they were there. */
  readonly notRecorded: readonly string[];
  /** It was recorded of each holder of a seat whether they were there, also of one in whose place somebody else was. */
  readonly everybodyRecorded: boolean;
  readonly substitutes: readonly { readonly name: string; readonly forName: string }[];
  /** Members without a seat on the body who attended. */
  readonly alsoAttended: readonly string[];
  readonly items: readonly ItemMinuted[];
  /** Who left before the first item was begun. */
  readonly absencesBefore: readonly AbsenceMinuted[];
}

export type MinutesPart =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Minute-ready text: what a page, a text file and a Word document all say. */
export interface Minutes {
  readonly title: string;
  readonly parts: readonly MinutesPart[];
}

export const NO_DECLARATIONS = 'No declarations were recorded.';

/** The minutes of a meeting in the house style, from what was recorded. Nothing that was not recorded is said. */
export function minutesOf(meeting: MeetingMinuted): Minutes {
  return {
    title: `${meeting.body}: minutes`,
    parts: [
      ...notOpened(meeting),
      paragraph(whenAndWhere(meeting)),
      ...attendance(meeting),
      ...declarations(meeting),
      ...business(meeting),
      ...(meeting.closed === undefined
        ? []
        : [paragraph(`The meeting ended at ${timeInWords(meeting.closed)}.`)]),
    ],
  };
}

const heading = (level: 2 | 3, text: string): MinutesPart => ({ kind: 'heading', level, text });
const paragraph = (text: string): MinutesPart => ({ kind: 'paragraph', text });
const list = (items: readonly string[]): MinutesPart => ({ kind: 'list', items });

/** Until a meeting is recorded as opened, its minutes say first that they are none yet. */
function notOpened(meeting: MeetingMinuted): MinutesPart[] {
  if (meeting.opened !== undefined) return [];
  return [
    paragraph(
      meeting.anythingRecorded
        ? 'The beginning of this meeting has not been recorded yet.'
        : 'Nothing has been recorded of this meeting yet.',
    ),
  ];
}

/** An agenda may not say where. That a meeting was held is said of one that was opened. */
function whenAndWhere({ opened, meetsOn, startsAt, venue }: MeetingMinuted): string {
  const held = opened === undefined ? 'called for' : 'held on';
  const at = [`${dayAndDateInWords(meetsOn)} at ${timeInWords(startsAt)}`, venue.trim()];
  return `Minutes of the meeting ${held} ${at.filter((part) => part !== '').join(', ')}.`;
}

/** '5. Resurfacing of Mill Lane', or the title alone. */
const itemAsPrinted = ({ number, title }: Pick<ItemMinuted, 'number' | 'title'>): string =>
  number === null ? title : `${number}. ${title}`;

function attendance(meeting: MeetingMinuted): MinutesPart[] {
  const under = (text: string, names: readonly string[]): MinutesPart[] =>
    names.length === 0 ? [] : [heading(2, text), list(names)];
  return [
    ...under('Present', meeting.present.map(presentInWords)),
    ...under('Attended remotely', meeting.remote.map(presentInWords)),
    ...under(
      'Substitutes',
      meeting.substitutes.map(({ name, forName }) => `${name} attended in place of ${forName}`),
    ),
    ...under('In attendance', meeting.alsoAttended),
    ...apologies(meeting),
    ...under('Absent', meeting.absent),
    ...under('Attendance not recorded', meeting.notRecorded),
  ];
}

const presentInWords = ({ name, role }: PresentMinuted): string =>
  role === undefined ? name : `${name} (${role})`;

/** That there were none can only be said where it was recorded of everybody whether they were there. */
function apologies({ apologies: names, everybodyRecorded }: MeetingMinuted): MinutesPart[] {
  if (names.length === 0 && !everybodyRecorded) return [];
  const text =
    names.length === 0
      ? 'There were no apologies for absence.'
      : `Apologies for absence were received from ${listInWords(names, 'and')}.`;
  return [heading(2, 'Apologies'), paragraph(text)];
}

/**
 * Interests, whips and council tax each by themselves: only the first are interests. That none was recorded is said of
 * a meeting that was opened, and no more than that.
 */
function declarations({ opened, items }: MeetingMinuted): MinutesPart[] {
  const of = (kind: DeclarationMinuted['kind']): string[] =>
    items.flatMap((item) =>
      item.declarations
        .filter((declaration) => declaration.kind === kind)
        .map((declaration) => `${itemAsPrinted(item)}: ${declaredInWords(declaration)}`),
    );
  const [interests, whips, arrears] = [of('interest'), of('party-whip'), of('council-tax-arrears')];
  const none = interests.length + whips.length + arrears.length === 0;
  const said =
    interests.length > 0
      ? [list(interests)]
      : opened === undefined
        ? []
        : [paragraph(none ? NO_DECLARATIONS : 'No declarations of interest were recorded.')];
  return [
    ...(said.length > 0 ? [heading(2, 'Declarations of interest'), ...said] : []),
    ...(whips.length > 0 ? [heading(2, 'Party whips'), list(whips)] : []),
    ...(arrears.length > 0 ? [heading(2, 'Council tax'), list(arrears)] : []),
  ];
}

function business({ opened, absencesBefore, items }: MeetingMinuted): MinutesPart[] {
  return [
    heading(2, 'Business'),
    ...(opened === undefined ? [] : [paragraph(`The meeting began at ${timeInWords(opened)}.`)]),
    ...absencesBefore.map(absenceInWords).map(paragraph),
    ...items.flatMap((item) => [
      heading(3, itemAsPrinted(item)),
      ...item.absences.map(absenceInWords).map(paragraph),
      ...item.votes.flatMap((vote) => {
        const { sentence, named, outcome } = votedInWords(vote);
        return [
          paragraph(sentence),
          ...(named.length > 0 ? [list(named)] : []),
          ...(outcome === undefined ? [] : [paragraph(outcome)]),
        ];
      }),
    ]),
  ];
}

function absenceInWords({ name, declared, left, returned }: AbsenceMinuted): string {
  const back =
    returned === undefined
      ? ' and was not recorded as returning'
      : ` and returned at ${timeInWords(returned)}`;
  const having = declared ? ', having declared an interest,' : '';
  return `${name}${having} left the room at ${timeInWords(left)}${back}.`;
}

/** As plain text, for whatever a clerk writes minutes in. */
export function minutesAsText({ title, parts }: Minutes): string {
  const blocks = parts.map((part) => {
    if (part.kind === 'list') return part.items.map((item) => `- ${item}`).join('\n');
    if (part.kind === 'heading' && part.level === 2) return `\n${part.text.toUpperCase()}`;
    return part.kind === 'heading' ? `\n${part.text}` : part.text;
  });
  return `${title.toUpperCase()}\n\n${blocks.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
