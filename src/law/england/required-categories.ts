import type { Category, TakingOfficeFacts } from '../facts.js';
import type { Asked, RequiredCategory } from '../rulebook.js';
import type { CivilDate } from '../time/civil-date.js';

/** The seven subjects of SI 2012/1464, in the order of its schedule. Sponsorship is of the member's own expenses. */
export const REQUIRED_CATEGORIES: readonly (RequiredCategory & { readonly category: Category })[] = [
  { category: 'employment', asksPartner: true },
  { category: 'sponsorship', asksPartner: false },
  { category: 'contracts', asksPartner: true },
  { category: 'land', asksPartner: true },
  { category: 'licences', asksPartner: true },
  { category: 'corporate-tenancies', asksPartner: true },
  { category: 'securities', asksPartner: true },
];

/**
 * What the person has not answered of the seven for this term: s.30 does not ask for what a code adds. Somebody who returns is asked again, because an old entry says
 * nothing about what was acquired since: answers from before `since` do not count for them.
 */
export function unansweredOf(facts: TakingOfficeFacts, since: CivilDate | undefined): readonly Asked[] {
  if (facts.nothingElse) return [];
  const given = (facts.answers ?? []).filter(
    ({ receivedOn }) => !facts.returning || (receivedOn && since && receivedOn >= since),
  );
  return REQUIRED_CATEGORIES.flatMap(({ category, asksPartner }) => [
    { category, heldBy: 'self' as const },
    ...(asksPartner ? [{ category, heldBy: 'partner' as const }] : []),
  ]).filter((asked) => !given.some((one) => one.category === asked.category && one.heldBy === asked.heldBy));
}
