import { localismAct } from '../../citation.js';
import type { Person } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';
import type { Truth } from '../../truth.js';

export const s27_4: Rule<{ readonly person?: Person | undefined }, Truth> = {
  id: 'england/localism-act-2011/s27(4)',
  question: 'Do the rules on interests apply to this person?',
  citation: localismAct('27(4)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.27(4): a co-opted member is a person who is not a member but sits on a committee or joint committee “and who is entitled to vote on any question” that falls to be decided there.',
  reading:
    'A vote on education questions is a vote on a question, so church and parent governor representatives are within the Act; a co-optee with no vote at all is outside it.',
  decide: ({ person }) => condition('person', person && person !== 'co-opted-no-vote', 'has-no-vote-at-all'),
};
