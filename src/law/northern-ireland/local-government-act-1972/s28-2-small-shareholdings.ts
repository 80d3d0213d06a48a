import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { lgaNi1972 } from './section.js';
import { rejectAbsurdPence } from '../../whole-pence.js';

/** £500 in pence. */
const FIVE_HUNDRED_POUNDS = 50_000;

export type ShareholdingFacts = Facts<{
  /** Is the interest pecuniary only because the councillor beneficially owns shares in the body? */
  onlyByOwningShares: boolean;
  /** Total nominal value of those shares, in pence. */
  sharesHeldPence: number;
  /** Total nominal value of the body’s issued share capital, in pence. */
  issuedShareCapitalPence: number;
}>;

export const s28_2: Rule<ShareholdingFacts, Finding<boolean>> = {
  ...lgaNi1972('28(2)'),
  question: 'Is the pecuniary interest only a small shareholding, for which the rule is relaxed?',
  says: 's.28(2): an interest “by reason only of” beneficial ownership of shares whose total nominal value “does not exceed the lesser of” £500 or one hundredth of the issued share capital.',
  reading:
    '[M] The end of the subsection. Exactly £500 or exactly one hundredth is still small. Classes of shares are not told apart.',
  decide(facts) {
    rejectAbsurdPence('sharesHeldPence', facts.sharesHeldPence);
    rejectAbsurdPence('issuedShareCapitalPence', facts.issuedShareCapitalPence);
    const small = all(
      condition('onlyByOwningShares', facts.onlyByOwningShares, 'ni-not-only-shares'),
      test(
        'sharesHeldPence',
        facts.sharesHeldPence,
        (held) => held <= FIVE_HUNDRED_POUNDS,
        'ni-shares-over-the-limit',
      ),
      atMostOneHundredth(facts),
    );
    return when(
      small,
      () => decided(true, reason(s28_2, 'ni-small-shareholding', small.facts)),
      () => decided(false, reason(s28_2, small.otherwise, small.facts)),
    );
  },
};

/** Cross-multiplied in whole pence, so that no rounding can tip exactly one hundredth over. */
function atMostOneHundredth({ sharesHeldPence, issuedShareCapitalPence: issued }: ShareholdingFacts): Truth {
  if (issued === undefined)
    return condition('issuedShareCapitalPence', undefined, 'ni-shares-over-the-limit');
  return test('sharesHeldPence', sharesHeldPence, (held) => held * 100 <= issued, 'ni-shares-over-the-limit');
}
