import { civilDate } from '../../../law/index.js';
import type { OpenedEntry, OpenedInterest } from '../../../register/index.js';
import { categoryInWords, dateInWords } from '../../../wording/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import { compare, type ComparedInterest, type Comparison } from '../compare/compare.js';
import type { FieldChange } from '../compare/field-words.js';
import type { KnownOfNotification } from '../reading.js';
import { DETAILS_WITHHELD, type Withheld } from '../withholding.js';
import { detailsFor, whoseInWords } from './said.js';

/** One line of the comparison. */
export interface ComparedRow {
  /** 'Land, member'. */
  readonly heading: string;
  readonly text: string;
  /** What the register says now, where it says something else. */
  readonly before: string | undefined;
  readonly changes: readonly FieldChange[];
  /** 'Since 1 November 2017', 'Aware since …'. */
  readonly days: readonly string[];
  /** Where the member is asked about it; undefined where there is nothing to ask. */
  readonly askHref: string | undefined;
}

export interface ComparedSection {
  readonly heading: string;
  readonly lead: string;
  readonly rows: readonly ComparedRow[];
}

type SectionName = 'new' | 'toldOtherwise' | 'changed' | 'corrected' | 'end' | 'unchanged' | 'gone';

const SECTIONS: Readonly<Record<SectionName, { heading: string; lead: string }>> = {
  new: { heading: 'New', lead: 'The register holds nothing like this.' },
  toldOtherwise: {
    heading: 'Told otherwise',
    lead: 'The register holds it in other words. The entry as it stands ends and stays in the history, and this takes its place.',
  },
  changed: {
    heading: 'Change',
    lead: 'It is another now. The entry as it stands ends and stays in the history, and this takes its place.',
  },
  corrected: {
    heading: 'Correction',
    lead: 'The member says that the register is wrong. The entry as it stands stays in the history, and this takes its place.',
  },
  end: {
    heading: 'Ends',
    lead: 'The member holds it no longer. The entry ends and stays in the history.',
  },
  unchanged: { heading: 'Unchanged', lead: 'The register says the same already.' },
  gone: {
    heading: 'No longer in the register',
    lead: 'This is about an interest that has ended meanwhile, so that it cannot be entered. Ask the member what they mean.',
  },
};

/** What is pending, against what the register holds: the news first. */
export function comparedSections(known: KnownOfNotification): ComparedSection[] {
  const { opened, history, toldLater, withheld, standing } = known;
  const { id, kind } = opened.notification;
  const compared = compare(kind, opened.interests, { history, toldLater });
  const askPath = standing === 'may' ? `/officer/notifications/${id}/ask` : undefined;
  const sections = Object.entries(SECTIONS).map(([name, words]) => ({
    ...words,
    rows: compared.told
      .filter((one) => sectionOf(one) === name)
      .map((one) => toldRow(one, withheld, askPath)),
  }));
  return [...sections, noLongerTold(compared, withheld)].filter(({ rows }) => rows.length > 0);
}

function sectionOf({ stands, interest }: ComparedInterest): SectionName {
  if (stands !== 'changed' || interest.act === 'change') return stands;
  return interest.act === 'correct' ? 'corrected' : 'toldOtherwise';
}

function toldRow(compared: ComparedInterest, withheld: Withheld, askPath: string | undefined): ComparedRow {
  const { interest, entry, stands, changes } = compared;
  const hides = withheld.interest(interest) || (entry !== undefined && withheld.entry(entry));
  return {
    heading: headingOf(interest),
    text: hides ? DETAILS_WITHHELD : inFull(interest.details),
    before: stands === 'changed' && entry !== undefined && !hides ? inFull(entry.details) : undefined,
    changes: hides ? [] : changes,
    days: daysOf(interest),
    askHref: askPath && `${askPath}/${interest.id}`,
  };
}

function noLongerTold(compared: Comparison, withheld: Withheld): ComparedSection {
  return {
    heading: 'No longer told',
    lead: 'The register holds this and the notification does not repeat it. It ends when all of the notification is entered, and stays in the history.',
    rows: compared.noLongerTold.map((opened) => ({
      ...{ heading: headingOf(opened.entry), text: entryFor(opened, withheld) },
      ...{ before: undefined, changes: [], days: [], askHref: undefined },
    })),
  };
}

const entryFor = (opened: OpenedEntry, withheld: Withheld): string =>
  withheld.entry(opened) ? DETAILS_WITHHELD : inFull(opened.details);

export const headingOf = ({ category, heldBy }: Pick<OpenedInterest, 'category' | 'heldBy'>): string =>
  `${categoryInWords(category).shortName}, ${heldBy === 'self' ? 'member' : 'partner'}`;

function daysOf({ act, effectiveOn, awareOn }: OpenedInterest): string[] {
  const since = act === 'end' ? 'Ceased on' : 'So since';
  return [
    ...(effectiveOn === null ? [] : [`${since} ${dateInWords(civilDate(effectiveOn))}`]),
    ...(awareOn === null ? [] : [`The member became aware on ${dateInWords(civilDate(awareOn))}`]),
  ];
}

/** What became of an interest. */
export interface FateRow {
  readonly heading: string;
  readonly text: string;
  readonly fate: string;
}

const FATES = {
  entered: 'Entered in the register',
  repeated: 'Was in the register already',
  ended: 'The entry was ended',
  withdrawn: 'Taken back by the member, and not entered',
};

export function fateRows({ opened, withheld }: KnownOfNotification): FateRow[] {
  return opened.interests.flatMap((interest) =>
    interest.fate === null
      ? []
      : [
          {
            heading: `${categoryInWords(interest.category).shortName}, ${whoseInWords(interest).toLowerCase()}`,
            text: detailsFor(interest, withheld),
            fate: FATES[interest.fate],
          },
        ],
  );
}
