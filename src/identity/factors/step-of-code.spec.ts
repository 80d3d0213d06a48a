import { describe, expect, it } from '@jest/globals';
import { addressOfApp, newSecret, stepOfCode } from './step-of-code.js';

/** RFC 6238, appendix B, for SHA-1: the secret '12345678901234567890'. Eight digits there; apps show the last six. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an app', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082', 1],
    ['2005-03-18T01:58:29Z', '081804', 37_037_036],
    ['2603-10-11T11:33:20Z', '353130', 666_666_666],
  ])('is that of the RFC at %s', (at, code, step) => {
    expect(stepOfCode(SECRET, code, new Date(at))).toBe(step);
    expect(stepOfCode(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, new Date(at))).toBe(step);
  });

  // 081804 is shown from 01:58:00 to 01:58:29.
  it.each([
    ['two steps early', '2005-03-18T01:57:29Z', undefined],
    ['one step early', '2005-03-18T01:57:30Z', 37_037_036],
    ['one step late', '2005-03-18T01:58:59Z', 37_037_036],
    ['two steps late', '2005-03-18T01:59:00Z', undefined],
  ])('is taken one step early or late, and not two: %s', (_, at, step) => {
    expect(stepOfCode(SECRET, '081804', new Date(at))).toBe(step);
  });

  it.each(['', '081805', '81804', '0818040', '０８１８０４', 'abcdef', '-81804'])('is not %p', (typed) => {
    expect(stepOfCode(SECRET, typed, new Date('2005-03-18T01:58:29Z'))).toBeUndefined();
  });
});

it('a secret is new each time, and the app is told it with the service and the account', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const address = new URL(addressOfApp(secret, 'Probity council.example', 'ada@council.example'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toBe('/Probity council.example:ada@council.example');
  expect(address.searchParams.get('secret')).toBe(secret);
});
