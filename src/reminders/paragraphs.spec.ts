import { describe, expect, it } from '@jest/globals';
import { paragraphsOf } from './paragraphs.js';

const links = (body: string): (string | undefined)[] =>
  paragraphsOf(body).flatMap((parts) => parts.flatMap(({ href }) => href ?? []));

describe('a message in the outbox', () => {
  it('is a paragraph for every line that says something, and loses no word', () => {
    const body = 'Do it here: http://localhost:3000/my/interests/notify.\n\nThank you';
    const paragraphs = paragraphsOf(body);
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toEqual([
      { text: 'Do it here: ', href: undefined },
      {
        text: 'http://localhost:3000/my/interests/notify',
        href: 'http://localhost:3000/my/interests/notify',
      },
      { text: '.', href: undefined },
    ]);
  });
  it('links addresses of the web and nothing else', () => {
    expect(links('see https://a.example/b?c=d&e=f, and (http://b.example)')).toEqual([
      'https://a.example/b?c=d&e=f',
      'http://b.example',
    ]);
    expect(links('javascript:alert(1) www.example.org a@example.org data:text/html,x')).toEqual([]);
    expect(links('<a href="http://a.example">x</a>')).toEqual(['http://a.example']);
  });

  it('names an address that is too long to read by the words before it, and shows every other', () => {
    const address = (length: number): string => `https://a.example/${'x'.repeat(length - 18)}`;
    const line = (length: number): unknown => paragraphsOf(`Turn it off: ${address(length)}`)[0];
    expect(line(121)).toEqual([{ text: 'Turn it off', href: address(121) }]);
    expect(line(120)).toEqual([
      { text: 'Turn it off: ', href: undefined },
      { text: address(120), href: address(120) },
    ]);
    expect(paragraphsOf(address(121))).toEqual([[{ text: address(121), href: address(121) }]]);
    expect(paragraphsOf(`Here: ${address(121)} and there.`)[0]).toHaveLength(3);
  });
});
