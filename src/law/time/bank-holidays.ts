import { FROM, PROCLAIMED_TO, ROWS, TO } from './bank-holidays.data.js';
import { civilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

/** The parts of the United Kingdom that have bank holidays of their own. */
export type BankHolidayArea = 'england-and-wales' | 'scotland' | 'northern-ireland';

export interface BankHoliday {
  readonly name: string;
  /** True where nobody has proclaimed or published the day yet: it was computed, and can still be moved. */
  readonly provisional: boolean;
}

/** The first day whose bank holidays are known here. */
export const BANK_HOLIDAYS_FROM = civilDate(FROM);
/** The last day whose bank holidays are known here. */
export const BANK_HOLIDAYS_TO = civilDate(TO);
/** The last day whose bank holidays are proclaimed or published; later ones are provisional. */
export const BANK_HOLIDAYS_PROCLAIMED_TO = civilDate(PROCLAIMED_TO);

const LETTERS: Record<BankHolidayArea, string> = {
  'england-and-wales': 'E',
  'northern-ireland': 'N',
  scotland: 'S',
};

const NAMES: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([day, areas, name]) => [...areas].map((letter) => [`${letter} ${day}`, name] as const)),
);

/** Thrown for a day outside the years whose bank holidays are known here: that is not the answer "none". */
export class BankHolidaysNotKnown extends RangeError {
  override readonly name = 'BankHolidaysNotKnown';

  constructor(on: CivilDate) {
    super(`Bank holidays are known from ${FROM} to ${TO}, and not for ${on}.`);
  }
}

/**
 * The bank holiday that the day is in that part of the country, or undefined when it is none. Good Friday and
 * Christmas Day are listed with them. A holiday that falls on a weekend is kept on its substitute day, and only there.
 * Throws a {@link BankHolidaysNotKnown} for a day outside the years that are known.
 */
export function bankHoliday(on: CivilDate, area: BankHolidayArea): BankHoliday | undefined {
  if (on < BANK_HOLIDAYS_FROM || on > BANK_HOLIDAYS_TO) throw new BankHolidaysNotKnown(on);
  const name = NAMES.get(`${LETTERS[area]} ${on}`);
  return name === undefined ? undefined : { name, provisional: bankHolidaysAreProvisional(on) };
}

/** Whether what is said about the day's bank holidays can still change: one can be moved, or a new one proclaimed. */
export function bankHolidaysAreProvisional(on: CivilDate): boolean {
  return on > BANK_HOLIDAYS_PROCLAIMED_TO;
}

/** What a count gives, or undefined where it comes to days whose bank holidays are not known. */
export function ifBankHolidaysAreKnown<V>(count: () => V): V | undefined {
  try {
    return count();
  } catch (error) {
    if (error instanceof BankHolidaysNotKnown) return undefined;
    throw error;
  }
}
