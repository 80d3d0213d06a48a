import type { Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import type { AgendaItem, ListedRevision, Meeting, Retitled } from '../../meetings/index.js';
import { dateInWords, dayAndDateInWords } from '../../wording/index.js';
import { instantInWords, timeInWords } from '../page/index.js';
import { headingOf } from './heading.js';
import type { SaidNotRelevant } from './said-of-items.js';
import { factsInWords, type FactView } from './fact-words.js';

/** One item of the business. */
interface ItemView {
  readonly heading: string;
  readonly text: string;
  readonly restricted: boolean;
  readonly facts: readonly FactView[];
  readonly unknownFacts: number;
  /** Where the clerk answers what is not known; undefined for who may not. */
  readonly factsHref: string | undefined;
}

/** One agenda that was saved, and how it changed the business. */
interface RevisionView {
  readonly number: number;
  readonly fileName: string;
  readonly received: string;
  readonly changes: readonly string[];
}

export interface MeetingView {
  readonly title: string;
  readonly backHref: string;
  readonly when: string;
  readonly venue: string;
  readonly issued: string;
  readonly participation: string;
  readonly cancelled: boolean;
  /** True where all business is scrutiny because of the body. */
  readonly isScrutiny: boolean;
  readonly items: readonly ItemView[];
  readonly revisions: readonly RevisionView[];
  readonly briefed: readonly { name: string; told: string | undefined }[];
  readonly mayChange: boolean;
  readonly cancelHref: string | undefined;
  readonly notRelevant: readonly SaidNotRelevant[];
  /** What else there is of the meeting, for who may open it. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** What the page is made of. `items` are all that there ever were, withdrawn ones included. */
export interface KnownOfMeeting {
  readonly meeting: Meeting;
  readonly bodyName: string;
  readonly items: readonly AgendaItem[];
  readonly revisions: readonly ListedRevision[];
  /** The titles that each revision changed, by its number. */
  readonly retitled: ReadonlyMap<number, readonly Retitled[]>;
  /** The members who are briefed, and what each was told so far. */
  readonly briefed: readonly { name: string; told: string }[];
  /** Empty for who may not read it. */
  readonly notRelevant: readonly SaidNotRelevant[];
}

/** A meeting as whoever may read meetings sees it; what clerks do and officers know is added for them. */
export function meetingView(
  known: KnownOfMeeting,
  person: Pick<Person, 'acting' | 'permissions'>,
): MeetingView {
  const { meeting, bodyName, items, revisions } = known;
  const mayChange = person.permissions.has('ImportAgenda') && meeting.status === 'confirmed';
  const mayProve = person.permissions.has('ReadComplianceBoard');
  return {
    title: bodyName,
    backHref: '/meetings',
    when: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}`,
    venue: meeting.venue === '' ? 'Not given' : meeting.venue,
    issued: meeting.issuedOn === null ? 'Not given' : dateInWords(civilDate(meeting.issuedOn)),
    participation:
      meeting.participationBy === null ? 'Not given' : localMomentInWords(meeting.participationBy),
    cancelled: meeting.status === 'cancelled',
    isScrutiny: items.some(({ facts }) => facts.scrutiny.source === 'body' && facts.scrutiny.value === 'yes'),
    items: items
      .filter(({ withdrawnInRevision }) => withdrawnInRevision === null)
      .map((item) => itemView(item, mayChange)),
    revisions: revisions.map((revision) => ({
      number: revision.number,
      fileName: revision.fileName,
      received: instantInWords(revision.receivedAt),
      changes: changesOf(revision.number, items, known.retitled.get(revision.number) ?? []),
    })),
    briefed: known.briefed.map(({ name, told }) => ({ name, told: mayProve ? told : undefined })),
    notRelevant: known.notRelevant,
    links: linksOf(meeting, person),
    mayChange,
    cancelHref: mayChange ? `/meetings/${meeting.id}/cancel` : undefined,
  };
}

function linksOf(
  { id }: Meeting,
  { acting, permissions }: Pick<Person, 'acting' | 'permissions'>,
): MeetingView['links'] {
  const seesAll = permissions.has('RecordMeeting') || permissions.has('ReadComplianceBoard');
  return [
    ...(acting?.memberId === undefined
      ? []
      : [{ text: 'Your briefing for this meeting', href: `/my/meetings/${id}` }]),
    ...(seesAll
      ? [{ text: 'Chair’s sheet: who may be out, and the quorum', href: `/meetings/${id}/chair` }]
      : []),
    ...(permissions.has('RecordMeeting')
      ? [{ text: 'Record this meeting', href: `/meetings/${id}/record` }]
      : []),
    ...(seesAll ? [{ text: 'Minutes of what was recorded', href: `/meetings/${id}/minutes` }] : []),
    ...(permissions.has('KeepCaseFiles')
      ? [{ text: 'Open a case file about this meeting', href: `/officer/cases/new?meeting=${id}` }]
      : []),
  ];
}

function itemView(item: AgendaItem, mayChange: boolean): ItemView {
  const { known, unknown } = factsInWords(item.facts);
  return {
    heading: headingOf(item),
    text: item.text,
    restricted: item.restricted,
    facts: known,
    unknownFacts: unknown,
    factsHref: mayChange ? `/meetings/${item.meetingId}/items/${item.id}/facts` : undefined,
  };
}

/** What a revision changed: which items it added, withdrew and gave another title. The first agenda changes nothing. */
function changesOf(revision: number, items: readonly AgendaItem[], retitled: readonly Retitled[]): string[] {
  if (revision === 1) return [];
  const added = items.filter(({ firstRevision }) => firstRevision === revision);
  const withdrawn = items.filter(({ withdrawnInRevision }) => withdrawnInRevision === revision);
  const changes = [
    ...added.map((item) => `Added: ${headingOf(item)}`),
    ...withdrawn.map((item) => `Withdrawn: ${headingOf(item)}`),
    ...retitled.map(({ from, to }) => `Retitled: ${to} (before: ${from})`),
  ];
  return changes.length > 0 ? changes : ['No item was added, withdrawn or retitled.'];
}

/** '2017-10-23T09:00' as 'Monday 23 October 2017, 9am'. */
function localMomentInWords(moment: string): string {
  const [date = '', time = ''] = moment.split('T');
  return `${dayAndDateInWords(civilDate(date))}, ${timeInWords(time)}`;
}
