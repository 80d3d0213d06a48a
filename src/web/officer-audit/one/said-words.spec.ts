import { describe, expect, it } from '@jest/globals';
import type { Names } from '../names.js';
import { partInWords, valueInWords } from './said-words.js';

const ID = '6f9a1c2e-0000-4000-8000-0123456789ab';
const names: Names = { people: new Map([[ID, 'Priya']]), things: new Map() };

describe('what an event said', () => {
  it.each([
    ['memberId', 'For or about which member'],
    ['stillWaiting', 'Still waiting'],
    ['seatId', 'Seat'],
    ['opened_by', 'Opened by'],
    ['Id', 'Id'],
  ])('has a part %s, which is called %s', (name, words) => {
    expect(partInWords(name)).toBe(words);
  });

  it.each([
    [true, ['Yes']],
    [false, ['No']],
    [null, ['Nothing']],
    ['', ['Nothing']],
    [12, ['12']],
    ['web', ['web']],
    ['2017-10-16', ['16 October 2017']],
    ['2017-13-16', ['2017-13-16']],
    ['2017-06-04T23:30:00.000Z', ['5 June 2017 at 12:30am']],
    [ID, ['Priya']],
    [ID.replace('6', '7'), [ID.replace('6', '7')]],
    [[], ['None']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [{ kind: 'fraction', oneIn: 3 }, ['Kind: fraction; One in: 3']],
    [[{ memberId: ID, was: null }], ['For or about which member: Priya; What it was before: Nothing']],
  ])('%j in words is %j', (value, words) => {
    expect(valueInWords(value, names)).toEqual(words);
  });
});
