import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ROWS } from './bank-holidays.data.js';
import {
  BANK_HOLIDAYS_FROM,
  BANK_HOLIDAYS_PROCLAIMED_TO,
  BANK_HOLIDAYS_TO,
  BankHolidaysNotKnown,
  bankHoliday,
  bankHolidaysAreProvisional,
  ifBankHolidaysAreKnown,
} from './bank-holidays.js';
import type { BankHolidayArea } from './bank-holidays.js';
import { addDays, civilDate, weekday } from './civil-date.js';

const AREAS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

function holidaysOf(year: number, area: BankHolidayArea): readonly string[] {
  const days: string[] = [];
  for (let day = civilDate(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (bankHoliday(day, area) !== undefined) days.push(day.slice(5));
  }
  return days;
}

/** Years checked by hand against the lists that GOV.UK published, the unusual ones among them. */
const PUBLISHED: readonly (readonly [number, BankHolidayArea, string])[] = [
  [2012, 'england-and-wales', '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  [2012, 'scotland', '01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26'],
  [2012, 'northern-ireland', '01-02 03-19 04-06 04-09 05-07 06-04 06-05 07-12 08-27 12-25 12-26'],
  [2017, 'england-and-wales', '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  [2020, 'england-and-wales', '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  [2020, 'scotland', '01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28'],
  [2020, 'northern-ireland', '01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28'],
  [2022, 'england-and-wales', '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  [2022, 'scotland', '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
  [2022, 'northern-ireland', '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27'],
  [2023, 'england-and-wales', '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  [2023, 'scotland', '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
  [2024, 'scotland', '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
  [2026, 'scotland', '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  [2026, 'england-and-wales', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, 'northern-ireland', '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28'],
];

describe('Bank holidays', () => {
  it.each(PUBLISHED)('of %i in %s are those that were published', (year, area, days) => {
    expect(holidaysOf(year, area)).toEqual(days.split(' '));
  });

  it('are of one area where they are', () => {
    const easterMonday = civilDate('2024-04-01');
    expect(AREAS.map((area) => bankHoliday(easterMonday, area)?.name)).toEqual([
      'Easter Monday',
      undefined,
      'Easter Monday',
    ]);
    expect(bankHoliday(civilDate('2026-06-15'), 'scotland')?.name).toBe('World Cup bank holiday');
  });

  it('never fall on a weekend, and are listed in order and once for each area', () => {
    const listed = ROWS.flatMap(([day, areas]) => [...areas].map((area) => `${day} ${area}`));
    expect(new Set(listed).size).toBe(listed.length);
    const days = ROWS.map(([day]) => day);
    expect(days).toEqual([...days].sort());
    for (const day of days) expect(weekday(civilDate(day))).toBeLessThan(6);
  });

  it('are eight, nine and ten a year, and the extra ones', () => {
    const counts = AREAS.map((area) => {
      const years = Array.from({ length: 19 }, (_, index) => 2012 + index);
      return years.reduce((sum, year) => sum + holidaysOf(year, area).length, 0);
    });
    // Extra everywhere: 5 June 2012, 3 June and 19 September 2022, 8 May 2023; in Scotland also 15 June 2026.
    expect(counts).toEqual([19 * 8 + 4, 19 * 9 + 5, 19 * 10 + 4]);
  });
});

describe('What is not proclaimed yet', () => {
  it('is provisional', () => {
    expect(bankHoliday(civilDate('2027-12-28'), 'scotland')).toEqual({
      name: 'Boxing Day (substitute day)',
      provisional: false,
    });
    expect(bankHoliday(civilDate('2028-01-03'), 'england-and-wales')).toEqual({
      name: 'New Year’s Day (substitute day)',
      provisional: true,
    });
    expect(bankHolidaysAreProvisional(BANK_HOLIDAYS_PROCLAIMED_TO)).toBe(false);
    expect(bankHolidaysAreProvisional(addDays(BANK_HOLIDAYS_PROCLAIMED_TO, 1))).toBe(true);
  });
});

describe('Days outside the years that are known', () => {
  it('are refused and not taken for ordinary days', () => {
    expect(bankHoliday(BANK_HOLIDAYS_FROM, 'scotland')).toBeUndefined();
    expect(bankHoliday(BANK_HOLIDAYS_TO, 'scotland')).toBeUndefined();
    for (const day of [addDays(BANK_HOLIDAYS_FROM, -1), addDays(BANK_HOLIDAYS_TO, 1)]) {
      expect(() => bankHoliday(day, 'scotland')).toThrow(BankHolidaysNotKnown);
      expect(() => bankHoliday(day, 'scotland')).toThrow(`from 2012-01-01 to 2030-12-31, and not for ${day}`);
    }
    expect(new BankHolidaysNotKnown(BANK_HOLIDAYS_TO)).toMatchObject({ name: 'BankHolidaysNotKnown' });
  });

  it('leave a count without an answer, and nothing else does', () => {
    expect(ifBankHolidaysAreKnown(() => bankHoliday(civilDate('2031-01-01'), 'scotland'))).toBeUndefined();
    expect(ifBankHolidaysAreKnown(() => 5)).toBe(5);
    const broken = (): number => {
      throw new RangeError('something else');
    };
    expect(() => ifBankHolidaysAreKnown(broken)).toThrow('something else');
  });
});

it('the days are what scripts/bank-holidays.js generates', () => {
  const script = fileURLToPath(new URL('../../../scripts/bank-holidays.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
