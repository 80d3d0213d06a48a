import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Clock, londonInstant, londonWallClock } from './index.js';

describe('the machine’s clock', () => {
  test('is the machine’s', () => {
    const clock = new Clock({ kind: 'machine' });
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describe('a clock that starts elsewhere', () => {
  test('begins at the London time given and runs on from there', async () => {
    const clock = new Clock({ kind: 'starts-at', londonTime: '2017-06-04T23:30' });
    const first = clock.now().getTime();
    expect(first - Date.parse('2017-06-04T22:30:00Z')).toBeLessThan(1_000);
    await new Promise((wake) => setTimeout(wake, 30));
    expect(clock.now().getTime()).toBeGreaterThan(first);
    expect(clock.today()).toBe('2017-06-04');
  });

  test('leaves the machine’s own time alone', () => {
    const clock = new Clock({ kind: 'starts-at', londonTime: '2017-06-04T23:30' });
    expect(Math.abs(clock.machineNow().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describe('a clock in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'probity-clock-'));
  const path = join(folder, 'now');
  let clock: Clock;
  beforeAll(() => {
    clock = new Clock({ kind: 'file', path });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('stands where the file says, and moves when it is written again', () => {
    writeFileSync(path, '2017-10-16T09:00\n');
    expect(clock.now().toISOString()).toBe('2017-10-16T08:00:00.000Z');
    writeFileSync(path, '2017-12-16T09:00');
    expect(clock.now().toISOString()).toBe('2017-12-16T09:00:00.000Z');
  });

  test('takes an instant too; its day is London’s', () => {
    writeFileSync(path, '2017-06-04T22:59:59Z');
    expect(clock.today()).toBe('2017-06-04');
    writeFileSync(path, '2017-06-04T23:00:00Z');
    expect(clock.today()).toBe('2017-06-05');
    writeFileSync(path, '2017-12-04T23:59:59+00:00');
    expect(clock.today()).toBe('2017-12-04');
  });
});

describe('the London wall clock', () => {
  const at = (date: string, time: string): string => londonInstant(date, time).toISOString();

  test('is Greenwich’s in winter and an hour before it in summer', () => {
    expect(at('2026-01-15', '09:00')).toBe('2026-01-15T09:00:00.000Z');
    expect(at('2026-07-15', '09:00')).toBe('2026-07-15T08:00:00.000Z');
    expect(at('2026-07-15', '00:30')).toBe('2026-07-14T23:30:00.000Z');
    expect(at('2026-07-15', '09:00:30')).toBe('2026-07-15T08:00:30.000Z');
  });

  test('skips an hour on the last Sunday of March', () => {
    expect(at('2026-03-29', '00:59')).toBe('2026-03-29T00:59:00.000Z');
    // 01:30 does not exist on this day: it is read as winter’s.
    expect(at('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29', '02:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('repeats an hour on the last Sunday of October, of which the first is meant', () => {
    expect(at('2026-10-25', '00:59')).toBe('2026-10-24T23:59:00.000Z');
    expect(at('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', '02:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  test.each(['2026-03-29', '2026-10-25', '2024-02-29', '2025-12-31', '2026-07-01'])(
    'shows on %s what was asked for, at each hour that the day has',
    (date) => {
      for (const hour of ['00', '03', '09', '12', '18', '23']) {
        expect(londonWallClock(londonInstant(date, `${hour}:00`))).toEqual({ date, time: `${hour}:00` });
      }
    },
  );
});
