import { dpiSchedule } from '../../citation.js';
import type { LandFacts } from '../../facts.js';
import { all, any, condition } from '../../truth.js';
import { LAND } from './definitions.js';
import { description } from './description.js';

export const land = description({
  id: 'england/dpi-regulations-2012/land',
  citation: dpiSchedule('land'),
  question: 'Is this a beneficial interest in land in the authority’s area?',
  says: 'Schedule, land: “any beneficial interest in land which is within the area” of the authority. By reg 1(2) land leaves out a right in or over land that carries no right (alone or jointly) to occupy it or to receive income.',
  reading: 'A tenancy of one’s home is in; a bare right of way is out; a right that yields income is in.',
  definitions: [LAND],
  decide: (facts: LandFacts) =>
    all(
      condition('inArea', facts.inArea, 'outside-the-area'),
      any(
        'no-right-to-occupy-or-income',
        condition('rightToOccupy', facts.rightToOccupy, 'no-right-to-occupy-or-income'),
        condition('rightToIncome', facts.rightToIncome, 'no-right-to-occupy-or-income'),
      ),
      condition('beneficialInterest', facts.beneficialInterest, 'no-beneficial-interest-in-land'),
    ),
});
