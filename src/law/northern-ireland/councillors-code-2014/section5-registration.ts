import type { Finding } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import type { Facts } from '../../facts.js';
import { cannotTell, decided } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { withinDaysOf } from '../../time/counting.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { s62 } from '../local-government-act-2014/s62-register.js';

export type NorthernIrishRegistrationFacts = Facts<{
  electedOn: CivilDate;
  /** The day on which the councillor became aware of a new interest, or of a change. */
  becameAwareOfChangeOn: CivilDate;
}>;

type RegistrationRule = Rule<NorthernIrishRegistrationFacts, Finding<WithinDaysOf>>;

const common = {
  citation: { text: 'Northern Ireland Local Government Code of Conduct for Councillors section 5' },
  source: 'code-of-conduct',
  inForceFrom: civilDate('2014-05-28'),
} as const;

export const section5OnElection: RegistrationRule = {
  ...common,
  id: 'northern-ireland/councillors-code-2014/section5-on-election',
  question: 'By when must a newly elected councillor register their interests?',
  says: 'Section 5: a councillor registers their interests within 28 days of election or appointment.',
  reading: '[M] The 28 days, the wording and the day on which the code began.',
  decide: ({ electedOn }) =>
    within28Days(section5OnElection, 'ni-register-on-election', 'electedOn', electedOn),
};

export const section5OnChange: RegistrationRule = {
  ...common,
  id: 'northern-ireland/councillors-code-2014/section5-on-change',
  question: 'By when must a councillor register a new interest, or a change?',
  says: 'Section 5: a councillor registers a new interest, or a change, within 28 days of becoming aware of it.',
  reading: '[M] The 28 days, the wording and the day on which the code began.',
  decide: ({ becameAwareOfChangeOn }) =>
    within28Days(section5OnChange, 'ni-register-change', 'becameAwareOfChangeOn', becameAwareOfChangeOn),
};

function within28Days(
  rule: RegistrationRule,
  point: Point,
  startsOn: FactName,
  start: CivilDate | undefined,
): Finding<WithinDaysOf> {
  const withTheClerk = reason(s62, 'ni-clerk-keeps-the-register', []);
  // Any day is possible while the first is unknown, so what could be is not listed.
  if (start === undefined) return cannotTell([], [startsOn], [reason(rule, point, [startsOn]), withTheClerk]);
  const last = withinDaysOf(start, 28);
  return decided(
    last,
    reason(rule, point, [startsOn], 'standards-complaint', last.safeLastDay),
    withTheClerk,
  );
}
