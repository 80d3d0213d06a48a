import type { Finding } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import { cannotTell, decided } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayOfMonthsAfter } from '../../time/counting.js';

/** How a month is counted: common law, in Scotland as elsewhere. */
const CORRESPONDING_DATE: RuleSource = {
  id: 'scotland/common-law/corresponding-date',
  citation: { text: 'corresponding date rule (Dodds v Walker [1981] 1 WLR 1027)' },
  source: 'common-law',
};

/** A notice that is due within one month after a day. */
export interface NoticeWithinAMonth {
  readonly rule: RuleSource;
  readonly point: Point;
  /** The fact that says after which day. */
  readonly after: FactName;
}

/** The last day for the notice: the same date in the next month, or the month’s last day where it has no such date. */
export function withinOneMonthAfter(
  { rule, point, after }: NoticeWithinAMonth,
  day: CivilDate | undefined,
): Finding<CivilDate> {
  // Any day is possible while the first is unknown, so what could be is not listed.
  if (day === undefined) return cannotTell([], [after], [reason(rule, point, [after])]);
  const lastDay = lastDayOfMonthsAfter(day, 1);
  return decided(
    lastDay,
    reason(rule, point, [after], 'standards-complaint', lastDay),
    reason(CORRESPONDING_DATE, 'scotland-corresponding-date', [after]),
  );
}
