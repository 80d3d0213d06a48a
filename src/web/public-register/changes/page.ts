import type { CivilDate } from '../../../law/index.js';
import type { PublicAuthority, RegisterChange } from '../../../publication/index.js';
import { dateInWords } from '../../../wording/index.js';

interface DayOfChanges {
  readonly day: string;
  readonly changes: readonly { readonly member: string; readonly href: string; readonly words: string }[];
}

export interface ChangesView {
  readonly title: string;
  readonly councilName: string;
  readonly slug: string;
  readonly today: string;
  readonly backHref: string;
  readonly from: string;
  readonly to: string;
  readonly period: string;
  readonly days: readonly DayOfChanges[];
}

/** What changed after the end of one day and by the end of another, day by day, newest first. */
export function changesView(
  authority: PublicAuthority,
  changes: readonly RegisterChange[],
  { from, to, today }: { from: CivilDate; to: CivilDate; today: CivilDate },
): ChangesView {
  const days = new Map<CivilDate, DayOfChanges['changes'][number][]>();
  for (const { on, memberId, memberName, words } of changes) {
    const told = { member: memberName, href: `/register/${authority.slug}/${memberId}`, words };
    days.set(on, [...(days.get(on) ?? []), told]);
  }
  return {
    title: 'What has changed in the register',
    councilName: authority.name,
    slug: authority.slug,
    today,
    backHref: `/register/${authority.slug}`,
    ...{ from, to },
    period: `After the end of ${dateInWords(from)}, until the end of ${dateInWords(to)}`,
    days: [...days].map(([day, told]) => ({ day: dateInWords(day), changes: told })),
  };
}
