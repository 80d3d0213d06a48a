import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { actionInWords } from './action-words.js';

const src = resolve(import.meta.dirname, '../..');

/**
 * Every action that the sources record: `action: 'seat.filled'`, both of `action = … ? 'a.b' : 'c.d'`, and what a service
 * passes to its own `#audited(uow, 'a.b', …)`.
 */
function recordedActions(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const lines = files.flatMap((file) => readFileSync(join(src, file), 'utf8').split('\n'));
  const actions = lines
    .filter((line) => /\baction(:| =) |#audited\(/.test(line))
    .flatMap((line) => [...line.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, action = '']) => action));
  return [...new Set(actions)].sort();
}

it('every action that is recorded anywhere has plain words for the audit page', () => {
  const actions = recordedActions();
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => actionInWords(action) === action)).toEqual([]);
});
