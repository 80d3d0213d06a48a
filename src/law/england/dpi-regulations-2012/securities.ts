import { dpiSchedule } from '../../citation.js';
import type { SecuritiesFacts } from '../../facts.js';
import { all, any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { SECURITIES } from './definitions.js';
import { description } from './description.js';
import { rejectAbsurdPence } from '../../whole-pence.js';

/** £25,000 in pence. */
const TWENTY_FIVE_THOUSAND_POUNDS = 2_500_000;

export const securities = description({
  id: 'england/dpi-regulations-2012/securities',
  citation: dpiSchedule('securities'),
  question: 'Are these securities above the thresholds, in a body with a place in the area?',
  says: 'Schedule, securities: a beneficial interest in securities of a body that, “to M’s knowledge”, has a place of business or land in the area, where either (i) the total nominal value “exceeds £25,000 or one hundredth of the total issued share capital”, or (ii) with more than one class, the shares of any one class exceed one hundredth of that class.',
  reading:
    '“Exceeds”: exactly £25,000 or exactly one hundredth is not caught. Nominal, never market, value. The hundredth is tested on shares, the £25,000 on all securities (doubtful: docs/law-changes.md).',
  definitions: [SECURITIES],
  decide: (facts: SecuritiesFacts) => {
    rejectAbsurdAmounts(facts);
    return all(
      condition('areSecurities', facts.areSecurities, 'not-securities'),
      condition('bodyInArea', facts.bodyInArea, 'body-not-in-area'),
      condition('knownToMember', facts.knownToMember, 'not-known-to-member'),
      any(
        'below-the-thresholds',
        test(
          'nominalHeldPence',
          facts.nominalHeldPence,
          (held) => held > TWENTY_FIVE_THOUSAND_POUNDS,
          'below-the-thresholds',
        ),
        overAHundredthOfTheCapital(facts),
        test('classes', facts.classes, someClassOverAHundredth, 'below-the-thresholds'),
      ),
    );
  },
});

function overAHundredthOfTheCapital({
  sharesHeldPence,
  issuedShareCapitalPence: issued,
}: SecuritiesFacts): Truth {
  if (issued === undefined) return condition('issuedShareCapitalPence', undefined, 'below-the-thresholds');
  return test(
    'sharesHeldPence',
    sharesHeldPence,
    (held) => exceedsAHundredth(held, issued),
    'below-the-thresholds',
  );
}

function someClassOverAHundredth(classes: NonNullable<SecuritiesFacts['classes']> | null): boolean {
  return (classes ?? []).some(({ heldPence, issuedPence }) => exceedsAHundredth(heldPence, issuedPence));
}

/** Cross-multiplied in whole pence, so that no rounding can tip exactly one hundredth over. */
function exceedsAHundredth(heldPence: number, issuedPence: number): boolean {
  return heldPence * 100 > issuedPence;
}

function rejectAbsurdAmounts(facts: SecuritiesFacts): void {
  rejectAbsurdPence('nominalHeldPence', facts.nominalHeldPence);
  rejectAbsurdPence('sharesHeldPence', facts.sharesHeldPence);
  rejectAbsurdPence('issuedShareCapitalPence', facts.issuedShareCapitalPence);
  for (const { heldPence, issuedPence } of facts.classes ?? []) {
    rejectAbsurdPence('classes', heldPence);
    rejectAbsurdPence('classes', issuedPence);
  }
}
