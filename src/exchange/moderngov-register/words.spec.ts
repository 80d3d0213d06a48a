import { describe, expect, it } from '@jest/globals';
import { categoryOfCaption } from './captions.js';
import { fillerIn } from './fillers.js';
import { proposedWords } from './propose.js';
import { dayInWords } from './published-on.js';

describe('a caption', () => {
  it.each([
    ['Corporate tenancies', 'corporate-tenancies'],
    ['CORPORATE TENANCY OF LAND', 'corporate-tenancies'],
    ['Licences to occupy land', 'licences'],
    ['Gifts and hospitality', 'gifts'],
    ['Hospitality received in office', 'gifts'],
    ['Beneficial interests in securities', 'securities'],
    ['Shares in companies', 'securities'],
    ['Sponsorship', 'sponsorship'],
    ['Payment of election expenses', 'sponsorship'],
    ['Any other financial benefit', 'sponsorship'],
    ['Contracts with the council for land', 'contracts'],
    ['Land in the area of the council', 'land'],
    ['Employment, office, trade, profession or vocation', 'employment'],
    ['Trade carried on for profit', 'employment'],
    ['Trade union', 'other-bodies'],
    ['Professional/Trade Association', 'other-bodies'],
    ['Membership of other bodies', 'other-bodies'],
    ['Non-pecuniary interests', 'other-bodies'],
    ['Other interests', 'other-bodies'],
    ['Charity Trusteeships', 'other-bodies'],
    ['Clubs or Societies', 'other-bodies'],
    ['Fraternal or Sororal Societies', 'other-bodies'],
    ['Livery Company', 'other-bodies'],
    ['Political Party', 'other-bodies'],
    ['Think tanks', 'other-bodies'],
    ['Other non-remunerated directorship', 'other-bodies'],
    ['Work in Northern Ireland', null],
    ['Allotments', null],
    ['', null],
  ])('%j means %s', (caption, category) => {
    expect(categoryOfCaption(caption)).toBe(category);
  });
});

describe('what fills a cell', () => {
  it.each([
    ...[
      'none',
      'NONE',
      'None.',
      '"None"',
      'nil',
      'Nil return',
      'n/a',
      'N/A.',
      '-',
      '–',
      '—',
      'Not applicable',
    ],
    ...['None declared', 'Nothing', 'no interests', ' none ', '(none)', 'Dim', '.'],
  ])('%j says nothing', (text) => {
    expect(fillerIn(text)).toBe('says-nothing');
  });
  it.each([
    'As above',
    'as above.',
    'AS ABOVE',
    'Same as above',
    'See above',
    'Ditto',
    '(as above)',
    'Fel uchod',
  ])('%j points elsewhere', (text) => {
    expect(fillerIn(text)).toBe('refers-elsewhere');
  });
  it.each([
    'None but my house',
    'Nilsson Ltd',
    'As above, and 3 Mill Lane',
    'Noneley Farm',
    'No 3 Mill Lane',
    '0',
  ])('%j tells of something', (text) => {
    expect(fillerIn(text)).toBeUndefined();
  });
});

describe('a day in words', () => {
  it.each([
    ['Tuesday, 10 March 2026, 11.00 a.m.', '2026-03-10'],
    ['1st January 2026', '2026-01-01'],
    ['Dydd Mawrth, 10 Mawrth 2026', '2026-03-10'],
    ['10fed o Fawrth 2026', '2026-03-10'],
    ['1af o Fai 2026', '2026-05-01'],
    ['3ydd o Orffennaf 2026', '2026-07-03'],
    ['31 Rhagfyr 2025', '2025-12-31'],
    ['31 February 2026', undefined],
    ['March 2026', undefined],
    ['10/03/2026', undefined],
  ])('%j is %s', (text, day) => {
    expect(dayInWords(text)).toBe(day);
  });
});

describe('the text of a row in the fields of its heading', () => {
  it.each([
    ['employment', 'Site manager, Tarrow Build Ltd', { role: 'Site manager', employer: 'Tarrow Build Ltd' }],
    [
      'employment',
      'Teacher at Ashford School, Ashford',
      { role: 'Teacher', employer: 'Ashford School, Ashford' },
    ],
    ['employment', 'Retired', { role: 'Retired' }],
    ['employment', 'Teacher, St Mary’s, Ashford', { role: 'Teacher, St Mary’s, Ashford' }],
    ['employment', 'Nurse,', { role: 'Nurse,' }],
    ['land', '14 Mill Lane\nAshford\nWR5 2NP', { address: '14 Mill Lane, Ashford', postcode: 'WR5 2NP' }],
    ['land', 'Owner of a field', { address: 'Owner of a field' }],
    ['licences', 'Plot 14', { address: 'Plot 14' }],
    ['other-bodies', 'Trustee of the Almshouses', { 'body-role': 'Trustee', body: 'Almshouses' }],
    ['other-bodies', 'Ashford Choir', { body: 'Ashford Choir' }],
    ['securities', 'Tarrow plc', { company: 'Tarrow plc' }],
    ['contracts', 'Roof repairs', { subject: 'Roof repairs' }],
    ['sponsorship', 'A Party', { payer: 'A Party' }],
    ['corporate-tenancies', 'Tarrow Ltd', { tenant: 'Tarrow Ltd' }],
  ] as const)('%s: %j', (category, text, words) => {
    expect(proposedWords(category, { text })).toEqual(words);
  });
  it.each([
    ['3 February 2026', { what: 'Tickets', 'offered-on': '2026-02-03' }],
    ['03/02/2026', { what: 'Tickets', 'offered-on': '2026-02-03' }],
    ['2-3 February 2017', { what: 'Tickets (2-3 February 2017)' }],
    ['1 May to 3 May 2017', { what: 'Tickets (1 May to 3 May 2017)' }],
    ['Spring 2017', { what: 'Tickets (Spring 2017)' }],
  ])('a gift of %s', (dateText, words) => {
    expect(proposedWords('gifts', { text: 'Tickets', dateText })).toEqual(words);
  });
});
