import { describe, expect, it } from '@jest/globals';
import { asHtml } from './as-html.js';
import type { LetterParts } from './letter-parts.js';

const letter = (more: Partial<LetterParts> = {}): LetterParts => ({
  greeting: 'Dear Ann Agar',
  heading: 'A meeting',
  parts: [{ subject: 'A meeting', lines: ['Item 2', '', 'Your briefing: https://example.org/my'] }],
  closing: ['The council sends it.'],
  ...more,
});
const headings = (html: string): string[] =>
  [...html.matchAll(/<(h\d)[^>]*>([^<]*)</g)].map(([, level = '', words = '']) => `${level} ${words}`);

describe('a message as HTML', () => {
  it('begins with its document type, and says its language and its title', () => {
    const html = asHtml(letter());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html).toContain('<title>A meeting</title>');
  });

  it('has one heading where it tells one thing, and one beneath it for each of several', () => {
    expect(headings(asHtml(letter()))).toEqual(['h1 A meeting']);
    const parts = ['A meeting', 'A duty'].map((subject) => ({ subject, lines: ['Words.'] }));
    expect(headings(asHtml(letter({ heading: '2 things to know', parts })))).toEqual([
      'h1 2 things to know',
      'h2 A meeting',
      'h2 A duty',
    ]);
  });

  it('does not begin with what its heading has just said, and leaves no other line out', () => {
    const beneath = (lines: string[]): string[] => {
      const parts = [{ subject: 'Panel, 10am: 1 item', lines }];
      const html = asHtml(letter({ parts, closing: [] }));
      return [...html.matchAll(/<p>([^<]*)</g)].map(([, words = '']) => words).slice(1);
    };
    expect(beneath(['Panel, 10am', 'Town Hall', 'Panel'])).toEqual(['Town Hall', 'Panel']);
    expect(beneath(['Panel, 11am', 'Town Hall'])).toEqual(['Panel, 11am', 'Town Hall']);
  });

  it('shows every word as it was written, whatever it would mean in HTML', () => {
    const words = `<script>alert("1")</script> & 'so' on`;
    const parts = [
      { subject: words, lines: ['First.', words] },
      { subject: 'More', lines: ['"><img src=x> javascript:alert(1)'] },
    ];
    const html = asHtml({ greeting: words, heading: words, parts, closing: [words] });
    expect(html).not.toMatch(/<script|<img|href/);
    expect(
      html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;so&#39; on'),
    ).toHaveLength(7);
  });

  it('keeps an address within its quotes, with what it asks', () => {
    const parts = [{ subject: 'A meeting', lines: [`See https://example.org/?a=1&b='2' there.`] }];
    expect(asHtml(letter({ parts }))).toContain('href="https://example.org/?a=1&amp;b=&#39;2&#39;"');
  });
});
