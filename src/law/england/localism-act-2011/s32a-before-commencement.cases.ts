import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { addressPractice } from './s32a-before-commencement.js';
import type { AddressPracticeFacts } from './s32a-before-commencement.js';

const home: AddressPracticeFacts = {
  practiceWithholdsAddresses: true,
  includesHomeAddress: true,
  askedToShowAddress: false,
  revokedAddressRequest: false,
};
const WITHHELD = ['true', 'address-withheld-by-practice'];

export const ADDRESS_PRACTICE_CASES: CaseTable<AddressPracticeFacts, Finding<boolean>, readonly string[]> = {
  title: 'Home addresses by an authority’s own practice, without s.32A',
  rules: [addressPractice.id],
  columns: ['Withheld', 'Because'],
  decide: (facts) => addressPractice.decide(facts, civilDate('2026-05-01')),
  summary: valueAndPoints,
  cases: [
    { name: 'the authority keeps home addresses back', facts: home, expected: WITHHELD },
    {
      name: 'it does not',
      facts: { ...home, practiceWithholdsAddresses: false },
      expected: ['false', 'no-practice-of-withholding-addresses'],
    },
    {
      name: 'it does, and the member asked in writing for the address to be shown',
      facts: { ...home, askedToShowAddress: true },
      expected: ['false', 'address-shown-at-members-request'],
    },
    {
      name: 'it does, and the member took such a request back',
      facts: { ...home, askedToShowAddress: true, revokedAddressRequest: true },
      expected: WITHHELD,
    },
    {
      name: 'it does, and the land is not the member’s home',
      facts: { ...home, includesHomeAddress: false },
      expected: ['false', 'no-home-address-in-it'],
    },
    {
      name: 'whether it does is not known: that is the question',
      facts: { ...home, practiceWithholdsAddresses: undefined },
      expected: [
        '? practiceWithholdsAddresses',
        'address-withheld-by-practice, no-practice-of-withholding-addresses',
      ],
    },
  ],
};
