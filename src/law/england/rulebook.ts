import { localismAct } from '../citation.js';
import { strictest, strictestOf } from '../combine.js';
import type { Discuss, Finding, Leave, MeetingAnswer, NotEncoded, Reason } from '../conclusion.js';
import type { InterestFacts, MeetingFacts, Supposition } from '../facts.js';
import { cannotTell, decided, when } from '../finding.js';
import { reason } from '../rule.js';
import type { RuleSource } from '../rule.js';
import type { Adopted, MeetingResult, Prescribed, Rulebook } from '../rulebook.js';
import type { CivilDate } from '../time/civil-date.js';
import { all } from '../truth.js';
import { RulebookError, covers, inForce } from '../versions.js';
import { apparentBias } from './apparent-bias.js';
import { CODES } from './codes/index.js';
import type { CodeOfConduct } from './codes/code.js';
import { descriptionOf } from './dpi-regulations-2012/index.js';
import { educationCoOptedVote } from './lga-2000/education-co-opted.js';
import { s30_1 } from './localism-act-2011/s30-1-notify-on-taking-office.js';
import { s30_3 } from './localism-act-2011/s30-3-whose-interest.js';
import { REQUIRED_CATEGORIES } from './required-categories.js';
import { ENGLISH_STATUTE } from './rules.js';
import { statuteAtMeeting } from './statute-at-meetings.js';

/** The law of one English authority on one day. Before the statute here begins it is not encoded. */
export function englishRulebook(adopted: Adopted, on: CivilDate): Rulebook | NotEncoded {
  const statute = inForce(ENGLISH_STATUTE, on);
  if (statute.length < ENGLISH_STATUTE.length) return { kind: 'not-encoded', what: 'england', on };
  const code = codeOn(adopted, on);
  const excludes = adopted.standingOrdersExclude.some(({ from, to }) => covers(from, to, on));
  const ofTheCode = code === null || isNotEncoded(code) ? [] : [code, ...code.paragraphs];
  return {
    kind: 'rulebook',
    on,
    versions: [...statute, ...ofTheCode].map(({ id, inForceFrom }) => ({ rule: id, inForceFrom })),
    takingOffice: (facts) => s30_1.decide(facts, on),
    prescribed: (facts) => prescribed(facts, on),
    meeting: (facts, supposing = {}) => atMeeting({ ...facts, ...supposing }, supposing, code, excludes, on),
    requiredCategories: () => REQUIRED_CATEGORIES,
  };
}

/** The code in force on the day; null where none is in play; "not encoded" where the one adopted is not known here. */
function codeOn(adopted: Adopted, on: CivilDate): CodeOfConduct | NotEncoded | null {
  if (adopted.codes.length === 0) return null;
  const [current, second] = adopted.codes.filter(({ from, to }) => covers(from, to, on));
  if (current === undefined) return { kind: 'not-encoded', what: 'code of conduct', on };
  if (second !== undefined) {
    throw new RulebookError(`Two codes are adopted for ${on}: ${current.code} and ${second.code}.`);
  }
  const [version] = inForce(CODES, on).filter(({ code }) => code === current.code);
  return version ?? { kind: 'not-encoded', what: current.code, on };
}

/** s.30(3) says whose interest counts and the schedule which; both must be met. */
function prescribed(facts: InterestFacts, on: CivilDate): Prescribed {
  const description = descriptionOf(facts);
  const whose = s30_3.decide(facts, on);
  const is = all(whose, description.decide(facts, on));
  const finding = when(
    is,
    () => decided(true, reason(description, 'prescribed', is.facts)),
    () => decided(false, reason(whose.is === 'no' ? s30_3 : description, is.otherwise, is.facts)),
  );
  return { category: facts.category, finding };
}

/** By law, by the code, and the strictest of both, with the rules beside them that touch the vote. */
function atMeeting(
  facts: MeetingFacts,
  supposing: Supposition,
  code: CodeOfConduct | NotEncoded | null,
  standingOrdersExclude: boolean,
  on: CivilDate,
): MeetingResult {
  const byLaw = statuteAtMeeting(facts, standingOrdersExclude, on);
  const byCode = code === null || isNotEncoded(code) ? code : code.decide(facts, on);
  const withCode = byCode === null ? byLaw : strictest(byLaw, isNotEncoded(byCode) ? anyCode(byLaw) : byCode);
  const education = educationCoOptedVote.decide(facts, on);
  const voteMayBeLimited = facts.person === undefined || facts.person === 'co-opted-education';
  const overlays = voteMayBeLimited ? [{ rule: educationCoOptedVote.id, vote: education }] : [];
  const vote = overlays.reduce((strict, overlay) => strictestOf(strict, overlay.vote, and), withCode.vote);
  const effective = { ...withCode, vote };
  return {
    byLaw,
    byCode,
    overlays,
    effective,
    advice: adviceOnBias(facts, effective, on),
    supposing: Object.keys(supposing) as (keyof Supposition)[],
  };
}

function and(a: boolean, b: boolean): boolean {
  return a && b;
}

/** Where the council's code is not known here, it may ask for anything: only what the law forbids is certain. */
function anyCode(byLaw: MeetingAnswer): MeetingAnswer {
  const why = reason(LOCAL_CODE, 'code-not-encoded', ['code']);
  const open = <V>(...values: readonly V[]): Finding<V> => cannotTell(values, ['code'], [why]);
  return {
    disclose: open('none', 'existence_only', 'existence_and_nature'),
    discuss: open<Discuss>(false, 'as_public_only', true),
    vote: open(false, true),
    leave: open<Leave>(false, 'vote_only', 'discussion_only', true),
    notify: byLaw.notify,
  };
}

/** s.28(2): what is registered and disclosed beyond the Act is for the code that the authority adopts. */
const LOCAL_CODE: RuleSource = {
  id: 'england/localism-act-2011/s28(2)',
  citation: localismAct('28(2)'),
  source: 'code-of-conduct',
};

function adviceOnBias(facts: MeetingFacts, effective: MeetingAnswer, on: CivilDate): readonly Reason[] {
  const { discuss, vote } = effective;
  const takesNoPart = [discuss, vote].every((one) => one.kind === 'decided' && one.value === false);
  const bias = apparentBias.decide(facts, on);
  return takesNoPart || bias.is !== 'yes' ? [] : [reason(apparentBias, 'bias-warning', bias.facts)];
}

function isNotEncoded(code: object): code is NotEncoded {
  return 'kind' in code && code.kind === 'not-encoded';
}
