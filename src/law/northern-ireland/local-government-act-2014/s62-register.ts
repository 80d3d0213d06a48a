import type { Decided } from '../../conclusion.js';
import { decided } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';

export const s62: Rule<object, Decided<'clerk'>> = {
  id: 'northern-ireland/local-government-act-2014/s62(1)',
  question: 'Who keeps the register of councillors’ interests?',
  citation: {
    text: 'Local Government Act (NI) 2014 s.62(1)',
    url: 'https://www.legislation.gov.uk/nia/2014/8/section/62',
  },
  source: 'statute',
  inForceFrom: civilDate('2014-06-02'),
  says: 's.62(1): the clerk of each council must “establish and maintain” a register of its councillors’ interests.',
  reading: '[M] The day of commencement. The clerk is the chief executive of today’s councils.',
  decide: () => decided('clerk', reason(s62, 'ni-clerk-keeps-the-register', [])),
};
