import { ask } from '../../ask.js';
import { localismAct } from '../../citation.js';
import type { Finding, NotEncoded } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';

/** In pence, or without a limit. */
export type MaximumFine = 500_000 | 'unlimited';

export interface FineAnswer {
  readonly maximumFine: Finding<MaximumFine>;
  /** Only the magistrates' court tries it. */
  readonly triedSummarily: Finding<boolean>;
}

export type FineFacts = Facts<{ offenceOn: CivilDate }>;

const ID = 'england/localism-act-2011/s34(3)';
const SAYS =
  's.34(3): "liable on summary conviction to a fine not exceeding level 5 on the standard scale", for an offence under (1) or (2).';

const laspo85: RuleSource = {
  id: 'england/laspo-2012/s85',
  citation: { text: 'LASPO 2012 s.85', url: 'https://www.legislation.gov.uk/ukpga/2012/10/section/85' },
  source: 'statute',
};

/** The order that brought LASPO s.85 into force on 12 March 2015. */
const si2015_504: RuleSource = {
  id: 'england/si-2015-504',
  citation: { text: 'SI 2015/504', url: 'https://www.legislation.gov.uk/uksi/2015/504/contents/made' },
  source: 'regulations',
};

/** The two versions of the fine, side by side. Each is in force for offences committed within its period. */
export const S34_3: readonly Rule<FineFacts, FineAnswer>[] = [
  {
    id: ID,
    question: 'How much can the court fine?',
    citation: localismAct('34(3)'),
    source: 'statute',
    inForceFrom: civilDate('2012-07-01'),
    inForceTo: civilDate('2015-03-11'),
    says: SAYS,
    reading:
      'Level 5 was £5,000, and stays so for an offence committed before LASPO 2012 s.85 began, whenever it is tried. [M] SI 2015/504. An offence that was continuing on 12 March 2015 is not settled here: take the day charged.',
    decide: () => fine(500_000, 'fine-up-to-five-thousand-pounds', 'limit-kept-before-12-march-2015'),
  },
  {
    id: ID,
    question: 'How much can the court fine?',
    citation: localismAct('34(3)'),
    source: 'statute',
    inForceFrom: civilDate('2015-03-12'),
    says: SAYS,
    reading:
      'LASPO 2012 s.85 turned every maximum of £5,000 or more on summary conviction into a fine of any amount, for offences on or after 12 March 2015. [M] SI 2015/504. None of the exceptions of SI 2015/664 is about these offences [M].',
    decide: () => fine('unlimited', 'fine-without-limit', 'limit-removed-from-12-march-2015'),
  },
];

/** What a reason of either version names. */
const s34_3: RuleSource = { id: ID, citation: localismAct('34(3)'), source: 'statute' };

/** The fine for an offence, by the version in force on the day it was committed, and never by today's. */
export function fineFor({ offenceOn }: FineFacts): FineAnswer | NotEncoded {
  if (offenceOn !== undefined) return ask(S34_3, { offenceOn }, offenceOn);
  const why = reason(s34_3, 'fine-depends-on-the-day', ['offenceOn']);
  return {
    maximumFine: cannotTell<MaximumFine>([500_000, 'unlimited'], ['offenceOn'], [why]),
    triedSummarily: summarily,
  };
}

const summarily = decided(true, reason(s34_3, 'tried-by-magistrates', []));

function fine(maximum: MaximumFine, point: Point, because: Point): FineAnswer {
  return {
    maximumFine: decided(
      maximum,
      reason(s34_3, point, ['offenceOn'], 'criminal'),
      reason(laspo85, because, ['offenceOn']),
      reason(si2015_504, because, ['offenceOn']),
    ),
    triedSummarily: summarily,
  };
}
