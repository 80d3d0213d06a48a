import type { InterestAnswer, TakingOfficeFacts } from '../facts.js';
import type { TakingOffice } from '../rulebook.js';
import { civilDate } from '../time/civil-date.js';
import { REQUIRED_CATEGORIES } from './required-categories.js';

/** A councillor in their first term, in office, who took it on a Monday. What they have told is left to each case. */
export const ordinaryTerm = {
  person: 'member',
  becameMemberOn: civilDate('2017-05-08'),
  returning: false,
  leftOfficeOn: null,
} as const satisfies TakingOfficeFacts;

/** The last of its 28 days, the day after it, and a day on which everything is long past. */
export const LAST_DAY = civilDate('2017-06-04');
export const DAY_AFTER = civilDate('2017-06-05');
export const LONG_AFTER = civilDate('2017-12-01');

/** A home of the member's own in the area, not in the register. */
export const home = { category: 'land', heldBy: 'self', answer: 'holds', inRegister: false } as const;

/** "Nothing" for every question except the member's own land. */
export function nothingButLand(receivedOn: InterestAnswer['receivedOn']): readonly InterestAnswer[] {
  return REQUIRED_CATEGORIES.flatMap(({ category, asksPartner }) =>
    (asksPartner ? (['self', 'partner'] as const) : (['self'] as const)).map((heldBy) => ({
      category,
      heldBy,
      answer: 'nothing' as const,
      receivedOn,
    })),
  ).filter(({ category, heldBy }) => category !== 'land' || heldBy !== 'self');
}

/** The whole form: the home, and nothing else. */
export function wholeForm(receivedOn: InterestAnswer['receivedOn']): readonly InterestAnswer[] {
  return [{ ...home, receivedOn }, ...nothingButLand(receivedOn)];
}

/** What each text of {@link dutyInShort} is about. */
export const DUTY_COLUMNS: readonly string[] = ['Must notify', 'Last day', 'Notified', 'Why'];

/** Whether the duty is owed or which fact that waits for, its last day, how it was met, and the point that says why. */
export function dutyInShort({ conclusion, received }: TakingOffice): readonly string[] {
  const [first] = conclusion.reasons;
  const why = first?.point ?? 'no reason';
  const { kind } = conclusion;
  if (kind === 'owed') return ['true', conclusion.lastDay, received ?? 'null', why];
  if (kind === 'cannot-tell') {
    return [`? ${conclusion.question}`, conclusion.lastDayIfOwed ?? 'null', received ?? 'null', why];
  }
  return [kind === 'not-owed' ? 'false' : kind, first?.lastDay ?? 'null', received ?? 'null', why];
}
