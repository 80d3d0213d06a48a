import type { CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort, whyInShort } from '../../finding-in-short.js';
import { section4 } from './section4-registration.js';
import type { ScottishRegistrationFacts } from './section4-registration.js';

const own = { heldBy: 'self', inARegistrableCategory: true } as const satisfies ScottishRegistrationFacts;

export const SCOTTISH_REGISTRATION_CASES: CaseTable<
  ScottishRegistrationFacts,
  Finding<boolean>,
  readonly string[]
> = {
  title: 'Scotland: whose interests are registered',
  rules: [section4.id],
  columns: ['Register', 'Why'],
  decide: (facts) => section4.decide(facts, section4.inForceFrom),
  summary: (finding) => [findingInShort(finding), whyInShort(finding)],
  cases: [
    { name: 'the councillor’s own job', facts: own, expected: ['true', 'scotland-in-a-category'] },
    {
      name: 'the job of a spouse',
      facts: { ...own, heldBy: 'partner' },
      expected: ['false', 'scotland-only-own-interests'],
    },
    {
      name: 'the job of somebody else',
      facts: { ...own, heldBy: 'someone-else' },
      expected: ['false', 'scotland-only-own-interests'],
    },
    {
      name: 'the job of a spouse, whatever it is',
      facts: { heldBy: 'partner' },
      expected: ['false', 'scotland-only-own-interests'],
    },
    {
      name: 'the councillor’s own interest in no category',
      facts: { ...own, inARegistrableCategory: false },
      expected: ['false', 'scotland-in-no-category'],
    },
    {
      name: 'whose it is is not known',
      facts: { inARegistrableCategory: true },
      expected: ['? heldBy', ''],
    },
    {
      name: 'whether it is in a category is not known',
      facts: { heldBy: 'self' },
      expected: ['? inARegistrableCategory', ''],
    },
  ],
};
