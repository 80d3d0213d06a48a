import { parseCivilDate } from '../../law/index.js';
import { Refusal } from '../../platform/errors/index.js';
import {
  correctedInWords,
  LICENCE,
  NOT_OPEN,
  type DeclarationFilter,
  type PublicDeclaration,
  type PublicDeclarations,
} from '../../publication/index.js';
import {
  dateInWords,
  dayAndDateInWords,
  disclosedKindInWords,
  notToldInWords,
  saidIntentionInWords,
} from '../../wording/index.js';
import { pagesOf, shownInWords, timeInWords, type InPages } from '../page/index.js';
import { londonWallClock } from '../../platform/clock/index.js';

/** Declarations on one page. */
export const PAGE_SIZE = 50;

/** What an address asks for, as it is written in it. */
export interface Asked {
  readonly filter: DeclarationFilter;
  readonly page: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the query of an address. A form that was sent empty asks for everything.
 * @throws Refusal 400 for what nobody can be asked for
 */
export function askedIn(query: Readonly<Record<string, unknown>>): Asked {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const id = (name: string, what: string): string | undefined => {
    if (text(name) === '') return undefined;
    if (!UUID.test(text(name)))
      throw new Refusal(400, `The ${what} in this address is none. Choose one from the list.`);
    return text(name).toLowerCase();
  };
  const day = (name: string, which: string): ReturnType<typeof parseCivilDate> => {
    if (text(name) === '') return undefined;
    const found = parseCivilDate(text(name));
    if (found === undefined)
      throw new Refusal(
        400,
        `The ${which} day in this address is not a real date written as year-month-day, such as 2026-10-24.`,
      );
    return found;
  };
  const page = text('page') === '' ? 1 : Number(text('page'));
  if (!Number.isSafeInteger(page) || page < 1 || page > 1_000_000)
    throw new Refusal(400, 'The page in this address is none.');
  const filter = {
    ...{ memberId: id('member', 'member'), bodyId: id('body', 'body') },
    ...{ from: day('from', 'first'), to: day('to', 'last') },
  };
  return { filter, page };
}

/** The address that asks for this; the page is left out where it is the first. */
export function queryOf({ memberId, bodyId, from, to }: DeclarationFilter, page = 1): string {
  const parts = { member: memberId, body: bodyId, from, to, page: page === 1 ? undefined : String(page) };
  const query = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  ).toString();
  return query === '' ? '' : `?${query}`;
}

interface MeetingView {
  readonly heading: string;
  readonly declarations: readonly DeclarationView[];
}

interface DeclarationView {
  readonly member: string;
  readonly item: string;
  readonly what: string;
  readonly nature: string;
  /** What they said they would do, and what was seen. */
  readonly action: string;
  /** 'Corrected on 5 November 2017. …', for each correction that came after the day that follows the meeting. */
  readonly corrected: readonly string[];
}

export interface DeclarationsView {
  readonly title: string;
  readonly councilName: string;
  readonly slug: string;
  readonly found: string;
  readonly meetings: readonly MeetingView[];
  readonly members: readonly { value: string; text: string; selected: boolean }[];
  readonly bodies: readonly { value: string; text: string; selected: boolean }[];
  readonly from: string;
  readonly to: string;
  readonly csvHref: string;
  /** GOV.UK's pagination; undefined where all fits on one page. */
  readonly pages: object | undefined;
  readonly licence: typeof LICENCE;
}

export function declarationsView(shown: PublicDeclarations, { filter, page }: Asked): DeclarationsView {
  const { authority, declarations, count, members, bodies } = shown;
  const at = `/declarations/${authority.slug}`;
  const choose = (all: PublicDeclarations['members'], id: string | undefined, everything: string) => [
    { value: '', text: everything, selected: id === undefined },
    ...all.map(({ id: value, name: text }) => ({ value, text, selected: value === id })),
  ];
  const list = { page, count, size: PAGE_SIZE };
  return {
    title: 'Declarations at meetings',
    ...{ councilName: authority.name, slug: authority.slug, licence: LICENCE },
    found: foundInWords(list, declarations.length),
    meetings: byMeeting(declarations),
    members: choose(members, filter.memberId, 'Every member'),
    bodies: choose(bodies, filter.bodyId, 'Every body'),
    ...{ from: filter.from ?? '', to: filter.to ?? '' },
    csvHref: `${at}.csv${queryOf(filter)}`,
    pages: pagesOf(list, (number) => `${at}${queryOf(filter, number)}`),
  };
}

function foundInWords(list: InPages, onPage: number): string {
  const { count } = list;
  if (count === 0) return 'No declaration was found.';
  const all = count === 1 ? '1 declaration' : `${count.toLocaleString('en-GB')} declarations`;
  return onPage === 0 ? `There are ${all}, and fewer pages than that.` : shownInWords(all, list, onPage);
}

function byMeeting(declarations: readonly PublicDeclaration[]): MeetingView[] {
  const meetings = new Map<string, PublicDeclaration[]>();
  for (const one of declarations) meetings.set(one.meetingId, [...(meetings.get(one.meetingId) ?? []), one]);
  return [...meetings.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const heading = `${dayAndDateInWords(first.meetsOn)}: ${first.bodyName}`;
    return [{ heading, declarations: all.map(declarationView) }];
  });
}

function declarationView(one: PublicDeclaration): DeclarationView {
  const title = one.itemTitle ?? NOT_OPEN.toLowerCase();
  return {
    member: one.memberName,
    item: one.itemNumber === null ? title : `item ${one.itemNumber}, ${title}`,
    what: whatIn(one),
    nature: one.notTold === undefined ? (one.nature ?? '') : notToldInWords(one.notTold),
    action: actionOf(one),
    corrected: one.corrected.map(
      (before) =>
        `Corrected on ${dateInWords(before.correctedOn)}. Said before: ${correctedInWords(before).replace(/[\s.]+$/, '')}.`,
    ),
  };
}

function whatIn({ kind, interestKind, group }: PublicDeclaration): string {
  if (kind === 'party-whip')
    return `Party whip${group === undefined ? '' : ` of the ${group.replace(/^the /i, '')}`}`;
  const words = disclosedKindInWords(interestKind ?? 'dpi');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function actionOf({ intends, leftAt, returnedAt }: PublicDeclaration): string {
  const said = intends === null ? [] : [`${saidIntentionInWords(intends)}.`];
  const left = leftAt === undefined ? [] : [`Left the room at ${clockTime(leftAt)}.`];
  const back = returnedAt === undefined ? [] : [`Came back at ${clockTime(returnedAt)}.`];
  return [...said, ...left, ...back].join(' ');
}

const clockTime = (instant: Date): string => timeInWords(londonWallClock(instant).time);
