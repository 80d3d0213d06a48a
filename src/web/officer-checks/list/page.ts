import { CHECKS_OF_MEETINGS, type CheckId, type Finding } from '../../../oversight/index.js';
import { checkInWords, dateInWords } from '../../../wording/index.js';
import type { FormState } from '../../form/index.js';
import { pagesOf, shownInWords } from '../../page/index.js';
import type { NamesOfFindings, ShownFindings } from '../known.js';
import { addressOf, questionOf, sourcesOf, stateOf, STATE_TAGS, tagsInWords } from '../words.js';
import { queryOf } from './filter.js';

export const PAGE_SIZE = 25;

interface FindingRow {
  readonly href: string;
  readonly question: string;
  readonly tags: readonly string[];
  readonly state: { readonly text: string; readonly colour: string };
  /** '24 October 2017', with the last day where a clock runs. */
  readonly when: readonly string[];
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ListView {
  readonly title: string;
  readonly backHref: string;
  readonly looksFor: string;
  readonly sources: readonly { readonly text: string; readonly href?: string }[];
  readonly form: FormState;
  readonly action: string;
  readonly states: readonly Choice[];
  readonly members: readonly Choice[];
  /** Undefined where the check is not about meetings. */
  readonly bodies: readonly Choice[] | undefined;
  readonly found: string;
  readonly untold: string | undefined;
  readonly rows: readonly FindingRow[];
  readonly csvHref: string;
  readonly pages: object | undefined;
  readonly seesAll: boolean;
}

/** What the page is made of. */
export interface KnownOfList {
  readonly check: CheckId;
  readonly shown: ShownFindings;
  readonly chosen: readonly Finding[];
  readonly names: NamesOfFindings;
  readonly words: Readonly<Record<string, string>>;
  readonly form: FormState;
  readonly page: number;
  readonly seesAll: boolean;
}

export function listView({ check, shown, chosen, names, words, form, page, seesAll }: KnownOfList): ListView {
  const { title, looksFor } = checkInWords(check);
  const at = `/officer/checks/${check}`;
  const all = [...chosen].sort(newestFirst);
  const onPage = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const list = { page, count: all.length, size: PAGE_SIZE };
  const missing = shown.untold.get(check) ?? 0;
  const { from = '', to = '' } = words;
  return {
    ...{ title, looksFor, sources: sourcesOf(check), form, action: at, seesAll },
    backHref: `/officer/checks${queryOf({ from, to })}`,
    states: [
      { value: 'open', text: 'Open' },
      { value: 'closed', text: 'Closed' },
      { value: 'all', text: 'All' },
    ],
    members: [
      { value: '', text: 'Anybody' },
      ...names.members.map(({ id, name }) => ({ value: id, text: name })),
    ],
    bodies: CHECKS_OF_MEETINGS.includes(check)
      ? [{ value: '', text: 'Any body' }, ...names.bodies.map(({ id, name }) => ({ value: id, text: name }))]
      : undefined,
    found: foundInWords(list, onPage.length),
    untold: missing === 0 ? undefined : untoldInWords(check, missing),
    rows: onPage.map((finding) => rowOf(finding, names)),
    csvHref: `${at}/findings.csv${queryOf(words)}`,
    pages: pagesOf(list, (number) => `${at}${queryOf(words, number === 1 ? '' : String(number))}`),
  };
}

/** What has the latest day first; what has none last. */
const newestFirst = (a: Finding, b: Finding): number =>
  (b.on ?? '').localeCompare(a.on ?? '') || a.key.localeCompare(b.key);

function rowOf(finding: Finding, names: NamesOfFindings): FindingRow {
  const { on, lastDay } = finding;
  return {
    href: addressOf(finding, names),
    question: questionOf(finding, names),
    tags: tagsInWords(finding),
    state: STATE_TAGS[stateOf(finding)],
    when: [
      ...(on === undefined ? [] : [dateInWords(on)]),
      ...(lastDay === undefined || lastDay === on ? [] : [`Last day ${dateInWords(lastDay)}`]),
    ],
  };
}

function foundInWords(list: { page: number; count: number; size: number }, onPage: number): string {
  const { count } = list;
  if (count === 0) return 'There is no question here.';
  const all = count === 1 ? '1 question' : `${count.toLocaleString('en-GB')} questions`;
  return onPage === 0 ? `There are ${all}, and fewer pages than that.` : shownInWords(all, list, onPage);
}

function untoldInWords(check: CheckId, count: number): string {
  if (check === 'late-agenda')
    return `Cannot tell of ${count} ${count === 1 ? 'meeting' : 'meetings'}: no day of issue is known, or an executive meets, whose regulations are not encoded here.`;
  return `Cannot tell in ${count} ${count === 1 ? 'case' : 'cases'}: details could not be opened, or no law is encoded for the day.`;
}
