import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { KEPT_BY_INSTALLATION, KEPT_FOR, RETENTION_KINDS } from '../../oversight/retention/kinds.js';
import { INSTALLATION_IN_WORDS, keptInWords, KINDS_IN_WORDS, monthsInWords, WHAT_STAYS } from './words.js';

describe('how long in words', () => {
  it.each([
    [0, 'no time'],
    [1, 'one month'],
    [11, '11 months'],
    [12, 'one year'],
    [18, '18 months'],
    [24, '2 years'],
  ])('%d months is %s', (months, words) => {
    expect(monthsInWords(months)).toBe(words);
  });
});

describe('docs/dpia.md', () => {
  it('states every period and its reason as the program has them', () => {
    const text = readFileSync(new URL('../../../docs/dpia.md', import.meta.url), 'utf8');
    const stated = /<!-- periods:[^\n]*-->\n([\s\S]*?)<!-- end of periods -->/.exec(text)?.[1];
    const ofCouncils = RETENTION_KINDS.map((kind) => ({ ...KINDS_IN_WORDS[kind], ...KEPT_FOR[kind] }));
    const ofInstallation = (['spent-sign-ins', 'outbox', 'intake-files', 'left-accounts'] as const).map(
      (kind) => ({
        ...INSTALLATION_IN_WORDS[kind],
        months: KEPT_BY_INSTALLATION[kind],
      }),
    );
    const rows = [...ofCouncils, ...ofInstallation].map(
      (one) => `| **${one.title}**: ${one.what} | ${keptInWords(one.months, one)} | ${one.why} |`,
    );
    expect(stated).toBe(`| What | Kept | Why |\n|---|---|---|\n${rows.join('\n')}\n`);
  });
});

it('says what stays as docs/dpia.md does', () => {
  const text = readFileSync(new URL('../../../docs/dpia.md', import.meta.url), 'utf8');
  expect(text.replace(/\s+/g, ' ')).toContain(`**Stays**: ${WHAT_STAYS}.`);
});

describe('every period', () => {
  it.each(RETENTION_KINDS)('of %s lies within what a council may set', (kind) => {
    const { months, least, most } = KEPT_FOR[kind];
    expect(months).toBeGreaterThanOrEqual(least);
    expect(months).toBeLessThanOrEqual(most);
  });
});
