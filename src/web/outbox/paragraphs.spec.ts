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
});
