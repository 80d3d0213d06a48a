import type { Finding, MeetingAnswer } from '../conclusion.js';
import type { MeetingFacts } from '../facts.js';
import { change, decided, excused, possible, when, whenAnswer } from '../finding.js';
import type { Point } from '../point.js';
import { reason } from '../rule.js';
import type { RuleSource } from '../rule.js';
import type { CivilDate } from '../time/civil-date.js';
import type { Truth } from '../truth.js';
import { s31_1, writtenIn } from './localism-act-2011/s31-1-engaged.js';
import { s31_10 } from './localism-act-2011/s31-10-leave-the-room.js';
import { s31_2 } from './localism-act-2011/s31-2-disclose.js';
import { s31_3 } from './localism-act-2011/s31-3-notify-after-disclosure.js';
import { s31_4 } from './localism-act-2011/s31-4-no-part.js';
import { s32_3 } from './localism-act-2011/s32-3-sensitive.js';
import { asksFor, s33, s33_3, s33_4 } from './localism-act-2011/s33-dispensation.js';
import type { Relief } from './localism-act-2011/s33-dispensation.js';

/**
 * The statute at a meeting, composed in the open: s.31(1) opens the door; (2) and (3) ask for disclosure and
 * notification, which s.32(3) softens; (4) bars discussion and vote, which s.33 lifts; (10) lets standing orders send
 * the member out while a bar stands.
 */
export function statuteAtMeeting(
  facts: MeetingFacts,
  standingOrdersExclude: boolean | undefined,
  asAt: CivilDate,
  engaged: Truth = s31_1.decide(facts, asAt),
): MeetingAnswer {
  return whenAnswer(
    engaged,
    () => onceEngaged(facts, standingOrdersExclude, asAt),
    () => nothingRequired(writtenIn(engaged.otherwise), engaged),
  );
}

function onceEngaged(
  facts: MeetingFacts,
  standingOrdersExclude: boolean | undefined,
  asAt: CivilDate,
): MeetingAnswer {
  const bar = s31_4.decide(facts, asAt);
  const reliefs = s33.decide(facts, asAt);
  const deciding = s33_4.decide(facts, asAt);
  const discuss = exemptWhileDeciding(
    lift(bar.discuss, reliefs.discussion, 'dispensed-discussion'),
    deciding,
  );
  const vote = exemptWhileDeciding(lift(bar.vote, reliefs.vote, 'dispensed-vote'), deciding);
  return {
    disclose: soften(s31_2.decide(facts, asAt), s32_3.decide(facts, asAt)),
    discuss,
    vote,
    leave: s31_10.decide({ discuss, vote, standingOrdersExclude }, asAt),
    notify: s31_3.decide(facts, asAt),
  };
}

/** s.33(1): what s.31(4) bars, a dispensation lifts. A flaw in the dispensation is given as a reason of its own. */
function lift(bar: Finding<boolean>, { lifted, by }: Relief, point: Point): Finding<boolean> {
  return when(
    lifted,
    () =>
      excused(
        true,
        by,
        reason(s33, point, lifted.facts),
        reason(s31_4, 'barred-but-for-the-dispensation', ['interestIsInTheMatter']),
        reason(s33_3, 'dispensation-within-its-period', lifted.facts),
      ),
    () => ({
      ...bar,
      reasons: [...bar.reasons, reason(asksFor(lifted.otherwise), lifted.otherwise, lifted.facts)],
    }),
  );
}

/** s.33(4): whoever decides on a dispensation is not barred by s.31(4) from deciding. */
function exemptWhileDeciding(bar: Finding<boolean>, deciding: Truth): Finding<boolean> {
  // Where a dispensation lifts the bar already, it does not matter what the business is.
  if (bar.kind === 'excused') return bar;
  return when(
    deciding,
    () => decided(true, reason(s33_4, 'deciding-on-dispensation', deciding.facts)),
    () => bar,
  );
}

/** s.32(3): of an agreed sensitive interest only the existence is disclosed. */
export function soften(disclose: MeetingAnswer['disclose'], sensitive: Truth): MeetingAnswer['disclose'] {
  // With no details to be given there is nothing to withhold.
  if (!possible(disclose).includes('existence_and_nature')) return disclose;
  return when(
    sensitive,
    () =>
      change(
        disclose,
        (asked) => (asked === 'existence_and_nature' ? 'existence_only' : asked),
        reason(s32_3, 'sensitive-so-existence-only', sensitive.facts),
      ),
    () => disclose,
  );
}

/** Nothing is required and nothing barred, for the one reason given. */
export function nothingRequired(rule: RuleSource, because: Truth): MeetingAnswer {
  const why = reason(rule, because.otherwise, because.facts);
  return {
    disclose: decided('none', why),
    discuss: decided(true, why),
    vote: decided(true, why),
    leave: decided(false, why),
    notify: decided(null, why),
  };
}
