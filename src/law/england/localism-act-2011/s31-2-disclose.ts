import { localismAct } from '../../citation.js';
import type { Disclose, Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';

export const s31_2: Rule<MeetingFacts, Finding<Disclose>> = {
  id: 'england/localism-act-2011/s31(2)',
  question: 'Must the member disclose the interest to the meeting?',
  citation: localismAct('31(2)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.31(2): “If the interest is not entered in the authority’s register, M must disclose the interest to the meeting”, subject to s.32(3).',
  reading: 'Once it is entered the Act asks for no disclosure. A pending notification is not yet an entry.',
  decide({ interest }) {
    const entered = condition('interest.inRegister', interest?.inRegister, 'not-in-register-so-disclosed');
    return when<Disclose>(
      entered,
      () => decided('none', reason(s31_2, 'in-register-so-not-disclosed', entered.facts)),
      () =>
        decided(
          'existence_and_nature',
          reason(s31_2, 'not-in-register-so-disclosed', entered.facts, 'criminal'),
        ),
    );
  },
};
