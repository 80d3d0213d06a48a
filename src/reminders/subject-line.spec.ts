import { describe, expect, it } from '@jest/globals';
import { subjectLine } from './subject-line.js';

describe('a subject', () => {
  it('of 120 characters stays whole; a longer one loses its middle and keeps what it says at the end', () => {
    const whole = `${'a'.repeat(119)}z`;
    expect(subjectLine(whole)).toBe(whole);
    const cut = subjectLine(`b${whole}`);
    expect(cut).toHaveLength(120);
    expect(cut).toMatch(/^ba+…a+z$/);
  });

  it('is one line, and no sign of it is cut in two', () => {
    expect(subjectLine(' One\r\nBcc: a@example.org\tline ')).toBe('One Bcc: a@example.org line');
    const cut = subjectLine('🏛'.repeat(121));
    expect([...cut]).toEqual([...Array<string>(59).fill('🏛'), '…', ...Array<string>(60).fill('🏛')]);
  });
});
