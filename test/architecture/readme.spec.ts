import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { VARIABLES } from '../../src/platform/config/index.js';

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');

describe('the README', () => {
  it('lists every variable with its default and meaning, and no other', () => {
    const table = /<!-- configuration:[^>]*-->\n([\s\S]*?)\n<!-- end/.exec(README)?.[1] ?? '';
    const rows = table.split('\n').slice(2);
    expect(rows).toEqual(
      VARIABLES.map(({ name, default: usual, meaning }) => `| \`${name}\` | ${usual} | ${meaning} |`),
    );
  });

  it('names only files that are there', () => {
    const named = [
      ...README.matchAll(/`((?:src|test|docs|bin)\/[^`*]+\.(?:ts|js|txt|md))`|\]\((docs\/[^)]+)\)/g),
    ];
    expect(named.length).toBeGreaterThan(8);
    for (const [, code, link] of named) {
      const path = fileURLToPath(new URL(`../../${code ?? link ?? ''}`, import.meta.url));
      expect(() => readFileSync(path)).not.toThrow();
    }
  });
});
