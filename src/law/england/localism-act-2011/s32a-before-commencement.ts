import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, condition } from '../../truth.js';
import { addressIsWithheld } from './s32a-residential-address.js';
import type { AddressFacts } from './s32a-residential-address.js';

export type AddressPracticeFacts = AddressFacts &
  Facts<{
    /** Does the authority, by its own practice, keep the home addresses of members off the public register? */
    practiceWithholdsAddresses: boolean;
  }>;

/** What an authority may do while s.32A is not in force: its own practice, and never said in the name of s.32A. */
export const addressPractice: Rule<AddressPracticeFacts, Finding<boolean>> = {
  id: 'england/guidance/home-addresses',
  question: 'Is the member’s home address left out of the public register by the authority’s own practice?',
  citation: { text: 'Practice on home addresses (ministers’ letter of April 2024)' },
  source: 'guidance',
  inForceFrom: civilDate('2012-07-01'),
  says: 'In April 2024 ministers urged monitoring officers to accommodate requests to keep home addresses back. Some authorities do so for every member.',
  reading:
    'No rule of law: s.32 alone keeps details back, with the agreement of both. Whoever wants the address shown is always let. Listed from the start of the Act; where s.32A is in force, it speaks instead.',
  decide(facts) {
    const withheld = all(
      condition(
        'practiceWithholdsAddresses',
        facts.practiceWithholdsAddresses,
        'no-practice-of-withholding-addresses',
      ),
      addressIsWithheld(facts),
    );
    return when(
      withheld,
      () => decided(true, reason(addressPractice, 'address-withheld-by-practice', withheld.facts)),
      () => decided(false, reason(addressPractice, withheld.otherwise, withheld.facts)),
    );
  },
};
