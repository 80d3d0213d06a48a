import { ALL_CASE_TABLES } from '../../law/index.js';
import type { CivilDate, SomeRule } from '../../law/index.js';
import { dateInWords, instrumentInWords, nationInWords } from '../../wording/index.js';
import { addressOf, currentOf, nationOf, versionsByRule, type Versions } from './versions.js';

interface RuleLink {
  readonly question: string;
  readonly href: string;
  readonly citation: string;
  /** When it was or will be in force; undefined where it is simply in force. */
  readonly dates: string | undefined;
}

interface Source {
  readonly heading: string;
  readonly rules: readonly RuleLink[];
}

interface NationLink {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

export interface RulebookView {
  readonly title: string;
  readonly rules: number;
  /** Written as '1,022'. */
  readonly cases: string;
  /** Links that leave one nation’s rules; none where there is one nation. */
  readonly nations: readonly NationLink[];
  readonly sections: readonly { readonly nation: string; readonly sources: readonly Source[] }[];
}

/**
 * Every rule, by nation and by the Act, regulations or code that it is written in.
 * @param nation shows one nation alone, where it is the first part of a rule’s id
 */
export function rulebookView(today: CivilDate, nation: unknown, all = versionsByRule()): RulebookView {
  const nations = [...new Set([...all.keys()].map(nationOf))];
  const only = nations.find((one) => one === nation);
  return {
    title: 'Rulebook',
    rules: all.size,
    cases: ALL_CASE_TABLES.reduce((sum, { cases }) => sum + cases.length, 0).toLocaleString('en-GB'),
    nations: nations.length < 2 ? [] : nationLinks(nations, only),
    sections: nations
      .filter((one) => only === undefined || one === only)
      .map((one) => ({
        nation: nationInWords(one),
        sources: sourcesOf(
          [...all.values()].filter(([{ id }]) => nationOf(id) === one),
          today,
        ),
      })),
  };
}

function nationLinks(nations: readonly string[], only: string | undefined): readonly NationLink[] {
  return [
    { text: 'All nations', href: '/rulebook', current: only === undefined },
    ...nations.map((one) => ({
      text: nationInWords(one),
      href: `/rulebook?nation=${one}`,
      current: one === only,
    })),
  ];
}

function sourcesOf(rules: readonly Versions[], today: CivilDate): readonly Source[] {
  const bySource = new Map<string, SomeRule[]>();
  for (const versions of rules) {
    const rule = currentOf(versions, today);
    const heading = headingOf(rule);
    bySource.set(heading, [...(bySource.get(heading) ?? []), rule]);
  }
  return [...bySource].map(([heading, ofIt]) => ({
    heading,
    rules: inOrder(ofIt).map((rule) => ruleLink(rule, today)),
  }));
}

/** Cases of the courts stand under one heading; everything else under what it is written in. */
function headingOf({ source, citation }: SomeRule): string {
  return source === 'common-law' ? 'Decided by the courts' : instrumentInWords(citation.text);
}

const byNumber = new Intl.Collator('en-GB', { numeric: true });

/** By section, with s.31(10) after s.31(2). The paragraphs of codes have names, and stand as they are listed. */
function inOrder(rules: readonly SomeRule[]): readonly SomeRule[] {
  if (rules.some(({ source }) => source === 'code-of-conduct')) return rules;
  return [...rules].sort((a, b) => byNumber.compare(a.citation.text, b.citation.text));
}

function ruleLink(rule: SomeRule, today: CivilDate): RuleLink {
  const { id, question, citation } = rule;
  return { question, href: addressOf(id), citation: citation.text, dates: datesOf(rule, today) };
}

function datesOf({ inForceFrom, inForceTo }: SomeRule, today: CivilDate): string | undefined {
  if (inForceFrom > today) return `Not in force before ${dateInWords(inForceFrom)}`;
  if (inForceTo === undefined) return undefined;
  return inForceTo < today
    ? `Not in force after ${dateInWords(inForceTo)}`
    : `In force until ${dateInWords(inForceTo)}`;
}
