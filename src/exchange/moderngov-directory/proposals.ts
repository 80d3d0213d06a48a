import type { AuthorityKind, BodyKind, QuorumRule } from '../../authorities/index.js';

/** What a body seems to be by its title, or by the heading that it stands under. Somebody confirms it. */
export function proposedKind(name: string, category = ''): BodyKind {
  return kindIn(name) ?? kindIn(category) ?? 'committee';
}

function kindIn(words: string): BodyKind | undefined {
  const text = words.toLowerCase();
  if (text.includes('scrutin')) return 'overview-and-scrutiny';
  if (/\bjoint\b/.test(text)) return 'joint-committee';
  if (/\bsub[ -]?(?:committee|group|panel)/.test(text)) return 'sub-committee';
  if (/^(?:the )?(?:cabinet|executive)(?: committee| member.*| board)?$/.test(text.trim()))
    return 'executive';
  return IS_COUNCIL.test(text.trim()) ? 'council' : undefined;
}

/** 'Council', 'Full Council', 'Ashford Borough Council', 'Annual Meeting of the Council'; no 'Youth Council'. */
const IS_COUNCIL =
  /^(?!.*\b(?:youth|schools?|student|tenants?)\b)(?:(?:annual |extraordinary |special )?(?:meeting of (?:the )?)?(?:full )?|.*\b(?:county|city|district|borough|town|parish) )council(?: meeting)?$/;

/**
 * A quorum to begin with: a quarter, as of a principal council (Local Government Act 1972, Schedule 12, paragraph 6), or a
 * third in a parish (paragraph 12), and never fewer than three. A committee's is in the council's standing orders.
 */
export function proposedQuorum(authority: AuthorityKind): Extract<QuorumRule, { kind: 'fraction' }> {
  return { kind: 'fraction', oneIn: authority === 'parish' ? 3 : 4, atLeast: 3 };
}
