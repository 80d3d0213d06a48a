import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { withinOneMonthAfter } from './one-month-after.js';

export type FirstNoticeFacts = Facts<{
  /** The day on which the councillor made the declaration of acceptance of office. */
  declarationOfAcceptanceOn: CivilDate;
}>;

/** What put the present regulation 4 in the place of the first. */
const SUBSTITUTED: RuleSource = {
  id: 'scotland/register-of-interests-amendment-2021/reg2(3)',
  citation: { text: 'SSI 2021/438', url: 'https://www.legislation.gov.uk/ssi/2021/438/made' },
  source: 'regulations',
};

export const reg4_2: Rule<FirstNoticeFacts, Finding<CivilDate>> = {
  id: 'scotland/register-of-interests-2003/reg4(2)',
  question: 'By when must a councillor give the first notice of interests?',
  citation: { text: 'SSI 2003/135 reg 4(2)', url: 'https://www.legislation.gov.uk/ssi/2003/135' },
  source: 'regulations',
  inForceFrom: civilDate('2021-12-07'),
  says: 'Reg 4(2), as SSI 2021/438 substituted it: a councillor must give the first notice “within one month after the date of the declaration of acceptance”.',
  reading:
    'The day itself does not count. The month ends on the corresponding date, or on the last day of a shorter month. The text before 7 December 2021 is not encoded.',
  decide({ declarationOfAcceptanceOn }) {
    const finding = withinOneMonthAfter(
      { rule: reg4_2, point: 'scotland-first-notice', after: 'declarationOfAcceptanceOn' },
      declarationOfAcceptanceOn,
    );
    const substituted = reason(SUBSTITUTED, 'scotland-as-substituted', []);
    return { ...finding, reasons: [...finding.reasons, substituted] };
  },
};
