import { describe, expect, it, test } from '@jest/globals';
import {
  type InterestToMatch,
  match,
  type MatchContext,
  matchPrepared,
  type MatchLevel,
  prepareInterest,
  prepareItem,
} from './index.js';

interface Case {
  name: string;
  interest: string | Partial<InterestToMatch>;
  title: string;
  text?: string;
  context?: MatchContext;
  level: MatchLevel;
  words?: [string, string];
}

const cases: Case[] = [
  {
    name: 'a company named in the title',
    interest: 'Hartlebrook Family Support Ltd',
    title: 'Contract with Hartlebrook Family Support Ltd',
    level: 'probable',
    words: ['Hartlebrook Family Support Ltd', 'Hartlebrook Family Support Ltd'],
  },
  {
    name: 'a company named only in the report',
    interest: 'Director of Hartlebrook Family Support Limited',
    title: 'Early help',
    text: 'The work is done by Hartlebrook Family Support Ltd of Severn Marsh.',
    level: 'probable',
    words: ['Hartlebrook Family Support Limited', 'Hartlebrook Family Support Ltd'],
  },
  {
    name: 'a company printed without its legal form, before words that are no part of it',
    interest: 'Hartlebrook Family Support Ltd',
    title: 'Hartlebrook Family Support company car scheme',
    level: 'probable',
    words: ['Hartlebrook Family Support Ltd', 'Hartlebrook Family Support'],
  },
  {
    name: 'a public limited company, in small letters',
    interest: { names: ['Tallow Almshouses plc'] },
    title: 'Contract with Tallow Almshouses plc',
    level: 'probable',
    words: ['Tallow Almshouses plc', 'Tallow Almshouses plc'],
  },
  {
    name: 'Ltd and Limited, & and "and", apostrophes, St. and St',
    interest: "Trustee of St. Oda's & Brine Almshouses Ltd",
    title: 'Grant to St Odas and Brine Almshouses Limited',
    level: 'probable',
  },
  {
    name: 'Street and St',
    interest: '4 Mill Street, Brine',
    title: 'Land at 4 Mill St., Brine',
    level: 'probable',
  },
  {
    name: 'letters of another size',
    interest: 'BRINE ROWERS',
    title: 'Slipway for Brine Rowers',
    level: 'probable',
  },
  {
    name: 'a short form that leaves out only what says nothing',
    interest: 'Quillan Housing Association - board',
    title: 'Application 17/00312/FUL (applicant Quillan Housing)',
    level: 'possible',
    words: ['Quillan Housing', 'Quillan Housing'],
  },
  {
    name: 'one of two names',
    interest: 'Associated with Brine Show and Brine Rowers',
    title: 'Gift to Brine Rowers',
    level: 'probable',
  },
  {
    name: 'another company of the same pattern',
    interest: 'Marketing Brine Ltd',
    title: 'Marketing Wyreford Ltd',
    level: 'none',
  },
  {
    name: 'another church of the same saint',
    interest: "St Oda's Church",
    title: "Lease to St Oda's Court Ltd",
    level: 'none',
  },
  {
    name: 'frequent words alone',
    interest: 'A Primary School',
    title: 'Primary School Admissions Policy',
    level: 'none',
  },
  {
    name: 'an office, and a policy for all such bodies',
    interest: 'Governor of Tallow Primary School',
    title: 'School funding formula',
    level: 'possible',
    words: ['Governor', 'School funding'],
  },
  {
    name: 'the same office, and one other body',
    interest: 'Governor of Tallow Primary School',
    title: '24/00117/FUL Brine Infant School: fence',
    level: 'none',
  },
  {
    name: 'an occupation, and the trade in general',
    interest: 'Taxi proprietor',
    title: 'Hackney carriage fares',
    level: 'possible',
    words: ['Taxi proprietor', 'Hackney carriage'],
  },
  {
    name: 'a few words between the words of a name',
    interest: 'Brine Show',
    title: 'Donation: Brine Agricultural and Horticultural Show',
    level: 'possible',
    words: ['Brine Show', 'Brine Agricultural and Horticultural Show'],
  },
  {
    name: 'initials in the interest',
    interest: 'Chair of TBT',
    title: 'Loan to the Tallow Boathouse Trust',
    level: 'possible',
    words: ['TBT', 'Tallow Boathouse Trust'],
  },
  {
    name: 'initials in the item, with the place beside them',
    interest: "Brine Women's Institute",
    title: 'Hall hire: Brine WI',
    level: 'possible',
    words: ["Women's Institute", 'WI'],
  },
  {
    name: 'initials of the same body in another place',
    interest: "Brine Women's Institute",
    title: 'Hall hire: Wyreford WI',
    level: 'none',
  },
  {
    name: 'a former name',
    interest: 'Fenbury Roads (now Trident Highways)',
    title: 'Land at Brine (Trident Highways object)',
    level: 'probable',
  },
  {
    name: 'a trading name',
    interest: 'J Pellar t/a Brine Bakes',
    title: 'Pitch for Brine Bakes',
    level: 'probable',
  },
  {
    name: 'a group that the register names',
    interest: 'Ostrel Waste Ltd, a subsidiary of Marchbank Group',
    title: 'Contract with Marchbank Group plc',
    level: 'probable',
  },
  {
    name: 'a shop by its first word',
    interest: 'Pembermart Stores Ltd',
    title: 'Licence (applicant Pembermart)',
    level: 'possible',
    words: ['Pembermart Stores Ltd', 'Pembermart'],
  },
  {
    name: 'the first word of a firm that is a town',
    interest: 'Brine Garden Machinery Ltd',
    title: 'Brine Market Square',
    level: 'none',
  },
  {
    name: 'accents that one side leaves out',
    interest: 'Gŵyl y Gog',
    title: 'Gwyl y Gog: donation',
    level: 'probable',
  },
  {
    name: 'a body without a proper name',
    interest: 'Environment Agency',
    title: 'Transfer to the Environment Agency',
    level: 'possible',
  },
  {
    name: 'a surname with the same initial',
    interest: 'Employed by Mrs Ffion Garmonwy',
    title: 'Barn (Mrs F Garmonwy)',
    level: 'possible',
    words: ['Mrs Ffion Garmonwy', 'Garmonwy'],
  },
  {
    name: 'a surname with another initial',
    interest: 'Employed by Mrs Ffion Garmonwy',
    title: 'Porch (Mr Dewi Garmonwy)',
    level: 'none',
  },
  {
    name: 'a member who is named like a firm',
    interest: 'Brodgar Ltd',
    title: 'Cllr Brodgar: leave of absence',
    level: 'none',
  },
  {
    name: 'a line of a list of payments',
    interest: 'Holloway Print Ltd',
    title: 'Payments',
    text: 'Aldersgate Paper £612.00; Holloway Print Ltd £845.20; Sedge Signs £540.00',
    level: 'probable',
    words: ['Holloway Print Ltd', 'Holloway Print Ltd'],
  },
  {
    name: 'a neighbour who names no place',
    interest: 'Owner of adjoining land',
    title: 'Planning application: stables',
    level: 'possible',
  },
  {
    name: 'a house without a number in its village',
    interest: { text: 'Fernhollow, Nether Brine', category: 'land' },
    title: '20/00318/FUL Fernhollow, Nether Brine',
    level: 'probable',
  },
  {
    name: 'a bare word, which may be a town',
    interest: 'Member of a club in Wyreford',
    title: 'Wyreford Market',
    level: 'none',
  },
  {
    name: 'a bare word that the member gave as a name',
    interest: { text: 'my shop', names: ['Tallowby'] },
    title: 'Licence for Tallowby',
    level: 'possible',
  },
  {
    name: 'a bare name where the item means the ordinary word',
    interest: { text: 'my shop', names: ['Kiosk'] },
    title: 'Repairs to the kiosk',
    level: 'none',
  },
  {
    name: "the council's own name",
    interest: 'Member of Wyrefordshire County Council',
    title: 'Wyrefordshire County Council: plan for the year',
    context: { authority: 'Wyrefordshire County Council' },
    level: 'none',
  },
  {
    name: 'the names of two towns of the area',
    interest: 'Severn Marsh',
    title: 'Parking in Severn Marsh',
    context: { places: ['Severn Marsh'] },
    level: 'none',
  },
  {
    name: 'a postcode written with and without its space',
    interest: 'Unit 4, WV994QX',
    title: 'Lease',
    text: 'Premises at WV99 4QX',
    level: 'probable',
    words: ['WV994QX', 'WV99 4QX'],
  },
  { name: 'half a postcode', interest: 'a flat in WV99', title: 'Rents in WV99', level: 'none' },
  {
    name: 'the same house in the same town',
    interest: '12 Kiln Road, Nether Brine',
    title: '17/00312/FUL - 12 Kiln Rd, Nether Brine',
    level: 'probable',
    words: ['12 Kiln Road', '12 Kiln Rd'],
  },
  {
    name: 'the same house, the town not said',
    interest: '12 Kiln Road',
    title: 'Extension at 12 Kiln Road',
    level: 'possible',
  },
  {
    name: 'the same street in the same town',
    interest: '12 Kiln Road, Nether Brine',
    title: 'Drains in Kiln Road, Nether Brine',
    level: 'possible',
  },
  {
    name: 'the same street in another town',
    interest: '12 Kiln Road, Wyreford',
    title: 'House at 12 Kiln Road, Nether Brine',
    level: 'none',
  },
  {
    name: 'a lane is not a road',
    interest: '12 Kiln Lane, Nether Brine',
    title: '12 Kiln Road, Nether Brine',
    level: 'none',
  },
  {
    name: 'an address given as an address',
    interest: { text: 'my house', addresses: ['3 Eel Row, Brine'] },
    title: '3 Eel Row, Brine',
    level: 'probable',
  },
  {
    name: 'a name does not run on from title to report',
    interest: 'Brine Rowers',
    title: 'Gift to Brine',
    text: 'Rowers and others',
    level: 'none',
  },
  {
    name: 'the village of an address',
    interest: '12 Kiln Road, Nether Brine',
    title: 'Drains in Nether Brine',
    level: 'none',
  },
  {
    name: 'the town of a piece of land',
    interest: { text: 'Heron Cottage, Severn Marsh', category: 'land' },
    title: 'Parking in Severn Marsh',
    level: 'none',
  },
  { name: 'an empty interest', interest: '', title: 'Anything', level: 'none' },
];

const given = (interest: Case['interest']): InterestToMatch =>
  typeof interest === 'string'
    ? { text: interest, category: 'employment' }
    : { text: '', category: 'employment', ...interest };

describe('an interest against an item', () => {
  it.each(cases)('$name: $level', ({ interest, title, text, context, level, words }) => {
    const item = { title, ...(text === undefined ? {} : { text }) };
    const answer = match(given(interest), item, context);
    expect(answer.level).toBe(level);
    if (words !== undefined) expect([answer.evidence[0]?.interest, answer.evidence[0]?.item]).toEqual(words);
    expect(answer.score > 0).toBe(level !== 'none');
    expect(answer.evidence.length > 0).toBe(level !== 'none');
  });

  it.each(cases)('$name: its evidence stands on both sides', ({ interest, title, text = '', context }) => {
    const { text: words, names = [], addresses = [] } = given(interest);
    for (const evidence of match(given(interest), { title, text }, context).evidence) {
      expect([words, ...names, ...addresses].join('\n')).toContain(evidence.interest);
      expect(`${title}\n${text}`).toContain(evidence.item);
    }
  });
});

test('when nothing is found the sentence says just that, and that the member must still consider it', () => {
  const { why } = match({ text: 'Brine Rowers', category: 'employment' }, { title: 'Welcome' });
  expect(why).toMatch(/^Nothing was found/);
  expect(why).toMatch(/must still consider/);
  expect(why).not.toMatch(/no interest/i);
});

test('prepared sides give the same answer, in any order and any number of times', () => {
  const item = prepareItem({ title: 'Gift to Brine Rowers and to Tallow Almshouses' });
  const rowers = prepareInterest({ text: 'Brine Rowers', category: 'employment' });
  const others = prepareInterest({ text: 'Tallow Almshouses', category: 'employment' });
  const first = matchPrepared(rowers, item);
  matchPrepared(others, item);
  expect(matchPrepared(rowers, item)).toEqual(first);
});
