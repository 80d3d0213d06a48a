import { describe, expect, it } from '@jest/globals';
import { filterOf, queryOf, readAsked } from './filter.js';

const BODY = 'd8a0a7d6-3d53-4bb8-8b07-5be2ae9e4a4f';
const places = { bodies: [{ id: BODY, name: 'Highways' }], groupOf: new Map([['one', 'Riverside & Weir']]) };
const NOTHING = { state: '', kind: '', body: '', group: '', name: '' };

describe('what an address asks of the board', () => {
  it('is read where it is there, and kept in the address', () => {
    const asked = readAsked(
      { state: 'overdue', kind: 'confirmation', body: BODY, group: 'Riverside & Weir', name: '  Agar ' },
      places,
    );
    expect(asked).toEqual({
      ...{ state: 'overdue', kind: 'confirmation', body: BODY, group: 'Riverside & Weir', name: 'Agar' },
    });
    expect(queryOf(asked, { page: '2' })).toBe(
      `?state=overdue&kind=confirmation&body=${BODY}&group=Riverside+%26+Weir&name=Agar&page=2`,
    );
  });
  it.each([
    ['a state that there is not', { state: 'guilty' }],
    ['a kind that there is not', { kind: 'guilt' }],
    ['a body of another council', { body: 'd8a0a7d6-3d53-4bb8-8b07-5be2ae9e4a40' }],
    ['a group that nobody is in', { group: 'Nobody' }],
    ['a list', { state: ['overdue', 'met'], name: ['a', 'b'] }],
    ['nothing', {}],
  ])('asks for nothing by %s', (_, query) => {
    expect(readAsked(query, places)).toEqual(NOTHING);
    expect(filterOf(NOTHING)).toEqual({});
    expect(queryOf(NOTHING)).toBe('');
  });
});
