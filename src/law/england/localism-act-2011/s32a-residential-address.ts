import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, any, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';

/** A notified disclosable pecuniary interest, and what the member has asked about their address. */
export type AddressFacts = Facts<{
  /** Does it include the member's usual residential address? */
  includesHomeAddress: boolean;
  /** Has the member asked in writing for the address to be shown? */
  askedToShowAddress: boolean;
  /** Has the member taken that request back in writing? */
  revokedAddressRequest: boolean;
}>;

export interface AddressAnswer {
  /** Is the address left out of the public register? */
  readonly withheld: Finding<boolean>;
  /** Must the public register say that an address is withheld? */
  readonly mustStateWithheld: Finding<boolean>;
  /** May the address be left out of a disclosure to a meeting under s.31(2)? */
  readonly needNotBeDisclosed: Finding<boolean>;
}

/**
 * s.32A exists from the day that an administrator gives as its commencement. Without that day there is no such rule,
 * and nothing may be said in its name.
 */
export function residentialAddressRule(commencedOn: CivilDate): Rule<AddressFacts, AddressAnswer> {
  const s32A: Rule<AddressFacts, AddressAnswer> = {
    id: 'england/localism-act-2011/s32A',
    question: 'Is the member’s home address left out of the public register?',
    citation: {
      text: 'Localism Act 2011 s.32A',
      url: 'https://www.legislation.gov.uk/ukpga/2011/20/section/32A',
    },
    source: 'statute',
    inForceFrom: commencedOn,
    says: 's.32A: where a notified interest includes the member’s usual residential address, the public register leaves it out and says that an address is withheld, unless the member asks in writing for it to be shown; the request can be revoked in writing.',
    reading:
      '[M] Neither the enacted wording nor the commencement day was found: this follows the clause added to the Bill that became the English Devolution and Community Empowerment Act 2026 (c. 23), and the day is a setting. s.31(2) is read to match: the address need not be disclosed.',
    decide(facts) {
      const withheld = addressIsWithheld(facts);
      const answer = (point: Point): Finding<boolean> =>
        when(
          withheld,
          () => decided(true, reason(s32A, point, withheld.facts)),
          () => decided(false, reason(s32A, withheld.otherwise, withheld.facts)),
        );
      return {
        withheld: answer('address-is-withheld'),
        mustStateWithheld: answer('address-withholding-must-be-stated'),
        needNotBeDisclosed: answer('address-need-not-be-disclosed'),
      };
    },
  };
  return s32A;
}

/** There is an address, and no written request to show it stands. */
export function addressIsWithheld(facts: AddressFacts): Truth {
  const asked = facts.askedToShowAddress;
  return all(
    condition('includesHomeAddress', facts.includesHomeAddress, 'no-home-address-in-it'),
    any(
      'address-shown-at-members-request',
      condition(
        'askedToShowAddress',
        asked === undefined ? undefined : !asked,
        'address-shown-at-members-request',
      ),
      condition('revokedAddressRequest', facts.revokedAddressRequest, 'address-shown-at-members-request'),
    ),
  );
}
