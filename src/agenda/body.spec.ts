import { describe, expect, it } from '@jest/globals';
import { bodyIn } from './body.js';

describe('who meets', () => {
  it.each([
    ['Notice is given that the Planning Committee will meet', 'Planning Committee'],
    ['Brine Parish Council\nNotice of the Staffing Committee meeting', 'Staffing Committee'],
    ['Brine Town Council - Open Spaces Committee', 'Open Spaces Committee'],
    ['BRINE COUNTY COUNCIL\nTHE REGULATORY COMMITTEE', 'REGULATORY COMMITTEE'],
    ['Meeting of the Cabinet Member for Transport', 'Cabinet Member for Transport'],
    ['BRINE CITY COUNCIL\nA Clerk\nChief Executive', 'BRINE CITY COUNCIL'],
    ['Agenda for Nether Brine Parish Meeting', 'Nether Brine Parish Meeting'],
    ['The Council Chamber, Brine House', null],
  ])('%s', (head, body) => {
    expect(bodyIn(head)).toBe(body);
  });
});
