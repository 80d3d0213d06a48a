import { KNOWN_CODES, england } from '../law/index.js';
import type { Citation, RegisterCategory } from '../law/index.js';
import { instrumentInWords, instrumentOf } from './sources.js';

/** Where a category of the register comes from: the Act or the code, in full, and its address where it has one. */
export interface CategorySource {
  readonly name: string;
  readonly url: string | null;
}

const REGULATIONS: CategorySource = {
  name: `${instrumentInWords('SI 2012/1464')}, schedule`,
  url: 'https://www.legislation.gov.uk/uksi/2012/1464/schedule/made',
};

/** The rules of the codes that bring in a category of their own. */
const RULES: Record<
  'other-bodies' | 'gifts',
  readonly { readonly code: string; readonly citation: Citation }[]
> = { 'other-bodies': england.OTHER_BODY_RULES, gifts: england.GIFT_RULES };

/**
 * The source of a category. Where a code brings it in, the code is the one with this title (see KNOWN_CODES); of any
 * other only the title can be said.
 */
export function categorySource(
  category: RegisterCategory,
  codeTitle = 'The council’s code of conduct',
): CategorySource {
  if (category !== 'other-bodies' && category !== 'gifts') return REGULATIONS;
  const code = KNOWN_CODES.find(({ title }) => title === codeTitle)?.code;
  const rule = RULES[category].find((one) => one.code === code);
  if (rule === undefined) return { name: codeTitle, url: null };
  return { name: `${codeTitle}, ${placeOf(rule.citation)}`, url: rule.citation.url ?? null };
}

/** 'para 10.2' of 'LGA Model Code 2020 para 10.2'. */
function placeOf({ text }: Citation): string {
  return text.slice(instrumentOf(text).length).replace(/^[, ]+/, '');
}
