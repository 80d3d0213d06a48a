import type { MemberToTakeOver, OpenedImport } from '../../exchange/index.js';
import { DateField, type FormState } from '../form/index.js';
import type { CivilDate } from '../../law/index.js';
import { describeInterest } from '../../register/index.js';
import { categoryInWords } from '../../wording/index.js';
import { DETAILS_WITHHELD } from '../officer-notifications/index.js';
import { instantInWords } from '../page/index.js';
import { WHY_NOT_TAKEN_OVER } from './refusals.js';

/** The day on which all of a file is taken as received. */
export class FileForm {
  @DateField({
    ...{
      enter: 'Enter the day on which the register was received',
      name: 'The day on which it was received',
    },
    mustBe: 'today or in the past',
  })
  receivedOn: CivilDate;
}

/** How many rows of the file are shown as they will be entered. */
const SHOWN = 20;
const NUMBERS = new Intl.NumberFormat('en-GB');
const PARTNER = { yes: 'Yes', no: 'No', 'not-said': 'Not said: rows are added' };

/**
 * A file that was read without fault: what taking it over will enter.
 * @param withheld members, by id, whose details the reader may not see
 */
export function fileView(
  { row, content }: OpenedImport,
  form: FormState,
  withheld: ReadonlySet<string>,
): object {
  const members = content.members ?? [];
  return {
    title: 'Check the file',
    backHref: '/officer/register/import',
    form,
    id: row.id,
    rows: NUMBERS.format(row.total),
    members: members.map((part) => ({
      name: part.name,
      partner: PARTNER[part.hasPartner === null ? 'not-said' : part.hasPartner ? 'yes' : 'no'],
      ...countsOf(part),
    })),
    shown: members.flatMap((part) => linesOf(part, withheld.has(part.memberId))).slice(0, SHOWN),
    isCut: row.total > SHOWN,
  };
}

function countsOf({ answers }: MemberToTakeOver): { entries: string; nothing: string } {
  const all = Object.values(answers);
  const entries = all.reduce((sum, { interests }) => sum + interests.length, 0);
  const nothing = all.filter(({ answer }) => answer === 'nothing').length;
  return { entries: NUMBERS.format(entries), nothing: NUMBERS.format(nothing) };
}

function linesOf(
  { name, answers }: MemberToTakeOver,
  isWithheld: boolean,
): { member: string; heading: string; heldBy: string; words: string }[] {
  return Object.entries(answers).flatMap(([question, { interests }]) => {
    const [category, heldBy] = question.split('/') as [keyof typeof HEADINGS, string];
    const line = {
      member: name,
      heading: HEADINGS[category],
      heldBy: heldBy === 'self' ? 'Member' : 'Partner',
    };
    // "Nothing" too: it would tell under which headings there is something.
    if (isWithheld) return [{ ...line, words: DETAILS_WITHHELD }];
    return interests.length === 0
      ? [{ ...line, words: 'Nothing' }]
      : interests.map((details) => ({ ...line, words: describeInterest(details) }));
  });
}

const HEADINGS = {
  employment: categoryInWords('employment').name,
  sponsorship: categoryInWords('sponsorship').name,
  contracts: categoryInWords('contracts').name,
  land: categoryInWords('land').name,
  licences: categoryInWords('licences').name,
  'corporate-tenancies': categoryInWords('corporate-tenancies').name,
  securities: categoryInWords('securities').name,
  'other-bodies': categoryInWords('other-bodies').name,
  gifts: categoryInWords('gifts').name,
};

/** How far a file is, or what became of it. `still`: the page is not to load itself again. */
export function progressView({ row, content }: OpenedImport, still: boolean): object {
  const { state } = row;
  return {
    title: TITLES[state] ?? 'Import',
    backHref: '/officer/register/import',
    id: row.id,
    state,
    still,
    done: NUMBERS.format(row.done),
    total: NUMBERS.format(row.total),
    doneNumber: row.done,
    totalNumber: row.total,
    finished: row.takenOverAt === null ? undefined : instantInWords(row.takenOverAt),
    failures: (content.failures ?? []).map(({ name, why }) => `${name}: ${WHY_NOT_TAKEN_OVER[why]}`),
  };
}

const TITLES: Readonly<Record<string, string>> = {
  'taking-over': 'The register is being taken over',
  'taken-over': 'The register is taken over',
  failed: 'The register was not taken over',
  discarded: 'This import was thrown away',
};
