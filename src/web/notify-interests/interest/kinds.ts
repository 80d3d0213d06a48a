import type { RegisterCategory } from '../../../law/index.js';
import type { InterestDetails } from '../../../register/index.js';
import { contracts } from './contracts.js';
import { corporateTenancies } from './corporate-tenancies.js';
import { employment } from './employment.js';
import { gifts } from './gifts.js';
import type { InterestKind } from './kind.js';
import { land } from './land.js';
import { licences } from './licences.js';
import { otherBodies } from './other-bodies.js';
import { securities } from './securities.js';
import { sponsorship } from './sponsorship.js';

const KINDS: Readonly<Record<RegisterCategory, InterestKind>> = {
  employment,
  sponsorship,
  contracts,
  land,
  licences,
  'corporate-tenancies': corporateTenancies,
  securities,
  'other-bodies': otherBodies,
  gifts,
};

/** The form of a category. */
export const kindOf = (category: RegisterCategory): InterestKind => KINDS[category];

/** Everything that was said of an interest, in a line or two. */
export const inFull = (details: InterestDetails): string => kindOf(details.category).inFull(details);
