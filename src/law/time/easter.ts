import { addDays, civilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

/**
 * Easter Sunday of a year, by J.-M. Oudin's arithmetic (1940) for the Gregorian tables: the full moon of the paschal
 * month counted from 21 March, and the Sunday that follows it.
 */
export function easterSunday(year: number): CivilDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonOfTheTables = (century - quarter(century) - moonCorrection(century) + 19 * golden + 15) % 30;
  const moon = moonOfTheTables - lateMoon(moonOfTheTables, golden);
  const weekdayOfMoon = (year + quarter(year) + moon + 2 - century + quarter(century)) % 7;
  return addDays(civilDate(`${year}-03-28`), moon - weekdayOfMoon);
}

function quarter(n: number): number {
  return Math.floor(n / 4);
}

function moonCorrection(century: number): number {
  return Math.floor((century - Math.floor((century - 17) / 25)) / 3);
}

/** The tables never put the full moon after 18 April: the 30th place always, and the 29th in the later golden years. */
function lateMoon(moon: number, golden: number): number {
  return moon === 29 || (moon === 28 && golden > 10) ? 1 : 0;
}
