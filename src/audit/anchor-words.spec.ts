import { describe, expect, it } from '@jest/globals';
import { anchorAsJson, anchorInWords, anchorsIn, AnchorsUnreadable } from './anchor-words.js';

const anchor = {
  ...{ authorityId: '6f9a1c2e-0000-4000-8000-0123456789ab', day: '2026-11-27', position: '48213' },
  hash: '3b'.repeat(32),
};
const other = { ...anchor, day: '2026-11-28', position: '48300' };
const mail = anchorInWords(anchor, 'Wyrefordshire', 'https://probity.example/anchors/wyrefordshire');

describe('an anchor that was mailed', () => {
  it.each([
    ['as it came', mail],
    ['quoted', mail.replace(/^/gm, '> ')],
    ['quoted twice, with the line ends of mail', mail.replace(/^/gm, '> > ').replace(/\n/g, '\r\n')],
    ['under its headers', `From: probity@example.org\nSubject: hash of the day: chain\n\n${mail}`],
    ['written in capitals', mail.toUpperCase()],
  ])('is read %s', (_, text) => {
    expect(anchorsIn(text)).toEqual([anchor]);
  });

  it('is read among others, in whichever form each is', () => {
    const text = [mail, anchorAsJson(other), anchorInWords(other, 'X', 'y')].join('\n\n');
    expect(anchorsIn(text)).toEqual([anchor, other, other]);
  });
});

describe('a file of anchors is refused', () => {
  it.each([
    ['without any', 'Dear auditor,\nnothing yet.', 'There is no anchor in it.'],
    ['with half a one at its end', mail.slice(0, mail.indexOf('hash:')), 'The last anchor is not whole.'],
    ['with half a one before the next', `chain: ${anchor.authorityId}\n${mail}`, 'begins another anchor'],
    ['with a hash that is cut short', mail.replace('3b3b', ''), 'Line 7 has a hash that is none.'],
    ['with a day that does not exist', mail.replace('2026-11-27', '2026-11-31'), 'has a day that is none'],
    ['with JSON that is broken', '{"chain":', 'Line 1 is no JSON.'],
    ['with JSON that is something else', '{"chain":"6f9a"}', 'Line 1 has a chain that is none.'],
  ])('%s', (_, text, sentence) => {
    expect(() => anchorsIn(text)).toThrow(AnchorsUnreadable);
    expect(() => anchorsIn(text)).toThrow(sentence);
  });
});
