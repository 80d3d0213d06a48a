import type { CivilDate, Sanction, SourceKind } from '../law/index.js';
import { dateInWords } from './dates.js';

const NATIONS: Readonly<Record<string, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** 'Northern Ireland', for the first part of a rule’s id. */
export function nationInWords(nation: string): string {
  return NATIONS[nation] ?? nation;
}

/** Acts and instruments that citations cut short, in full. */
const INSTRUMENTS: Readonly<Record<string, string>> = {
  'LGA 1972': 'Local Government Act 1972',
  'LGA 2000': 'Local Government Act 2000',
  'LGFA 1992': 'Local Government Finance Act 1992',
  'LASPO 2012': 'Legal Aid, Sentencing and Punishment of Offenders Act 2012',
  'LGA Model Code': 'LGA Model Councillor Code of Conduct 2020',
  'LGA Model Code 2020': 'LGA Model Councillor Code of Conduct 2020',
  'SI 2012/1464':
    'The Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012 (SI 2012/1464)',
  'SI 2012/2089':
    'The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)',
  'SI 2015/504':
    'The Legal Aid, Sentencing and Punishment of Offenders Act 2012 (Fines on Summary Conviction) Regulations 2015 (SI 2015/504)',
  'SI 2008/788 (W.82)':
    'The Local Authorities (Model Code of Conduct) (Wales) Order 2008 (SI 2008/788 (W.82))',
  'SSI 2003/135':
    'The Ethical Standards in Public Life etc. (Scotland) Act 2000 (Register of Interests) Regulations 2003 (SSI 2003/135)',
  'Local Government Act (NI) 1972': 'Local Government Act (Northern Ireland) 1972',
  'Local Government Act (NI) 2014': 'Local Government Act (Northern Ireland) 2014',
};

/** Where a citation stops naming the instrument and begins to name the place in it. */
const PLACE = /,| (?:ss?\.|(?:Sch|regs?|arts?|paras?|Pt|App|section|schedule|Table)\b)/;

/** 'Localism Act 2011' of 'Localism Act 2011 s.31(4)': what a citation cites, as it is cited. */
export function instrumentOf(citation: string): string {
  return citation.split(PLACE, 1)[0] ?? citation;
}

/** The instrument that a citation cites, in full. */
export function instrumentInWords(citation: string): string {
  const instrument = instrumentOf(citation);
  return INSTRUMENTS[instrument] ?? instrument;
}

const KINDS: Record<SourceKind, string> = {
  statute: 'An Act of Parliament',
  regulations: 'Regulations made under an Act',
  'standing-orders': 'Standing orders, a council’s own rules of procedure',
  'code-of-conduct': 'A code of conduct that councils adopt',
  guidance: 'Guidance, which is not law',
  'common-law': 'Common law: what the courts have decided',
};

/** What kind of source a rule comes from. */
export function sourceKindInWords(kind: SourceKind): string {
  return KINDS[kind];
}

const OWN_RULES =
  'Breaking it can lead to a complaint under the council’s code of conduct. It is not a crime.';
const NO_PENALTY = 'In the worked cases below, no penalty hangs on this rule by itself.';
const WITHOUT_SANCTION: Record<SourceKind, string> = {
  statute: NO_PENALTY,
  regulations: NO_PENALTY,
  'standing-orders': OWN_RULES,
  'code-of-conduct': OWN_RULES,
  guidance: 'It binds nobody. Whoever departs from it should be able to say why.',
  'common-law': 'It bars nobody by itself, but a court can set aside a decision that was taken against it.',
};

/** What can follow from breaking a rule, given the sanctions that its own reasons carry in the worked cases. */
export function whatFollowsInWords(
  { citation, source }: { readonly citation: { readonly text: string }; readonly source: SourceKind },
  sanctions: readonly Sanction[],
): string {
  if (sanctions.includes('criminal')) {
    return instrumentOf(citation.text) === 'Localism Act 2011'
      ? 'Breaking it without a reasonable excuse can be a criminal offence (Localism Act 2011 s.34).'
      : 'Breaking it can be a criminal offence.';
  }
  return sanctions.includes('standards-complaint') ? OWN_RULES : WITHOUT_SANCTION[source];
}

/** 'From 1 July 2012', or 'From 1 July 2012 to 17 May 2023'. */
export function periodInWords(from: CivilDate, to?: CivilDate): string {
  return `From ${dateInWords(from)}${to === undefined ? '' : ` to ${dateInWords(to)}`}`;
}

/**
 * How a provision is read here, for somebody who reads it on a page: the mark [M] is for what was not read again in
 * the official text, and the register of doubts is a file that comes with the program.
 */
export function readingInWords(reading: string): string {
  return reading
    .replace(/\[M\] (?:The w|W)ording\./g, 'The wording has not been checked against the official text yet.')
    .replace(/ \[M\](?=[.,;])/g, ' (not checked against the official text yet)')
    .replace(/\[M\] /g, 'Not checked against the official text yet: ')
    .replace(/ \(docs\/law-changes\.md\)|[;:,] docs\/law-changes\.md/g, '');
}
