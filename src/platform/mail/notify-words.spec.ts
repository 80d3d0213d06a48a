import { describe, expect, it } from '@jest/globals';
import { asNotifyReads, subjectAsNotifyReads } from './notify-words.js';

describe('words for a Markdown reader', () => {
  it.each([
    ['a heading', '# Motions', '\\# Motions'],
    ['a list', '* one\n- two', '\\* one\n\\- two'],
    ['a number, which a list would count anew', '7. Resurfacing', '7\\. Resurfacing'],
    ['a sum at the start', '25.50 pounds', '25\\.50 pounds'],
    ['a number that is no item', '7 items', '7 items'],
    ['a rule', '---\n***\n___', '\\---\n\\***\n\\___'],
    ['a block of code', '~~~\n```', '\\~~~\n\\`\\`\\`'],
    ['a link that is none of ours', '[here](https://a.example)', '\\[here\\](https://a.example)'],
    ['a table', 'a | b', 'a \\| b'],
    ['an escape', 'C:\\#', 'C:\\\\#'],
    ['an inset', '^ said', '\u200B^ said'],
    ['a bullet', '• one', '\u200B• one'],
    ['a line under a heading', '====', '\u200B===='],
    ['an equation', '= 4', '= 4'],
    ['code by four blanks', '    indented', 'indented'],
    ['ordinary words', 'By law: tell the meeting. A > B, 5 * 3', 'By law: tell the meeting. A > B, 5 * 3'],
  ])('%s', (_, written, sent) => {
    expect(asNotifyReads(written)).toBe(sent);
  });

  it('leaves addresses of the web as they are', () => {
    const address = 'https://a.example/x_[1]?b=c|d#e';
    expect(asNotifyReads(`See ${address} [now]`)).toBe(`See ${address} \\[now\\]`);
    expect(asNotifyReads(address)).toBe(address);
  });

  it('keeps empty lines, which part paragraphs', () => {
    expect(asNotifyReads('One\n\nTwo')).toBe('One\n\nTwo');
  });
});

it('a subject is one line', () => {
  expect(subjectAsNotifyReads(' Register\r\nyour  interests ')).toBe('Register your interests');
});
