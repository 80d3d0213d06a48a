import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './password-rules.js';

const owner = { name: 'Mrs A Cotterell', email: 'a.cotterell@wyrefordshire.example' };

describe('a password that somebody chooses', () => {
  it.each([
    ['three words', 'three silver kettles'],
    ['twelve characters, the fewest', 'vexed tulip7'],
    ['two hundred characters, the most', 'vexed tulip '.repeat(17).slice(0, 189) + 'odd kettles'],
    ['letters of any language', 'ŵy bach gwyrdd ar y bryn'],
    ['no digit, no capital and no sign', 'kettlemarblefern'],
  ])('may be %s', async (_, password) => {
    expect(await passwordProblem(password, owner)).toBeUndefined();
  });

  it.each([
    ['too-short', 'eleven characters', 'vexed tulip'],
    ['too-short', 'characters that count double in the machine', '🫖🫖🫖🫖🫖🫖🫖'],
    ['too-long', 'more than two hundred', 'vexed tulip '.repeat(17)],
    ['own-words', 'their own address', 'a.cotterell@wyrefordshire.example'],
    ['own-words', 'their own name with a little behind', 'CotterellCotterell12!'],
    ['own-words', 'the name of this service and a year', 'Probity-2026!'],
    ['too-common', 'a common one of twelve characters', 'unbelievable'],
    ['too-common', 'a common one with letters turned', 'P@ssw0rd1234'],
    ['too-common', 'a common one twice', 'letmeinletmein'],
    ['too-common', 'a row of keys', 'qwertyuiop123'],
    ['too-common', 'one letter again and again', 'aaaaaaaaaaaaaaaa'],
    ['too-common', 'two common words', 'manchesterunited'],
  ])('is refused as %s: %s', async (problem, _, password) => {
    expect(await passwordProblem(password, owner)).toBe(problem);
  });
});
