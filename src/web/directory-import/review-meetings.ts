import type { MeetingDifferences, MeetingFate, MeetingRow } from '../../exchange/index.js';
import { civilDate } from '../../law/index.js';
import { dayAndDateInWords } from '../../wording/index.js';
import type { FormState, Words } from '../form/index.js';
import { timeInWords } from '../page/index.js';
import type { Chosen } from './chosen.js';
import { tickedIn } from './what-field.js';

const TO_CHOOSE: readonly MeetingFate[] = ['new', 'recognised', 'moved', 'cancelled'];
/** So many meetings are chosen about at a time: a form has room for no more. */
const MOST_ROWS = 500;

const toChoose = ({ rows }: MeetingDifferences): MeetingRow[] =>
  rows.filter(({ fate }) => TO_CHOOSE.includes(fate)).slice(0, MOST_ROWS);

/** What takes place, and what is called off. What is provisional, or says something unknown, is for a person to tick. */
const isClear = ({ fate, read }: MeetingRow): boolean =>
  fate === 'cancelled' || ['confirmed', 'rescheduled', 'cancelled'].includes(read.status);

export const wordsForMeetings = (differences: MeetingDifferences): Words => ({
  take: toChoose(differences)
    .filter(isClear)
    .map(({ index }) => String(index)),
});

export function meetingChoices(differences: MeetingDifferences, words: Words): Chosen {
  const ticked = tickedIn(words, 'take');
  const choices = toChoose(differences).map(({ index }) => ({
    ...{ index, what: ticked.has(String(index)) ? ('take' as const) : ('leave' as const) },
  }));
  return { choices: { kind: 'meetings', choices } };
}

export function meetingsView(differences: MeetingDifferences, form: FormState): object {
  const ticked = tickedIn(form.words, 'take');
  const chosen = toChoose(differences);
  const told = differences.rows.filter(({ fate }) => WHY_ONLY_TOLD[fate] !== undefined);
  return {
    title: 'Meetings from ModernGov',
    form,
    toDecide: chosen.length,
    more: differences.rows.filter(({ fate }) => TO_CHOOSE.includes(fate)).length - chosen.length,
    bodies: [...new Set(chosen.map(({ bodyName }) => bodyName))].map((name) => ({
      name,
      idPrefix: `take-${chosen.findIndex(({ bodyName }) => bodyName === name)}`,
      items: chosen
        .filter(({ bodyName }) => bodyName === name)
        .map((row) => ({
          value: String(row.index),
          text: whenThere(row),
          hint: { text: wordsOf(row) },
          checked: ticked.has(String(row.index)),
        })),
    })),
    told: told.map((row) => ({
      meeting: `${row.bodyName}, ${whenThere(row)}`,
      why: WHY_ONLY_TOLD[row.fate] ?? '',
    })),
    missing: differences.missing.map((meeting) => ({
      href: `/meetings/${meeting.id}`,
      text: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    })),
    same: differences.rows.filter(({ fate }) => fate === 'same').length,
    past: differences.rows.filter(({ fate }) => fate === 'past').length,
    noBody: [
      ...new Set(differences.rows.filter(({ fate }) => fate === 'no-body').map(({ bodyName }) => bodyName)),
    ],
  };
}

function whenThere({ read: { meetsOn, startsAt } }: MeetingRow): string {
  const day = dayAndDateInWords(civilDate(meetsOn));
  return startsAt === null ? day : `${day}, ${timeInWords(startsAt)}`;
}

function wordsOf({ fate, read, here }: MeetingRow): string {
  const printed =
    read.statusText === '' ? 'ModernGov gives no status' : `ModernGov says “${read.statusText}”`;
  const day = here === undefined ? '' : dayAndDateInWords(civilDate(here.meetsOn));
  const was = here === undefined ? '' : `${day}, ${timeInWords(here.startsAt)}`;
  switch (fate) {
    case 'new':
      return read.status === 'cancelled' ? `New here, and cancelled. ${printed}` : `New. ${printed}`;
    case 'moved':
      return `Moved: here it is on ${was}. ${printed}`;
    case 'cancelled':
      return `Called off: here it still takes place. ${printed}`;
    default:
      return `Here already: its number is noted, so that it is known again. ${printed}`;
  }
}

/** Differences that only a person can settle, elsewhere. */
const WHY_ONLY_TOLD: Readonly<Partial<Record<MeetingFate, string>>> = {
  held: 'takes place there and is cancelled here. A cancelled meeting stays so: save its agenda for another day or time',
  taken: 'another meeting here has this body, day and time already. Nothing is changed',
  'no-time': 'has no time there. Bring it in when it has one, or save its agenda',
};
