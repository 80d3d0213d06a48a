import { expect, it } from '@jest/globals';
import type { Logger } from '../logging/index.js';
import { Troubles } from './troubles.js';

/** What is logged, in a few words each. */
function troubles(): { troubles: Troubles; lines: string[] } {
  const lines: string[] = [];
  const logger = {
    error: ({ reason }: { reason: string }, what: string) => void lines.push(`${what}: ${reason}`),
    info: (what: string) => void lines.push(what),
  } as unknown as Logger;
  return { troubles: new Troubles(logger), lines };
}

it('tells the same trouble once, another one too, and once that it is over', () => {
  const { troubles: told, lines } = troubles();
  told.over();
  for (let times = 0; times < 3; times += 1) told.tell('away', new Error('refused'));
  told.tell('away', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }));
  told.over();
  told.over();
  told.tell('away', new Error('refused'));
  expect(lines).toEqual(['away: refused', 'away: ECONNREFUSED', 'the queue works again', 'away: refused']);
});
