import type { Finding, Reason } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { RuleSource } from '../../rule.js';
import { bankHolidaysAreProvisional, ifBankHolidaysAreKnown } from '../../time/bank-holidays.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { Holidays } from '../../time/working-days.js';

/** Bank holidays, for the rare case that those known here will not do. */
export type HolidayFacts = Facts<{
  /**
   * Every bank holiday around the days in question, to count by instead of those known here. They are public and
   * known from 2012 to 2030, so nobody is asked for them within those years.
   */
  bankHolidays: readonly CivilDate[];
}>;

/** The bank holidays to count by: the list that was given, or those of England. */
export function holidaysOf({ bankHolidays }: HolidayFacts): Holidays {
  return bankHolidays ?? 'england-and-wales';
}

/**
 * What a count of days comes to. It waits for a list of bank holidays where it comes to days whose holidays are not
 * known, and says so where they are not proclaimed yet. `latest` is about the latest day that the count looks at.
 */
export function counted<V>(
  rule: RuleSource,
  facts: HolidayFacts,
  latest: CivilDate,
  count: () => V,
  because: (value: V) => readonly Reason[],
): Finding<V> {
  const value = ifBankHolidaysAreKnown(count);
  if (value === undefined) {
    return cannotTell<V>([], ['bankHolidays'], [reason(rule, 'bank-holidays-not-known', ['bankHolidays'])]);
  }
  return decided(value, ...because(value), ...unlessProclaimed(rule, facts, latest));
}

/** The caution that goes with a count over days whose bank holidays are not proclaimed yet. */
export function unlessProclaimed(
  rule: RuleSource,
  { bankHolidays }: HolidayFacts,
  latest: CivilDate,
): readonly Reason[] {
  const canChange = bankHolidays === undefined && bankHolidaysAreProvisional(latest);
  return canChange ? [reason(rule, 'bank-holidays-provisional', ['bankHolidays'])] : [];
}
