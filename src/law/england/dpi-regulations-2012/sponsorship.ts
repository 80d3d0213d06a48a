import { dpiSchedule } from '../../citation.js';
import type { SponsorshipFacts } from '../../facts.js';
import { firstDayOfYearEndingWith } from '../../time/counting.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { RELEVANT_PERIOD } from './definitions.js';
import { description } from './description.js';

export const sponsorship = description({
  id: 'england/dpi-regulations-2012/sponsorship',
  citation: dpiSchedule('sponsorship'),
  question: 'Is this a payment by somebody else towards the member’s expenses in the last twelve months?',
  says: 'Schedule, sponsorship: a payment or other financial benefit, “other than from the relevant authority”, within the relevant period, towards the member’s expenses in carrying out their duties or their election expenses. A trade union’s payment is included.',
  definitions: [RELEVANT_PERIOD],
  decide: (facts: SponsorshipFacts) =>
    all(
      // The expenses are the member's, so a partner's are never within the row.
      test('heldBy', facts.heldBy, (holder) => holder === 'self', 'sponsorship-is-the-members-own'),
      test('fromTheAuthority', facts.fromTheAuthority, (fromIt) => !fromIt, 'paid-by-the-authority'),
      test('towards', facts.towards, (end) => end !== 'something-else', 'not-towards-such-expenses'),
      inRelevantPeriod(facts),
    ),
});

/** Reg 1(2), relevant period: "12 months ending with the day on which M gives a notification". */
function inRelevantPeriod({ madeOn, notificationGivenOn: given }: SponsorshipFacts): Truth {
  if (given === undefined) return condition('notificationGivenOn', undefined, 'outside-the-twelve-months');
  const first = firstDayOfYearEndingWith(given);
  return test('madeOn', madeOn, (day) => first <= day && day <= given, 'outside-the-twelve-months');
}
