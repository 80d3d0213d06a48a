import type { AgendaReading } from '../../agenda/index.js';
import type { Body } from '../../authorities/index.js';
import { parseCivilDate, type CivilDate } from '../../law/index.js';
import {
  FACT_VALUES,
  ITEM_FACT_NAMES,
  matchBody,
  proposedFacts,
  type AgendaImport,
  type MembershipDifference,
  type PlannedRevision,
  type SavedAgenda,
} from '../../meetings/index.js';
import { dayAndDateInWords } from '../../wording/index.js';
import { wordsOfDate, type FormState, type Words } from '../form/index.js';
import { FACT_ANSWERS, FACT_QUESTIONS, sourceInWords } from '../meetings/fact-words.js';
import { timeInWords } from '../page/index.js';
import { headingOf } from '../meetings/heading.js';
import { differencesInWords } from './differences.js';
import { fateInWords } from './fates.js';
import { inputOf, MOST_ROWS, rowsIn, textOf, wordsOfItems } from './review-items.js';
import { savedInWords } from './upload.js';

/** What stands beside the form: found out about the body and the day that the form names at the moment. */
export interface Beside {
  readonly bodies: readonly Body[];
  /** Undefined while body or day is not known, so that nothing can be compared. */
  readonly differences: readonly MembershipDifference[] | undefined;
  /** The day of the meeting, where it is past. */
  readonly pastDay: CivilDate | undefined;
  /** What saving makes of the items that a known meeting has; undefined for a new meeting. */
  readonly revision:
    | ({ readonly number: number } & PlannedRevision<{ row: number; number: string | null; title: string }>)
    | undefined;
  /** Where the same agenda was saved, when that is why it comes back. */
  readonly saved?: SavedAgenda;
}

/** The form as the reader filled it in. */
export function wordsOfReading(draft: AgendaImport, bodies: readonly Body[]): Words {
  const { reading } = draft;
  const bodyId = matchBody(reading.body, bodies);
  const [participationOn = '', participationAt = ''] = (reading.participationBy ?? '').split('T');
  return {
    kind: /\bsupplement/i.test(`${reading.title ?? ''} ${draft.fileName}`) ? 'supplementary' : 'whole',
    bodyId: bodyId ?? '',
    ...wordsOfDate('meetsOn', parseCivilDate(reading.date ?? '')),
    startsAt: reading.time === null ? '' : timeInWords(reading.time),
    venue: reading.venue ?? '',
    ...wordsOfDate('issuedOn', parseCivilDate(reading.issuedOn ?? '')),
    ...wordsOfDate('participationOn', parseCivilDate(participationOn)),
    participationAt: participationAt === '' ? '' : timeInWords(participationAt),
    ...wordsOfItems(reading, bodies.find(({ id }) => id === bodyId)?.kind),
  };
}

/** The page on which the clerk corrects what was read, before anything is saved. */
export function reviewView(draft: AgendaImport, form: FormState, beside: Beside): object {
  const { reading } = draft;
  return {
    title: 'Check the agenda',
    backHref: '/meetings/import',
    button: 'Save the meeting',
    id: draft.id,
    fileName: draft.fileName,
    warnings: [...reading.warnings, ...tooMany(reading)],
    printedBody: reading.body,
    bodies: [
      { value: '', text: 'Choose a body' },
      ...beside.bodies.map(({ id, name }) => ({ value: id, text: name })),
    ],
    differences: beside.differences && differencesInWords(beside.differences),
    printsMembership: reading.membership !== undefined,
    past: beside.pastDay && dayAndDateInWords(beside.pastDay),
    nobodyKnown: isListOfStrangers(reading, beside.differences),
    becomesRevision: beside.revision?.number,
    withdrawn: beside.revision?.withdrawn.map(headingOf) ?? [],
    saved: beside.saved && { href: `/meetings/${beside.saved.meetingId}`, text: savedInWords(beside.saved) },
    form,
    rows: rowsIn(form.words),
    items: Array.from({ length: rowsIn(form.words) }, (_, row) => rowView(row, reading, form, beside)),
  };
}

/** True where not one of the members who are printed holds a seat on the body. */
function isListOfStrangers(
  { membership = [] }: AgendaReading,
  differences: readonly MembershipDifference[] | undefined,
): boolean {
  const printed = membership.filter(({ name, role }) => name !== null && role !== 'substitute').length;
  const strangers = differences?.filter(({ kind }) => kind === 'not-a-member-here').length ?? 0;
  return printed > 0 && strangers === printed;
}

function tooMany({ items }: AgendaReading): string[] {
  if (items.length <= MOST_ROWS) return [];
  return [
    `The reader found ${items.length} items. Only the first ${MOST_ROWS} are shown here and can be saved.`,
  ];
}

function rowView(
  row: number,
  reading: AgendaReading,
  { words }: FormState,
  { bodies, revision }: Beside,
): object {
  const read = reading.items[row];
  const bodyKind = bodies.find(({ id }) => id === words.bodyId)?.kind;
  const facts = proposedFacts(read?.facts, bodyKind);
  const number = textOf(words, inputOf(row, 'number'));
  const answered = ITEM_FACT_NAMES.filter(
    (name) => (textOf(words, inputOf(row, name)) || 'unknown') !== 'unknown',
  );
  return {
    heading: read === undefined ? 'Added item' : number === '' ? 'Item without a number' : `Item ${number}`,
    added: read === undefined,
    fate: fateInWords(revision?.items.find(({ revised }) => revised.row === row)),
    number: inputOf(row, 'number'),
    titleName: inputOf(row, 'title'),
    place: inputOf(row, 'place'),
    leaveOut: inputOf(row, 'leaveOut'),
    restricted: inputOf(row, 'restricted'),
    isRestricted: textOf(words, inputOf(row, 'restricted')) === 'yes',
    isLeftOut: textOf(words, inputOf(row, 'leaveOut')) === 'yes',
    text: read?.text ?? '',
    factsSummary: `What the law asks about it: ${answered.length} of ${ITEM_FACT_NAMES.length} known`,
    // What follows from the body is the same for every item, so it is no reason to open the questions.
    openFacts: answered.some((name) => facts[name].source !== 'body'),
    questions: ITEM_FACT_NAMES.map((name) => ({
      name: inputOf(row, name),
      label: FACT_QUESTIONS[name],
      hint: sourceInWords(facts[name]),
      answers: FACT_VALUES.map((value) => ({
        value,
        text: FACT_ANSWERS[value],
        checked: (textOf(words, inputOf(row, name)) || 'unknown') === value,
      })),
    })),
  };
}
