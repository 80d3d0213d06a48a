import { describe, expect, it } from '@jest/globals';
import { isMailAddress } from './index.js';

describe('the address of one mailbox', () => {
  it.each([
    'ann.agar@council.example',
    "o'brien+probity@wyre-forest.gov.example",
    'a@b',
    'tŷ@cyngor.example',
    'ann@sir-gâr.example',
    `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
    `${'a'.repeat(64)}@${`${'b'.repeat(62)}.`.repeat(3)}`.slice(0, 253) + 'c',
  ])('%s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });
});

describe('no address, or more than one', () => {
  it.each([
    ['nothing', ''],
    ['no @', 'ann.agar'],
    ['nothing before it', '@council.example'],
    ['nothing after it', 'ann@'],
    ['two of them', 'ann@council@example'],
    ['two addresses', 'ann@council.example, ben@council.example'],
    ['two addresses without a blank', 'ann@council.example,ben'],
    ['two with a semicolon', 'ann@council.example;ben@council.example'],
    ['a name around it', 'Ann Agar <ann@council.example>'],
    ['angle brackets', '<ann@council.example>'],
    ['a line break and a header', 'ann@council.example\r\nBcc: ben@council.example'],
    ['a line break before the @', 'ann\n@council.example'],
    ['a line break at its end', 'ann@council.example\n'],
    ['a NUL', 'ann\0@council.example'],
    ['a blank', 'ann agar@council.example'],
    ['a blank around it', ' ann@council.example'],
    ['a quoted part', '"ann agar"@council.example'],
    ['a comment', 'ann(agar)@council.example'],
    ['a number for a host', 'ann@[127.0.0.1]'],
    ['two dots', 'ann..agar@council.example'],
    ['a dot first', '.ann@council.example'],
    ['a dot at the end of the host', 'ann@council.example.'],
    ['a hyphen at the end of a label', 'ann@council-.example'],
    ['65 characters before the @', `${'a'.repeat(65)}@council.example`],
    ['33 letters of two bytes before the @', `${'ŷ'.repeat(33)}@council.example`],
    ['a label of 64', `ann@${'b'.repeat(64)}.example`],
    ['255 characters', `${'a'.repeat(64)}@${`${'b'.repeat(62)}.`.repeat(3)}c`],
  ])('%s', (_, address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
