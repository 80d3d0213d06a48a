import { describe, expect, it } from '@jest/globals';
import { atOnce } from './at-once.js';

const soon = <T>(milliseconds: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, value));
const failsIn = (milliseconds: number, word: string): Promise<never> =>
  soon(milliseconds, word).then(() => Promise.reject(new Error(word)));

describe('readings begun together', () => {
  it('are given by name', async () => {
    expect(
      await atOnce({ late: soon(5, 'late'), early: soon(1, 2), now: Promise.resolve(undefined) }),
    ).toEqual({
      ...{ late: 'late', early: 2, now: undefined },
    });
  });

  it('fail with what failed first, wherever it stands', async () => {
    await expect(
      atOnce({ one: failsIn(10, 'because of the other'), other: failsIn(1, 'the cause') }),
    ).rejects.toThrow('the cause');
  });

  it('fail with the cause, also where it was hidden within others and came later', async () => {
    const because = Object.assign(new Error('aborted'), { code: '25P02' });
    const deep = atOnce({ cause: failsIn(1, 'the cause'), more: soon(10, 0) });
    await expect(atOnce({ shallow: soon(3, 0).then(() => Promise.reject(because)), deep })).rejects.toThrow(
      'the cause',
    );
  });

  it('are over when it answers, also when one of them failed', async () => {
    let isOver = false;
    const long = soon(20, 0).then(() => {
      isOver = true;
    });
    await expect(atOnce({ short: failsIn(1, 'no'), long })).rejects.toThrow('no');
    expect(isOver).toBe(true);
  });
});
