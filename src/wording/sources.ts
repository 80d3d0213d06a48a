import type { CivilDate, SomeRule, SourceKind } from '../law/index.js';
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

const NATIONAL_CODE = 'A national code of conduct made under an Act, which binds every councillor';
/** Where the kind alone would be said wrongly, by the first parts of a rule’s id. */
const KINDS_BY_INSTRUMENT: Readonly<Record<string, string>> = {
  'wales/model-code-2008': 'A national code of conduct, which regulations make binding on every council',
  'scotland/councillors-code-2021': NATIONAL_CODE,
  'northern-ireland/councillors-code-2014': NATIONAL_CODE,
  'wales/local-government-measure-2011': 'A Measure of the National Assembly for Wales',
  'northern-ireland/local-government-act-1972': 'An Act of the Parliament of Northern Ireland',
  'northern-ireland/local-government-act-2014': 'An Act of the Northern Ireland Assembly',
};

/** What kind of source a rule comes from. */
export function sourceKindInWords({ id, source }: Pick<SomeRule, 'id' | 'source'>): string {
  return KINDS_BY_INSTRUMENT[id.split('/', 2).join('/')] ?? KINDS[source];
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
