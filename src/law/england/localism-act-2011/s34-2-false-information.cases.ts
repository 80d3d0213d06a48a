import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import { s34_2 } from './s34-2-false-information.js';
import type { FalseInformationFacts } from './s34-2-false-information.js';

/** False, given under s.30(1), and not cared about: every fact known. */
const reckless = {
  givenUnder: 's.30(1)',
  informationFalse: true,
  knewFalse: false,
  reckless: true,
} as const satisfies FalseInformationFacts;

export const FALSE_INFORMATION_CASES: CaseTable<
  FalseInformationFacts,
  Finding<boolean>,
  readonly string[]
> = {
  title: 'False or misleading information',
  rules: [s34_2.id],
  columns: ['Is an offence', 'Why'],
  decide: (facts) => s34_2.decide(facts, civilDate('2017-10-24')),
  summary: (answer) => [findingInShort(answer), whyInShort(answer)],
  cases: [
    {
      name: 'given recklessly',
      facts: reckless,
      expected: ['true', 'false-information-reckless'],
    },
    {
      name: 'given knowing that it was false',
      facts: { ...reckless, knewFalse: true, reckless: false },
      expected: ['true', 'false-information-knowing'],
    },
    {
      name: 'given in good faith',
      facts: { ...reckless, reckless: false },
      expected: ['false', 'false-information-in-good-faith'],
    },
    {
      name: 'true after all',
      facts: { ...reckless, informationFalse: false },
      expected: ['false', 'information-not-false'],
    },
    {
      name: 'given when disclosing to a meeting',
      facts: { ...reckless, givenUnder: 's.31(2)' },
      expected: ['true', 'false-information-reckless'],
    },
    {
      name: 'given when notifying after a meeting',
      facts: { ...reckless, givenUnder: 's.31(3)' },
      expected: ['true', 'false-information-reckless'],
    },
    {
      name: 'given when notifying before a decision taken alone',
      facts: { ...reckless, givenUnder: 's.31(7)' },
      expected: ['true', 'false-information-reckless'],
    },
    {
      name: 'given on some other occasion',
      facts: { ...reckless, givenUnder: 'something-else' },
      expected: ['false', 'information-not-under-these-duties'],
    },
    {
      name: 'whether they cared is not known, and decides',
      facts: { ...reckless, reckless: undefined },
      expected: ['? reckless', ''],
    },
    {
      name: 'whether they knew does not matter where they did not care',
      facts: { ...reckless, knewFalse: undefined },
      expected: ['true', 'false-information-reckless'],
    },
    {
      name: 'whether it was false is not known, and decides',
      facts: { ...reckless, informationFalse: undefined },
      expected: ['? informationFalse', ''],
    },
    {
      name: 'under which duty is not known, and decides',
      facts: { ...reckless, givenUnder: undefined },
      expected: ['? givenUnder', ''],
    },
    {
      name: 'nothing is known',
      facts: {},
      expected: ['? givenUnder', ''],
    },
  ],
};
