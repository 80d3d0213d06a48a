import { ALL_CASE_TABLES } from '../../law/index.js';
import type { CivilDate, SomeCaseTable, SomeRule } from '../../law/index.js';
import {
  caseAnswersInWords,
  instrumentInWords,
  nationInWords,
  periodInWords,
  readingInWords,
  sourceKindInWords,
  whatFollowsInWords,
} from '../../wording/index.js';
import { currentOf, nationOf, versionsByRule, type Versions } from './versions.js';
import { sanctionsOf } from './sanctions.js';

interface CaseTableView {
  readonly title: string;
  /** A wordy column holds sentences, and wants room. */
  readonly columns: readonly { readonly text: string; readonly wordy: boolean }[];
  readonly rows: readonly { readonly name: string; readonly answers: readonly string[] }[];
}

interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
}

export interface RuleView {
  readonly title: string;
  readonly backHref: string;
  /** 'England: Localism Act 2011'. */
  readonly source: string;
  /** One for each version, the oldest first. */
  readonly periods: readonly string[];
  /** What is said of the rule, line by line, with a cell for each version. */
  readonly lines: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
  readonly tables: readonly CaseTableView[];
  /** Where to compare it with another code; undefined for what is no code. */
  readonly compareHref: string | undefined;
}

/** The page of one rule; undefined where there is none of that id. */
export function ruleView(
  id: string,
  today: CivilDate,
  all: ReadonlyMap<string, Versions> = versionsByRule(),
  caseTables: readonly SomeCaseTable[] = ALL_CASE_TABLES,
): RuleView | undefined {
  const versions = all.get(id);
  if (versions === undefined) return undefined;
  const tables = caseTables.filter(({ rules }) => rules.includes(id));
  const current = currentOf(versions, today);
  return {
    title: current.question,
    backHref: '/rulebook',
    source: `${nationInWords(nationOf(id))}: ${instrumentInWords(current.citation.text)}`,
    periods: versions.map(periodOf),
    lines: linesOf(versions, tables),
    tables: tables.map(tableView),
    compareHref: current.source === 'code-of-conduct' ? '/rulebook/compare' : undefined,
  };
}

function linesOf(versions: Versions, tables: readonly SomeCaseTable[]): RuleView['lines'] {
  const sanctions = sanctionsOf(versions[0].id, tables);
  const line = (label: string, cell: (version: SomeRule) => Cell): RuleView['lines'][number] => ({
    label,
    cells: versions.map(cell),
  });
  return [
    line('Written in', ({ citation }) => ({ text: citation.text, href: citation.url })),
    line('Kind of source', (version) => ({ text: sourceKindInWords(version) })),
    // Side by side, the period is what each version is known by.
    ...(versions.length > 1 ? [] : [line('In force', (version) => ({ text: periodOf(version) }))]),
    line('What it says', ({ says }) => ({ text: readingInWords(says) })),
    ...(versions.some(({ reading }) => reading !== undefined)
      ? [
          line('How it is read here', ({ reading }) => ({
            text: reading === undefined ? 'As its words say.' : readingInWords(reading),
          })),
        ]
      : []),
    line('If it is broken', (version) => ({ text: whatFollowsInWords(version, sanctions) })),
  ];
}

function periodOf({ inForceFrom, inForceTo }: SomeRule): string {
  return periodInWords(inForceFrom, inForceTo);
}

function tableView({ title, columns, cases }: SomeCaseTable): CaseTableView {
  const rows = cases.map(({ name, expected }) => ({
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    answers: caseAnswersInWords(expected),
  }));
  const isWordy = (column: number): boolean => rows.some(({ answers }) => answers[column]?.endsWith('.'));
  return {
    title,
    columns: columns.map((text, column) => ({ text, wordy: isWordy(column) })),
    rows,
  };
}
