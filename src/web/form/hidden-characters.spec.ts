import { describe, expect, it } from '@jest/globals';
import { hiddenCharacterIn } from './hidden-characters.js';

describe('characters that nobody sees', () => {
  it.each([
    ['a NUL', '\u0000'],
    ['a bell', '\u0007'],
    ['an escape', '\u001b'],
    ['a delete', '\u007f'],
    ['a C1 control', '\u009b'],
    ['an override to the left', '\u202e'],
    ['an override to the right', '\u202d'],
    ['an embedding', '\u202b'],
    ['the end of an embedding', '\u202c'],
    ['an isolate', '\u2066'],
    ['the end of an isolate', '\u2069'],
  ])('%s is refused, and told after which words', (_, character) => {
    expect(hiddenCharacterIn(`Mill Lane${character}x`)).toBe(
      'Your answer has a character that cannot be seen after “Mill Lane”. Delete it, or type the words again',
    );
  });
  it('at the beginning is told to be there', () => {
    expect(hiddenCharacterIn('\u202eenaL')).toContain('at its beginning');
  });
  it.each([
    ['plain words', '3 Mill Lane, Tarrow'],
    ['Hebrew', 'רחוב הרצל 5'],
    ['Arabic with its marks', 'شارع النيل\u200f 5'],
    ['a joiner inside a Persian word', 'می\u200cخواهم'],
    ['an emoji of several signs', '👩‍🌾'],
    ['line ends and tabs', 'a\r\nb\tc'],
    ['a form feed out of a document', 'a\fb'],
  ])('%s is not refused', (_, words) => {
    expect(hiddenCharacterIn(words)).toBeUndefined();
  });
});
