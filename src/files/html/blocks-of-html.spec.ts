import { describe, expect, it, test } from '@jest/globals';
import { blocksOfHtml } from './blocks-of-html.js';
import { plainText } from './plain-text.js';

const texts = (html: string) => blocksOfHtml(html).map(({ text }) => text);

describe('a web page becomes blocks', () => {
  it.each([
    ['paragraphs and lines', '<p>One<br>two</p><p>three  &amp;\n four</p>', ['One', 'two', 'three & four']],
    [
      'what nobody reads is dropped',
      '<script>1. No</script><style>p{}</style><nav>Home</nav><p hidden>no</p><p>Yes</p>',
      ['Yes'],
    ],
    [
      'numbers that a browser prints',
      '<ol><li>One</li><li><p>Two</p><p>more</p></li></ol>',
      ['1. One', '2. Two', 'more'],
    ],
    [
      'a list that begins later, and an entry with a number of its own',
      '<ol start="5"><li>A</li><li value="9">B</li><li>C</li></ol>',
      ['5. A', '9. B', '10. C'],
    ],
    [
      'letters and roman numerals',
      '<ol type="a"><li>A</li></ol><ol style="list-style-type: upper-roman" start="4"><li>B</li></ol>',
      ['a. A', 'IV. B'],
    ],
    [
      'numbers that are printed already are not printed twice',
      '<ol><li>1. One</li><li>2) Two</li></ol>',
      ['1. One', '2) Two'],
    ],
    ['lists without numbers', '<ul><li>One</li></ul><ol class="unstyled"><li>Two</li></ol>', ['One', 'Two']],
    ['an element that is never closed', '<div><p>One<p>Two', ['One', 'Two']],
    ['words without any element', 'just words', ['just words']],
  ])('%s', (_name, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it('rows keep their cells, also empty ones', () => {
    const html =
      '<table><tr><td>1.</td><td><b>Apologies</b><p>To receive them</p></td><td></td></tr></table>';
    expect(blocksOfHtml(html)).toEqual([
      {
        text: '1. Apologies To receive them',
        cells: ['1.', 'Apologies To receive them', ''],
        lead: 'Apologies',
      },
    ]);
  });

  it('bold words at the start lead, with the number before them', () => {
    expect(blocksOfHtml('<p>2. <strong>Minutes</strong> To approve</p>')).toEqual([
      { text: '2. Minutes To approve', lead: '2. Minutes' },
    ]);
  });

  it('a page of a hundred thousand open elements is read in a moment', () => {
    const started = performance.now();
    expect(texts(`${'<div>'.repeat(100_000)}deep`)).toEqual(['deep']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('the words of a piece of HTML, a line for each block', () => {
  expect(
    plainText('<div><p class="MsoNormal">To approve the\nminutes &amp; papers.</p><p>Two</p></div>'),
  ).toBe('To approve the minutes & papers.\nTwo');
});
