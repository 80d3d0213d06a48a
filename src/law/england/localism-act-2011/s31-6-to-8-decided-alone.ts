import type { Finding } from '../../conclusion.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { s31_6, engagementAlone, notEngaged } from './s31-6-acting-alone.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';
import { s31_7 } from './s31-7-notify-when-aware.js';
import { s31_8 } from './s31-8-no-steps.js';
import type { Steps } from './s31-8-no-steps.js';
import { s32_2 } from './s32-2-public-version.js';
import { s32_3 } from './s32-3-sensitive.js';

/** What the statute asks of a member in a matter that is theirs alone to deal with, each point on its own. */
export interface ActingAloneAnswer extends Steps {
  /** Do s.31(7) and (8) apply at all? */
  readonly engaged: Finding<boolean>;
  /** The inclusive last day to notify the monitoring officer, or null. */
  readonly notify: Finding<CivilDate | null>;
  /** May details be left out of what the monitoring officer is told? */
  readonly notificationMayOmitDetails: Finding<boolean>;
}

/**
 * A matter for a member alone, composed in the open: s.31(6) opens the door; (7) asks for notification and (8) bars
 * every step but handing over. Neither s.33 nor s.32 relaxes anything here.
 */
export function decidedAlone(facts: ActingAloneFacts, asAt: CivilDate): ActingAloneAnswer {
  const engaged = s31_6.decide(facts, asAt);
  const steps = s31_8.decide(facts, asAt);
  const onlyIfEngaged = <V>(then: Finding<V>, free: V): Finding<V> =>
    when(
      engaged,
      () => then,
      () => decided(free, notEngaged(engaged)),
    );
  return {
    engaged: engagementAlone(engaged),
    mayTakeSteps: onlyIfEngaged(steps.mayTakeSteps, true),
    mayHandOver: onlyIfEngaged(steps.mayHandOver, true),
    stepLawful: steps.stepLawful && onlyIfEngaged(steps.stepLawful, true),
    notify: onlyIfEngaged(s31_7.decide(facts, asAt), null),
    notificationMayOmitDetails: toldInFull(),
  };
}

/** s.32 speaks of public copies and of meetings; what is notified under s.31(7) it leaves as it is. */
function toldInFull(): Finding<boolean> {
  return decided(
    false,
    reason(s31_7, 'officer-is-told-in-full', []),
    reason(s32_2, 'sensitive-only-in-public-copies', []),
    reason(s32_3, 'sensitive-only-at-meetings', []),
  );
}
