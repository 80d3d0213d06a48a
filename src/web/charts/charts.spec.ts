import { describe, expect, it } from '@jest/globals';
import { drawBars } from './bars.js';
import { drawRise } from './rise.js';

const series = [
  { label: 'In time', fill: 'solid' },
  { label: 'Later', fill: 'striped' },
] as const;
const bars = (...rows: { label: string; parts: number[] }[]) =>
  drawBars({
    ...{ id: 'one', title: 'One', says: 'One.', series, rowsAre: 'Row' },
    rows: rows.map((row) => ({ ...row, value: '' })),
  });

describe('bars', () => {
  it('are on the scale of the longest, each part after the one before it', () => {
    const { drawn } = bars({ label: 'a', parts: [2, 1] }, { label: 'b', parts: [3, 3] });
    expect(drawn.map(({ parts }) => parts)).toEqual([
      [
        { fill: 'solid', x: 0, width: 90 },
        { fill: 'striped', x: 90, width: 45 },
      ],
      [
        { fill: 'solid', x: 0, width: 135 },
        { fill: 'striped', x: 135, width: 135 },
      ],
    ]);
  });
  it('leave out a part of nothing, and stand where there is nothing at all', () => {
    expect(bars({ label: 'a', parts: [0, 4] }).drawn[0]?.parts).toHaveLength(1);
    expect(bars({ label: 'a', parts: [0, 0] }).drawn[0]).toMatchObject({ parts: [], valueX: 6 });
    expect(bars().drawn).toEqual([]);
  });
  it('cut a label that does not fit, and keep it whole in the table', () => {
    const label = 'Corporate and Communities Overview and Scrutiny Panel';
    const { drawn, rows } = bars({ label, parts: [1, 0] });
    expect(drawn[0]?.label).toBe('Corporate and Communities Overview and Scru…');
    expect(rows[0]?.label).toBe(label);
  });
});

describe('a rise', () => {
  const rise = (byDay: number[], inAll?: number) =>
    drawRise({
      ...{ id: 'one', title: 'One', says: 'One.', of: 4, byDay, lastDay: 28, lastDayLabel: 'Last day' },
      ...{ inAll, rows: [], rowsAre: 'Day', columns: [] },
    });
  it('goes up in steps to the share of each day, and ends where the days end', () => {
    const { path, bottom, top } = rise([0, 2]);
    expect(path).toBe(`M46,${bottom} V${bottom} H55 V${(bottom + top) / 2} H64`);
  });
  it('marks weeks and the last day, and no tick that would touch it', () => {
    expect(rise([0]).ticks.map(({ label }) => label)).toEqual(['7', '14', '21', '28']);
  });
  it('shows what came later only once the last day is over', () => {
    expect(rise([1]).now).toBeUndefined();
    expect(rise([1], 3).now).toMatchObject({ label: '75%' });
  });
});
