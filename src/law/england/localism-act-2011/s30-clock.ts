import type { InterestAnswer, TakingOfficeFacts } from '../../facts.js';
import type { Clock, TakingOffice } from '../../rulebook.js';
import type { CivilDate } from '../../time/civil-date.js';
import { lastDayBeginningWith } from '../../time/counting.js';

/** The 28 days from taking office, and those from the earlier arguable day, by which the person is chased. */
export function s30Clock(facts: TakingOfficeFacts): Clock | null {
  const { becameMemberOn: startsOn, earlierArguableStart: arguable } = facts;
  if (startsOn === undefined) return null;
  const chaseFrom = arguable !== undefined && arguable < startsOn ? arguable : startsOn;
  return {
    startsOn,
    lastDay: lastDayBeginningWith(startsOn, 28),
    chaseFrom,
    chaseBy: lastDayBeginningWith(chaseFrom, 28),
  };
}

/**
 * In time or late, by the London day of receipt. For each category the first answer of the term decides: what was
 * added later was notified freely, because the Act sets no clock for what is acquired after the form is given.
 */
export function s30Received(facts: TakingOfficeFacts, clock: Clock): TakingOffice['received'] {
  const ofThisTerm = (facts.answers ?? [])
    .filter(isReceived)
    .filter(({ receivedOn }) => !facts.returning || receivedOn >= clock.chaseFrom);
  const firstHeld = ofThisTerm.filter(
    (one) =>
      one.answer === 'holds' &&
      !ofThisTerm.some((other) => sameQuestion(one, other) && other.receivedOn < one.receivedOn),
  );
  if (firstHeld.length === 0) return null;
  return firstHeld.some(({ receivedOn }) => receivedOn > clock.lastDay) ? 'late' : 'in-time';
}

type Received = InterestAnswer & { readonly receivedOn: CivilDate };

function isReceived(answer: InterestAnswer): answer is Received {
  return typeof answer.receivedOn === 'string';
}

/** Whether two answers are to the same question: one category, and whose interest in it. */
export function sameQuestion(a: InterestAnswer, b: InterestAnswer): boolean {
  return a.category === b.category && a.heldBy === b.heldBy;
}
