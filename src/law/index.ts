/** The law, pure: what it says on a day, why, and when it cannot tell. Nothing here knows a database or the time. */
export type { CivilDate, Weekday } from './time/civil-date.js';
export {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  earlier,
  parseCivilDate,
  weekday,
} from './time/civil-date.js';
export type { WithinDaysOf } from './time/counting.js';
export {
  firstDayOfYearEndingWith,
  lastDayBeginningWith,
  lastDayOfMonthBeginningWith,
  lastDayOfMonthsAfter,
  lastDayOfMonthsBeginningWith,
  lastDayOfYearsAfter,
  lastDayOfYearsFrom,
  nthDayAfter,
  withinDaysOf,
} from './time/counting.js';
export type { LeavesOut } from './time/clear-days.js';
export {
  clearDaysBetween,
  everyDayCounts,
  firstCountedFrom,
  latestDayWithClearDays,
  nthDayBefore,
} from './time/clear-days.js';
export type { Holidays } from './time/working-days.js';
export {
  clearWorkingDaysBetween,
  isWorkingDay,
  latestDayWithClearWorkingDays,
  workingDayBefore,
  workingDaysOnly,
} from './time/working-days.js';
export type { BankHoliday, BankHolidayArea } from './time/bank-holidays.js';
export { BankHolidaysNotKnown, bankHoliday } from './time/bank-holidays.js';
export { londonDateOf } from './time/london.js';
export type { Citation } from './citation.js';
export type { FactName } from './fact-name.js';
export type * from './facts.js';
export type { Point } from './point.js';
export type * from './vocabulary/taking-office.js';
export type * from './vocabulary/descriptions.js';
export type * from './vocabulary/meetings.js';
export type * from './vocabulary/codes.js';
export type * from './vocabulary/notices.js';
export type * from './vocabulary/alone.js';
export type * from './vocabulary/register.js';
export type * from './vocabulary/dispensations.js';
export type * from './vocabulary/offences.js';
export type * from './vocabulary/overlays.js';
export type * from './vocabulary/model-code.js';
export type * from './vocabulary/gifts.js';
export type * from './vocabulary/declarations.js';
export type * from './vocabulary/wales.js';
export type * from './vocabulary/scotland.js';
export type * from './vocabulary/northern-ireland.js';
export type * from './conclusion.js';
export type { Rule, SomeRule, SourceKind } from './rule.js';
export { ask } from './ask.js';
export { yesOrNo } from './yes-or-no.js';
export * as england from './england/index.js';
export * as wales from './wales/index.js';
export * as scotland from './scotland/index.js';
export * as northernIreland from './northern-ireland/index.js';
export { ALL_CASE_TABLES, ALL_RULES } from './all-rules.js';
export type { Case, CaseTable, SomeCaseTable, Summary } from './case-table.js';
export type {
  Adopted,
  Asked,
  Clock,
  Ground,
  OpenGrounds,
  MeetingResult,
  Overlay,
  Period,
  Prescribed,
  Relievable,
  RequiredCategory,
  Rulebook,
  RuleVersion,
  TakingOffice,
} from './rulebook.js';
export type { GiftAnswer, GiftFacts, GiftThreshold } from './england/codes/gifts.js';
export type { BodyFacts } from './england/codes/lga-model-2020/table-2-bodies.js';
export type { RegistrationFacts } from './england/codes/registration.js';
export type { KeepEntryFacts } from './england/localism-act-2011/s29-3-keep-the-entry.js';
export type { EntryFacts, PublicVersion } from './england/localism-act-2011/s32-2-public-version.js';
export type { AddressPracticeFacts } from './england/localism-act-2011/s32a-before-commencement.js';
export { IF_THE_ITEM_IS_ABOUT_IT } from './rulebook.js';
export { strictest } from './combine.js';
export { possible } from './finding.js';
export { RulebookError, checkRulebook, rulebookFor } from './rulebook-for.js';
export type { RelationshipFacts } from './england/localism-act-2011/s30-3-whose-interest.js';
export { isPartner } from './england/localism-act-2011/s30-3-whose-interest.js';
export type { HeldFacts } from './england/localism-act-2011/s30-1-held-when-notified.js';
export { heldWhenNotified } from './england/localism-act-2011/s30-1-held-when-notified.js';
export type { Truth } from './truth.js';
export { KNOWN_CODES } from './england/codes/index.js';
export type { CodeComparison, ComparedCode } from './england/compare-codes.js';
export { compareCodes } from './england/compare-codes.js';
