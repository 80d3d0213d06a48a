import type { Citation } from '../../citation.js';
import type { Facts, MeetingFacts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayOfMonthsAfter } from '../../time/counting.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';

/** A provision of the Local Government Finance Act 1992: `financeAct('106(2)')`. */
export function financeAct(section: string): Citation {
  return {
    text: `Local Government Finance Act 1992 s.${section}`,
    url: 'https://www.legislation.gov.uk/ukpga/1992/14/section/106',
  };
}

/** The first day encoded: when the words about executives came into the section (SI 2001/2237 art 28). */
export const S106_FROM = civilDate('2001-07-11');

/**
 * What the business is: a calculation of council tax or a precept, a recommendation or decision that might affect one,
 * the administration or enforcement of council tax, or anything else.
 */
export type CouncilTaxBusiness =
  'calculation' | 'might-affect-calculation' | 'administration-or-enforcement' | 'unrelated';

/** A member, what they owe, and one item of business, on the day of the meeting or of the action. */
export type CouncilTaxFacts = Pick<MeetingFacts, 'meetingDate' | 'formalMeeting' | 'present'> &
  Facts<{
    /** The day from which the oldest sum of council tax is payable, owed alone or with others; null: none is. */
    councilTaxPayableSince: CivilDate | null;
    stillUnpaid: boolean;
    business: CouncilTaxBusiness;
    /** Is the matter the responsibility of the executive, of which the member is one? */
    executiveFunction: boolean;
    /** A dispensation under s.33 of the Localism Act that is said to cover it. */
    dispensationUnderS33: boolean;
  }>;

export const s106_1: Rule<CouncilTaxFacts, Truth> = {
  id: 'england/lgfa-1992/s106(1)',
  question: 'Is council tax owed that has been unpaid for two months?',
  citation: financeAct('106(1)'),
  source: 'statute',
  inForceFrom: S106_FROM,
  says: 's.106(1): the section applies at any time to a member of a local authority or of one of its committees if at that time a sum of council tax “has become payable by him and has remained unpaid for at least two months”.',
  reading:
    'Two months are complete on the corresponding date: payable on 22 December, it applies from 22 February (the safe reading; a day later can be argued). A bill owed jointly counts as the member’s. Paying before the meeting ends it. The amount is nobody’s business here and is not asked.',
  decide({ councilTaxPayableSince: since, stillUnpaid, meetingDate }) {
    return all(
      test('councilTaxPayableSince', since, (day) => day !== null, 'no-council-tax-payable'),
      condition('stillUnpaid', stillUnpaid, 'council-tax-paid'),
      test(
        'councilTaxPayableSince',
        since,
        (day) => day !== null && lastDayOfMonthsAfter(day, 2) <= meetingDate,
        'council-tax-unpaid-under-two-months',
      ),
    );
  },
};

/** The business is one of those that the section is about. */
export function touchesCouncilTax({ business }: CouncilTaxFacts): Truth {
  return test('business', business, (kind) => kind !== 'unrelated', 'council-tax-not-in-the-business');
}
