import { localismAct } from '../../citation.js';
import type { MeetingFacts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { test } from '../../truth.js';
import type { Truth } from '../../truth.js';

export const s32_3: Rule<MeetingFacts, Truth> = {
  id: 'england/localism-act-2011/s32(3)',
  question: 'Is this an agreed sensitive interest, so that only its existence is disclosed?',
  citation: localismAct('32(3)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.32(1) and (3): where the member “and the monitoring officer” consider that disclosing the details could lead to violence or intimidation, s.31(2) requires the member to disclose “merely the fact” that they have an interest.',
  reading: 'Both must agree; a claim alone has no effect. Nothing else is relaxed.',
  decide: ({ interest }) =>
    test('interest.sensitive', interest?.sensitive, (state) => state === 'agreed', 'not-sensitive'),
};
