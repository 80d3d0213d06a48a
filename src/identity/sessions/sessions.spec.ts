import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { browserInWords } from './browser.js';
import { placeOf } from './place.js';
import { SessionStore } from './session-store.js';

const MOZILLA = 'Mozilla/5.0';
describe('a browser in rough words', () => {
  it.each([
    [`${MOZILLA} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox on Windows'],
    [
      `${MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0`,
      'Edge on Windows',
    ],
    [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18 Safari/605`, 'Safari on a Mac'],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 CriOS/140 Safari/604`,
      'Chrome on an iPhone',
    ],
    [
      `${MOZILLA} (Linux; Android 15; SM-S931B) SamsungBrowser/28.0 Chrome/130 Safari/537`,
      'Samsung Internet on Android',
    ],
    ['curl/8.0', 'A browser that we do not know'],
    ['<script>Firefox/1</script>', 'Firefox'],
    ['', 'A browser that we do not know'],
  ])('%s', (userAgent, words) => {
    expect(browserInWords(userAgent)).toBe(words);
  });
});

describe('where a request comes from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['nonsense', 'nowhere'],
    [undefined, 'nowhere'],
  ])('%s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});

it('does not take a server whose socket is missing for a session that has ended', async () => {
  const store = new SessionStore(new pg.Pool({ host: '/no/such/folder' }));
  const error = await new Promise((resolve) => {
    store.get('any', resolve);
  });
  // What express-session takes for "there is no such session".
  expect(error).not.toMatchObject({ code: 'ENOENT' });
  expect(error).toMatchObject({ cause: { code: 'ENOENT' } });
});
