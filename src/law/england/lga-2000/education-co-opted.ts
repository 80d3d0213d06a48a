import type { Finding } from '../../conclusion.js';
import type { MeetingFacts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, test } from '../../truth.js';

export const educationCoOptedVote: Rule<MeetingFacts, Finding<boolean>> = {
  id: 'england/local-government-act-2000/sch-a1',
  question: 'May a church or parent governor representative vote on this matter?',
  citation: { text: 'LGA 2000 Sch A1', url: 'https://www.legislation.gov.uk/ukpga/2000/22/schedule/A1' },
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 'LGA 2000 Sch A1: church and parent governor representatives on an overview and scrutiny committee vote only “on any question which relates to” education functions that falls to be decided there.',
  reading:
    'Children’s social care is no education function. Whether they may stay and speak is for the constitution.',
  decide({ person, matter }) {
    const limited = test(
      'person',
      person,
      (kind) => kind === 'co-opted-education',
      'vote-not-limited-to-education',
    );
    const offEducation = all(
      limited,
      test('matter.educationFunction', matter?.educationFunction, (is) => !is, 'votes-on-education'),
    );
    return when(
      offEducation,
      () => decided(false, reason(educationCoOptedVote, 'no-vote-off-education', offEducation.facts)),
      () => decided(true, reason(educationCoOptedVote, offEducation.otherwise, offEducation.facts)),
    );
  },
};
