import type { Finding, NotEncoded } from '../conclusion.js';
import type { MeetingFacts } from '../facts.js';
import { nextQuestion } from '../interview.js';
import type { Adopted, Period, Rulebook } from '../rulebook.js';
import type { CivilDate } from '../time/civil-date.js';
import { RulebookError, covers, inForce } from '../versions.js';
import { atMeeting, isNotEncoded } from './at-a-meeting.js';
import { CODES } from './codes/index.js';
import type { CodeOfConduct } from './codes/code.js';
import { s29_3 } from './localism-act-2011/s29-3-keep-the-entry.js';
import { s30_1 } from './localism-act-2011/s30-1-notify-on-taking-office.js';
import { s32_2 } from './localism-act-2011/s32-2-public-version.js';
import { addressPractice } from './localism-act-2011/s32a-before-commencement.js';
import type { AddressPracticeFacts } from './localism-act-2011/s32a-before-commencement.js';
import { residentialAddressRule } from './localism-act-2011/s32a-residential-address.js';
import { prescribed } from './prescribed.js';
import { registering } from './registering.js';
import type { Registering } from './registering.js';
import { relievable } from './relief.js';
import { ENGLISH_STATUTE } from './rules.js';

/** The law of one English authority on one day. Before the statute here begins it is not encoded. */
export function englishRulebook(adopted: Adopted, on: CivilDate): Rulebook | NotEncoded {
  if (inForce(ENGLISH_STATUTE, on).length < ENGLISH_STATUTE.length) {
    return { kind: 'not-encoded', what: 'england', on };
  }
  const code = codeOn(adopted, on);
  const register = registering(code, adopted, on);
  const then = { code, standingOrdersExclude: excludesOn(adopted.standingOrdersExclude, on) };
  const meeting: Rulebook['meeting'] = (facts, supposing) =>
    supposing === undefined
      ? atMeeting(facts, {}, then, on)
      : atMeeting({ ...facts, ...supposing }, supposing, then, on);
  return {
    kind: 'rulebook',
    on,
    versions: versionsOn(code, register, on),
    takingOffice: (facts) => s30_1.decide(facts, on),
    prescribed: (facts) => prescribed(facts, on),
    meeting,
    relief: (facts) => relievable(facts, meeting, adopted.executiveArrangements),
    nextQuestion: (facts: MeetingFacts) => nextQuestion(facts, (given) => meeting(given).effective),
    homeAddressWithheld: (facts) => homeAddressWithheld(facts, adopted.residentialAddressesFrom, on),
    requiredCategories: register.requiredCategories,
    otherBody: register.otherBody,
    gift: register.gift,
    onTakingOffice: register.onTakingOffice,
    aChange: register.aChange,
    noticeToSpeak: register.noticeToSpeak,
    publicVersion: (facts) => s32_2.decide(facts, on),
    keepEntry: (facts) => s29_3.decide(facts, on),
  };
}

/** s.32A from the day that an administrator has entered; before it, or without one, the authority's own practice. */
function homeAddressWithheld(
  facts: AddressPracticeFacts,
  commencedOn: CivilDate | undefined,
  on: CivilDate,
): Finding<boolean> {
  return commencedOn !== undefined && commencedOn <= on
    ? residentialAddressRule(commencedOn).decide(facts, on).withheld
    : addressPractice.decide(facts, on);
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

function excludesOn(periods: readonly Period[] | 'unknown', on: CivilDate): boolean | undefined {
  return periods === 'unknown' ? undefined : periods.some(({ from, to }) => covers(from, to, on));
}

/** Every version that can have spoken: the law of the day, and the one code that was adopted. */
function versionsOn(
  code: CodeOfConduct | NotEncoded | null,
  { rules }: Registering,
  on: CivilDate,
): Rulebook['versions'] {
  const ofTheCode = code === null || isNotEncoded(code) ? [] : [code, ...code.paragraphs];
  return [...inForce([...ENGLISH_STATUTE, s29_3, s32_2], on), ...ofTheCode, ...rules].map(
    ({ id, inForceFrom }) => ({
      rule: id,
      inForceFrom,
    }),
  );
}
