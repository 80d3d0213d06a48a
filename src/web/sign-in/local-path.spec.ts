import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('where somebody is returned to', () => {
  it.each(['/my', '/my/interests/notify', '/officer?state=overdue'])('%s is a path of this site', (path) => {
    expect(localPath(path)).toBe(path);
  });
  it.each([
    ['another site', 'https://evil.example/'],
    ['another site without its scheme', '//evil.example'],
    ['a backslash that browsers read as a slash', '/\\evil.example'],
    ['a path that climbs into another site', '/..//evil.example'],
    ['a tab that browsers drop', '/\t/evil.example'],
    ['a line end', '/my\r\nSet-Cookie: a=b'],
    ['a script', 'javascript:alert(1)'],
    ['a path without its slash', 'my'],
    ['signing out', '/sign-out'],
    ['signing in', '/sign-in?returnTo=/sign-in'],
    ['nothing', ''],
    ['more than an address', `/${'a'.repeat(500)}`],
    ['two of them', ['/my', '/my']],
  ])('nowhere by %s', (_, sent) => {
    expect(localPath(sent)).toBeUndefined();
  });
});
