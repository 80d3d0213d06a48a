import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { pointsInShort, valueInShort } from './finding-in-short.js';
import { residentialAddressRule } from './s32a-residential-address.js';
import type { AddressAnswer, AddressFacts } from './s32a-residential-address.js';

/** Made up: the real day is a setting. */
export const COMMENCED_ON = civilDate('2027-04-01');

const home: AddressFacts = {
  includesHomeAddress: true,
  askedToShowAddress: false,
  revokedAddressRequest: false,
};
const WITHHELD = ['true', 'address-is-withheld', 'true', 'true'];
const SHOWN = ['false', 'address-shown-at-members-request', 'false', 'false'];

export const RESIDENTIAL_ADDRESS_CASES: CaseTable<AddressFacts, AddressAnswer, readonly string[]> = {
  title: 'Home addresses, once s.32A has commenced',
  rules: ['england/localism-act-2011/s32A'],
  columns: ['Withheld', 'Because', 'Must say so', 'Need not be declared'],
  decide: (facts) => residentialAddressRule(COMMENCED_ON).decide(facts, COMMENCED_ON),
  summary: ({ withheld, mustStateWithheld, needNotBeDisclosed }) => [
    valueInShort(withheld),
    pointsInShort(withheld),
    valueInShort(mustStateWithheld),
    valueInShort(needNotBeDisclosed),
  ],
  cases: [
    { name: 'a home, and no request to show it', facts: home, expected: WITHHELD },
    { name: 'a written request to show it', facts: { ...home, askedToShowAddress: true }, expected: SHOWN },
    {
      name: 'a written request, taken back in writing',
      facts: { ...home, askedToShowAddress: true, revokedAddressRequest: true },
      expected: WITHHELD,
    },
    {
      name: 'land that is not the member’s home',
      facts: { ...home, includesHomeAddress: false },
      expected: ['false', 'no-home-address-in-it', 'false', 'false'],
    },
    {
      name: 'without a request, nobody asks whether it was taken back',
      facts: { ...home, revokedAddressRequest: undefined },
      expected: WITHHELD,
    },
    {
      name: 'whether a request was taken back is not known: that is the question',
      facts: { ...home, askedToShowAddress: true, revokedAddressRequest: undefined },
      expected: [
        '? revokedAddressRequest',
        'address-is-withheld, address-shown-at-members-request',
        '? revokedAddressRequest',
        '? revokedAddressRequest',
      ],
    },
    {
      name: 'whether there is a request is not known: that is the question',
      facts: { ...home, askedToShowAddress: undefined },
      expected: [
        '? askedToShowAddress',
        'address-is-withheld, address-shown-at-members-request',
        '? askedToShowAddress',
        '? askedToShowAddress',
      ],
    },
    {
      name: 'whether it is the member’s home is not known: that is the question',
      facts: { ...home, includesHomeAddress: undefined },
      expected: [
        '? includesHomeAddress',
        'address-is-withheld, no-home-address-in-it',
        '? includesHomeAddress',
        '? includesHomeAddress',
      ],
    },
  ],
};
