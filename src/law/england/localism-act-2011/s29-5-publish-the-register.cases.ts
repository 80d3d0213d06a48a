import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueInShort } from './finding-in-short.js';
import { s29_5 } from './s29-5-publish-the-register.js';
import type { Publication, PublicationFacts } from './s29-5-publish-the-register.js';

const PRINCIPALS_AREA = 'the-principal-authoritys-area';

export const PUBLICATION_CASES: CaseTable<PublicationFacts, Publication, readonly string[]> = {
  title: 'Where the register is published and inspected',
  rules: [s29_5.id],
  columns: ['Published on the website of', 'Inspected in', 'The parish is given its data'],
  decide: (facts) => s29_5.decide(facts, civilDate('2017-10-24')),
  summary: ({ publishOn, inspectIn, giveParishItsData }) =>
    [publishOn, inspectIn, giveParishItsData].map(valueInShort),
  cases: [
    {
      name: 'of a county council: its own website and area',
      facts: { parishCouncil: false },
      expected: ['the-authority', 'the-authoritys-area', 'false'],
    },
    {
      name: 'of a parish council with a website: the principal authority’s and its own',
      facts: { parishCouncil: true, parishHasWebsite: true },
      expected: ['the-principal-authority, the-parish-council', PRINCIPALS_AREA, 'true'],
    },
    {
      name: 'of a parish council without one: the principal authority’s alone',
      facts: { parishCouncil: true, parishHasWebsite: false },
      expected: ['the-principal-authority', PRINCIPALS_AREA, 'false'],
    },
    {
      name: 'whether the parish council has a website is not known: that is the question',
      facts: { parishCouncil: true },
      expected: ['? parishHasWebsite', PRINCIPALS_AREA, '? parishHasWebsite'],
    },
    {
      name: 'whether it is a parish council is not known: that is the question',
      facts: { parishHasWebsite: true },
      expected: ['? parishCouncil', '? parishCouncil', '? parishCouncil'],
    },
    {
      name: 'nothing is given to a parish without a website, so what authority it is does not matter for that',
      facts: { parishHasWebsite: false },
      expected: ['? parishCouncil', '? parishCouncil', 'false'],
    },
  ],
};
