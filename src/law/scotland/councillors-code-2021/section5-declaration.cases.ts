import type { CaseTable } from '../../case-table.js';
import { findingInShort } from '../../finding-in-short.js';
import { section5 } from './section5-declaration.js';
import type { DeclarationFacts, ScottishMeetingAnswer } from './section5-declaration.js';

const friend = {
  links: ['other'],
  quasiJudicialOrRegulatory: false,
  personalConflict: false,
  objectiveTestMet: true,
} as const satisfies DeclarationFacts;

const OUT = ['true', 'true', 'existence_and_nature', 'false', 'false', 'true'];
const CONNECTED = ['true', 'false', 'none', 'true', 'true', 'false'];
const FREE = ['false', 'false', 'none', 'true', 'true', 'false'];
const ask = (fact: string, times: number) => Array<string>(times).fill(`? ${fact}`);

export const DECLARATION_CASES: CaseTable<DeclarationFacts, ScottishMeetingAnswer, readonly string[]> = {
  title: 'Scotland: connection, interest and participation',
  rules: [section5.id],
  columns: ['Connection', 'Interest', 'Disclose', 'Discuss', 'Vote', 'Leave'],
  decide: (facts) => section5.decide(facts, section5.inForceFrom),
  summary: ({ connection, interest, disclose, discuss, vote, leave }) =>
    [connection, interest, disclose, discuss, vote, leave].map(findingInShort),
  cases: [
    { name: 'a connection that the public would think significant', facts: friend, expected: OUT },
    {
      name: 'a connection that it would not',
      facts: { ...friend, objectiveTestMet: false },
      expected: CONNECTED,
    },
    { name: 'no link at all', facts: { ...friend, links: [] }, expected: FREE },
    { name: 'a registered interest', facts: { ...friend, links: ['registered-interest'] }, expected: OUT },
    ...(
      [
        'pays-what-is-being-set',
        'tenant-and-housing-generally',
        'public-services-generally',
        'councillors-allowances',
      ] as const
    ).map((link) => ({
      name: `${link} is no connection`,
      facts: { ...friend, links: [link] },
      expected: FREE,
    })),
    {
      name: 'a link that is left out beside one that counts',
      facts: { ...friend, links: ['councillors-allowances', 'other'] },
      expected: OUT,
    },
    {
      name: 'a body to which the council appointed the councillor',
      facts: { ...friend, links: ['body-by-appointment'] },
      expected: FREE,
    },
    {
      name: 'such a body in a quasi-judicial or regulatory matter',
      facts: { ...friend, links: ['body-by-appointment'], quasiJudicialOrRegulatory: true },
      expected: OUT,
    },
    {
      name: 'such a body where the councillor is in conflict personally',
      facts: { ...friend, links: ['body-by-appointment'], personalConflict: true },
      expected: OUT,
    },
    {
      name: 'such a body, and the kind of matter is not known',
      facts: { ...friend, links: ['body-by-appointment'], quasiJudicialOrRegulatory: undefined },
      expected: ask('quasiJudicialOrRegulatory', 6),
    },
    {
      name: 'such a body, and whether there is a personal conflict is not known',
      facts: { ...friend, links: ['body-by-appointment'], personalConflict: undefined },
      expected: ask('personalConflict', 6),
    },
    {
      name: 'what the public would think is not known',
      facts: { ...friend, objectiveTestMet: undefined },
      expected: ['true', ...ask('objectiveTestMet', 5)],
    },
    {
      name: 'the links are not known',
      facts: { ...friend, links: undefined },
      expected: ask('links', 6),
    },
    {
      name: 'the links do not matter where the public would not think them significant',
      facts: { objectiveTestMet: false },
      expected: ['? links', ...CONNECTED.slice(1)],
    },
  ],
};
