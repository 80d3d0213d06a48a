import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Lane, type InLane } from './lane.js';

interface Item extends InLane {
  readonly name: string;
  readonly takes?: number;
  readonly fails?: true;
}
const item = (place: string, name: string, more: Partial<Item> = {}): Item => ({ place, name, ...more });

/** A lane that writes down what it does, and when each group is done. */
function written(atOnce: number, slowAfter = 1_000): { lane: Lane<Item>; log: string[] } {
  const log: string[] = [];
  const lane = new Lane<Item>(atOnce, slowAfter, async (items) => {
    const names = items.map(({ name }) => name).join('+');
    log.push(names);
    await pause(Math.max(5, ...items.map(({ takes = 0 }) => takes)));
    log.push(`${names} done`);
    return items.map(({ fails }) =>
      fails
        ? { status: 'rejected', reason: new Error('refused') }
        : { status: 'fulfilled', value: undefined },
    );
  });
  return { lane, log };
}

describe('a lane', () => {
  test('of one at a time does them one after the other', async () => {
    const { lane, log } = written(1);
    await Promise.all(['a', 'b', 'c'].map((name) => lane.through(item('wyre', name))));
    expect(log).toEqual(['a', 'a done', 'b', 'b done', 'c', 'c done']);
  });

  test('of several takes together what waits for the same place, the oldest first', async () => {
    const { lane, log } = written(3);
    const all = [
      item('wyre', 'a'),
      item('wyre', 'b'),
      item('tove', 'c'),
      item('wyre', 'd'),
      item('wyre', 'e'),
    ];
    await Promise.all([...all, item('wyre', 'f')].map((one) => lane.through(one)));
    expect(log.filter((line) => !line.endsWith('done'))).toEqual(['a+b+d', 'c', 'e+f']);
  });

  test('is held up by a slow one only so long, and by the next slow one again', async () => {
    const { lane, log } = written(1, 40);
    await Promise.all([
      lane.through(item('wyre', 'hangs', { takes: 200 })),
      lane.through(item('wyre', 'a')),
      lane.through(item('wyre', 'b')),
    ]);
    expect(log).toEqual(['hangs', 'a', 'a done', 'b', 'b done', 'hangs done']);
  });

  test('lets four slow ones go on beside the next, and no more', async () => {
    const { lane, log } = written(1, 20);
    const slow = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
      lane.through(item('wyre', name, { takes: 300 })),
    );
    await pause(200);
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
    await Promise.all(slow);
    expect(log.filter((line) => line.endsWith('done'))).toHaveLength(6);
  });

  test('tells each what became of it, and goes on after a failure', async () => {
    const { lane } = written(2);
    const outcomes = await Promise.allSettled([
      lane.through(item('wyre', 'a')),
      lane.through(item('wyre', 'b', { fails: true })),
      lane.through(item('wyre', 'c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('tells everybody in a group that failed as a whole', async () => {
    let groups = 0;
    const lane = new Lane<Item>(2, 1_000, () => {
      groups += 1;
      return groups === 1
        ? Promise.reject(new Error('away'))
        : Promise.resolve([{ status: 'fulfilled', value: undefined }]);
    });
    await expect(lane.through(item('wyre', 'a'))).rejects.toThrow('away');
    await lane.through(item('wyre', 'b'));
    expect(groups).toBe(2);
  });
});
