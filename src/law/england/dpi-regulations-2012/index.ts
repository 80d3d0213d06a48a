import type { InterestFacts } from '../../facts.js';
import { contracts } from './contracts.js';
import { corporateTenancies } from './corporate-tenancies.js';
import type { Description } from './description.js';
import { employment } from './employment.js';
import { land } from './land.js';
import { licences } from './licences.js';
import { securities } from './securities.js';
import { sponsorship } from './sponsorship.js';

/** The description of each category: the table does not compile while one is missing or meets the wrong facts. */
const DESCRIPTIONS = {
  employment,
  sponsorship,
  contracts,
  land,
  licences,
  'corporate-tenancies': corporateTenancies,
  securities,
} satisfies {
  [C in InterestFacts['category']]: Description<Extract<InterestFacts, { readonly category: C }>>;
};

/** The seven, for the list of all rules. */
export const PRESCRIBED_DESCRIPTIONS: readonly Description<never>[] = Object.values(DESCRIPTIONS);

/** The description that an interest is put forward under. The table above pairs each with its own facts. */
export function descriptionOf(facts: InterestFacts): Description<InterestFacts> {
  return DESCRIPTIONS[facts.category];
}
