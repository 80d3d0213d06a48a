import { localismAct } from '../../citation.js';
import type { Conclusion } from '../../conclusion.js';
import type { FactName } from '../../fact-name.js';
import type { InterestAnswer, TakingOfficeFacts } from '../../facts.js';
import type { Asked, Clock, TakingOffice } from '../../rulebook.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { unansweredOf } from '../required-categories.js';
import { s27_4 } from './s27-4-co-opted-member.js';
import { s30_2 } from './s30-2-already-entered.js';
import { s30Clock, s30Received, sameQuestion } from './s30-clock.js';

export const s30_1: Rule<TakingOfficeFacts, TakingOffice> = {
  id: 'england/localism-act-2011/s30(1)',
  question: 'Must this person notify their interests on taking office, and by when?',
  citation: localismAct('30(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.30(1): a member or co-opted member must, “before the end of 28 days beginning with the day on which” they become one, notify the monitoring officer of the disclosable pecuniary interests they have when the notification is given.',
  reading:
    'The first day counts, no weekend or holiday extends the last, and receipt by the monitoring officer stops the clock. The duty binds only those who hold such an interest, so silence is “cannot tell” and never a breach. Leaving office closes the clock without a finding.',
  decide(facts, asAt) {
    const covered = s27_4.decide(facts, asAt);
    if (covered.is === 'no') {
      const conclusion = notOwed(reason(s27_4, covered.otherwise, covered.facts));
      return { conclusion, clock: null, received: null, unanswered: [] };
    }
    const clock = s30Clock(facts);
    const unanswered = unansweredOf(facts, clock?.chaseFrom);
    if (clock === null)
      return { conclusion: open(['becameMemberOn'], null), clock, received: null, unanswered };
    const received = s30Received(facts, clock);
    const conclusion =
      covered.is === 'unknown'
        ? open(covered.facts, clock)
        : conclude(facts, { clock, received, unanswered }, asAt);
    return { conclusion, clock, received, unanswered };
  },
};

/** What the steps below share: the clock, how what was received stands to it, and what was not answered. */
interface Standing {
  readonly clock: Clock;
  readonly received: TakingOffice['received'];
  readonly unanswered: readonly Asked[];
}

function conclude(facts: TakingOfficeFacts, standing: Standing, asAt: CivilDate): Conclusion {
  const { clock } = standing;
  if (asAt < clock.chaseFrom) return notOwed(reason(s30_1, 'not-yet-in-office', ['becameMemberOn']));
  const inOffice = whileInOffice(facts, standing, asAt);
  if (inOffice.kind === 'not-owed') return inOffice;
  const { leftOfficeOn } = facts;
  if (leftOfficeOn === undefined) {
    return open([...(inOffice.kind === 'cannot-tell' ? inOffice.missing : []), 'leftOfficeOn'], clock);
  }
  const left = leftOfficeOn !== null && leftOfficeOn <= asAt;
  return left ? notOwed(reason(s30_1, 'left-office', ['leftOfficeOn'])) : inOffice;
}

/** Whether anything is still to be notified by somebody who is in office. */
function whileInOffice(facts: TakingOfficeFacts, standing: Standing, asAt: CivilDate): Conclusion {
  const { clock, received, unanswered } = standing;
  const { lastDay } = clock;
  if (facts.answers === undefined) return open(['answers'], clock);
  const held = heldNow(facts.answers, clock);
  const settled = held.map((interest) => s30_2.decide({ ...facts, interest }, asAt));

  const owing = settled.find(({ is }) => is === 'no');
  if (owing) {
    return {
      kind: 'owed',
      lastDay,
      reasons: [reason(s30_1, owing.otherwise, owing.facts, 'criminal', lastDay)],
    };
  }
  const missing = settled.flatMap(({ is, facts: names }) => (is === 'unknown' ? names : []));
  if (missing.length > 0) return open(missing, clock);
  if (unanswered.length > 0) return open(['answers'], clock);

  if (held.length === 0) return notOwed(reason(s30_1, 'holds-nothing', ['answers']));
  if (received === null) return notOwed(reason(s30_2, 'all-entered-already', ['answers.inRegister']));
  return received === 'late'
    ? notOwed(reason(s30_1, 'notified-late', ['answers.receivedOn'], 'criminal', lastDay))
    : notOwed(reason(s30_1, 'notified-in-time', ['answers.receivedOn'], 'none', lastDay));
}

/**
 * The duty is to notify what is held "when the notification is given": an answer from before this term says nothing
 * any more once the same question was answered in it.
 */
function heldNow(answers: readonly InterestAnswer[], { chaseFrom }: Clock): readonly InterestAnswer[] {
  const ofThisTerm = answers.filter(({ receivedOn }) => receivedOn && receivedOn >= chaseFrom);
  return answers.filter(
    (one) =>
      one.answer === 'holds' &&
      (ofThisTerm.includes(one) || !ofThisTerm.some((other) => sameQuestion(one, other))),
  );
}

function notOwed(...reasons: Conclusion['reasons']): Conclusion {
  return { kind: 'not-owed', reasons };
}

/** Nobody can tell until the facts named are given; the last day is carried along, for whoever must ask. */
function open(facts: readonly FactName[], clock: Clock | null): Conclusion {
  const missing = [...new Set(facts)];
  return {
    kind: 'cannot-tell',
    missing,
    question: missing[0] ?? 'answers',
    ...(clock ? { lastDayIfOwed: clock.lastDay } : {}),
    reasons: [reason(s30_1, 'has-not-answered', missing, 'none', clock?.lastDay)],
  };
}
