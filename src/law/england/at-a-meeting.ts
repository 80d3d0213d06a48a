import { strictest, strictestOf } from '../combine.js';
import type { Discuss, Finding, Leave, MeetingAnswer, NotEncoded, Reason } from '../conclusion.js';
import type { MeetingFacts, Supposition } from '../facts.js';
import { cannotTell } from '../finding.js';
import { reason } from '../rule.js';
import type { MeetingResult, Overlay } from '../rulebook.js';
import type { CivilDate } from '../time/civil-date.js';
import { apparentBias } from './apparent-bias.js';
import type { CodeOfConduct } from './codes/code.js';
import { educationCoOptedVote } from './lga-2000/education-co-opted.js';
import { s28_2 } from './localism-act-2011/s28-2-left-to-the-code.js';
import { engagement, s31_1 } from './localism-act-2011/s31-1-engaged.js';
import { statuteAtMeeting } from './statute-at-meetings.js';

/** What an authority had adopted on a day, as far as meetings are concerned. */
export interface AdoptedThen {
  /** Null when no code is in play. */
  readonly code: CodeOfConduct | NotEncoded | null;
  /** Undefined while nobody has said what standing orders say. */
  readonly standingOrdersExclude: boolean | undefined;
}

/** By law, by the code, and the strictest of both, with the rule beside them on education representatives. */
export function atMeeting(
  facts: MeetingFacts,
  supposing: Supposition,
  { code, standingOrdersExclude }: AdoptedThen,
  on: CivilDate,
): MeetingResult {
  const applies = s31_1.decide(facts, on);
  const byLaw = statuteAtMeeting(facts, standingOrdersExclude, on, applies);
  const byCode = code === null || isNotEncoded(code) ? code : code.decide(facts, on);
  const combined = byCode === null ? byLaw : strictest(byLaw, isNotEncoded(byCode) ? anyCode(byLaw) : byCode);
  const result: MeetingResult = {
    engaged: engagement(applies, facts),
    byLaw,
    byCode,
    overlays: [],
    effective: combined,
    advice: adviceOnBias(facts, combined, on),
    supposing: Object.keys(supposing) as (keyof Supposition)[],
  };
  const voteMayBeLimited = facts.person === undefined || facts.person === 'co-opted-education';
  if (!voteMayBeLimited) return result;
  return withOverlay(result, { rule: educationCoOptedVote.id, vote: educationCoOptedVote.decide(facts, on) });
}

/** The combined answer with a rule beside the interest rules laid over it: it can take the vote away, and give none. */
export function withOverlay(result: MeetingResult, overlay: Overlay): MeetingResult {
  const { effective, overlays } = result;
  const vote = strictestOf(effective.vote, overlay.vote, (byRules, beside) => byRules && beside);
  return { ...result, overlays: [...overlays, overlay], effective: { ...effective, vote } };
}

/** Where the council's code is not known here, it may ask for anything: only what the law forbids is certain. */
function anyCode(byLaw: MeetingAnswer): MeetingAnswer {
  const why = reason(s28_2, 'code-not-encoded', ['code']);
  const open = <V>(...values: readonly V[]): Finding<V> => cannotTell(values, ['code'], [why]);
  return {
    disclose: open('none', 'existence_only', 'existence_and_nature'),
    discuss: open<Discuss>(false, 'as_public_only', true),
    vote: open(false, true),
    leave: open<Leave>(false, 'vote_only', 'discussion_only', true),
    notify: byLaw.notify,
  };
}

function adviceOnBias(
  facts: MeetingFacts,
  { discuss, vote }: MeetingAnswer,
  on: CivilDate,
): readonly Reason[] {
  const takesNoPart = [discuss, vote].every((one) => one.kind === 'decided' && one.value === false);
  if (takesNoPart) return [];
  const bias = apparentBias.decide(facts, on);
  return bias.is === 'yes' ? [reason(apparentBias, 'bias-warning', bias.facts)] : [];
}

/** Is there no version of a code, or of an answer by it, for the day? */
export function isNotEncoded(value: object): value is NotEncoded {
  return 'kind' in value && value.kind === 'not-encoded';
}
