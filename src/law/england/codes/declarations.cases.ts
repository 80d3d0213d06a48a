import type { Case, CaseTable } from '../../case-table.js';
import type { Finding } from '../../conclusion.js';
import { findingInShort } from '../../finding-in-short.js';
import { civilDate } from '../../time/civil-date.js';
import type { DeclarationAnswer, DeclarationFacts, DeclarationPart } from './declarations.js';
import { worcestershireDeclaration } from './worcestershire-2012/declarations.js';

const complete = {
  itemNamed: true,
  existenceStated: true,
  natureStated: true,
  sensitive: 'no',
} as const satisfies DeclarationFacts;
const ACCEPTABLE = ['true', 'nothing'];

const CASES: readonly Case<DeclarationFacts, readonly string[]>[] = [
  { name: 'item, existence and nature', facts: complete, expected: ACCEPTABLE },
  {
    name: 'no nature',
    facts: { ...complete, natureStated: false },
    expected: ['false', 'nature'],
  },
  {
    name: 'no item: a declaration in case something comes up',
    facts: { ...complete, itemNamed: false },
    expected: ['false', 'agenda item'],
  },
  {
    name: 'an item and no interest said to be in it',
    facts: { ...complete, existenceStated: false },
    expected: ['false', 'existence'],
  },
  {
    name: 'nothing at all',
    facts: { itemNamed: false, existenceStated: false, natureStated: false, sensitive: 'no' },
    expected: ['false', 'agenda item, existence, nature'],
  },
  {
    name: 'no nature of an interest that is agreed to be sensitive',
    facts: { ...complete, natureStated: false, sensitive: 'agreed' },
    expected: ACCEPTABLE,
  },
  {
    name: 'no nature and no item, of one that is agreed to be sensitive',
    facts: { ...complete, itemNamed: false, natureStated: false, sensitive: 'agreed' },
    expected: ['false', 'agenda item'],
  },
  {
    name: 'no nature of an interest that is only claimed to be sensitive',
    facts: { ...complete, natureStated: false, sensitive: 'claimed' },
    expected: ['false', 'nature'],
  },
  {
    name: 'the words only point to the register',
    facts: { ...complete, natureStated: undefined, wording: 'As recorded in the register' },
    expected: ['false', 'nature'],
  },
  {
    name: 'whoever said that the nature is stated decides, whatever the words',
    facts: { ...complete, wording: 'As recorded in the register' },
    expected: ACCEPTABLE,
  },
  {
    name: 'whether the words state the nature is for a person to say',
    facts: { ...complete, natureStated: undefined, wording: 'Item 4: my sister keeps the tea room' },
    expected: ['? declaration.natureStated', '? declaration.natureStated'],
  },
  {
    name: 'whether it is sensitive matters where no nature is stated',
    facts: { ...complete, natureStated: false, sensitive: undefined },
    expected: ['? interest.sensitive', '? interest.sensitive'],
  },
  {
    name: 'and not where it is',
    facts: { ...complete, sensitive: undefined },
    expected: ACCEPTABLE,
  },
  {
    name: 'without an item it is not acceptable, and what else is missing is not known',
    facts: { itemNamed: false, existenceStated: true, sensitive: 'no' },
    expected: ['false', '? declaration.natureStated'],
  },
];

export const DECLARATION_CASES: CaseTable<DeclarationFacts, DeclarationAnswer, readonly string[]> = {
  title: 'Worcestershire 2012: the form of a declaration',
  rules: [worcestershireDeclaration.id],
  columns: ['Is acceptable', 'Is missing'],
  decide: (facts) => worcestershireDeclaration.decide(facts, civilDate('2017-10-24')),
  summary: ({ acceptable, missing }) => [findingInShort(acceptable), missingInShort(missing)],
  cases: CASES,
};

function missingInShort(missing: Finding<readonly DeclarationPart[]>): string {
  if (missing.kind === 'cannot-tell') return `? ${missing.question}`;
  return missing.value.length === 0 ? 'nothing' : missing.value.join(', ');
}
