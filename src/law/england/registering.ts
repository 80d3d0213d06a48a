import type { Finding, NotEncoded, Reason } from '../conclusion.js';
import { cannotTell } from '../finding.js';
import { reason } from '../rule.js';
import type { SomeRule } from '../rule.js';
import type { Adopted, RequiredCategory, Rulebook } from '../rulebook.js';
import type { CivilDate } from '../time/civil-date.js';
import { inForce } from '../versions.js';
import { isNotEncoded } from './at-a-meeting.js';
import type { CodeOfConduct } from './codes/code.js';
import {
  GIFT_RULES,
  OTHER_BODY_RULES,
  PARTICIPATION_RULES,
  REGISTRATION_RULES,
  giftThresholdOn,
} from './codes/index.js';
import type { CodeRegistration, GiftRule, OtherBodyRule, ParticipationRule } from './codes/index.js';
import { s28_2 } from './localism-act-2011/s28-2-left-to-the-code.js';
import { REQUIRED_CATEGORIES } from './required-categories.js';

/** What the code of the day says beside meetings: what it adds to the register, and by when. */
export interface Registering extends Pick<
  Rulebook,
  'requiredCategories' | 'otherBody' | 'gift' | 'onTakingOffice' | 'aChange' | 'noticeToSpeak'
> {
  /** Every rule that can speak here. */
  readonly rules: readonly SomeRule[];
}

interface RulesOfCode {
  readonly body: OtherBodyRule | undefined;
  readonly gifts: GiftRule | undefined;
  readonly registration: CodeRegistration | undefined;
  readonly participation: ParticipationRule | undefined;
}

/**
 * The registering of one code on one day. Without a code there is only the Act. A code that is adopted and not known
 * here may ask for anything: it adds no heading, because nobody can say which, and every question waits for it.
 */
export function registering(
  code: CodeOfConduct | NotEncoded | null,
  adopted: Adopted,
  on: CivilDate,
): Registering {
  if (code !== null && isNotEncoded(code)) return UNKNOWN_CODE;
  const { body, gifts, registration, participation } = rulesOf(code, on);
  const figures = { giftThresholds: adopted.giftThresholds ?? [] };
  return {
    rules: [body, gifts, registration?.onTakingOffice, registration?.aChange, participation?.rule].filter(
      (rule) => rule !== undefined,
    ),
    requiredCategories: () => [
      ...REQUIRED_CATEGORIES,
      ...(body === undefined ? [] : [OTHER_BODIES]),
      ...(gifts === undefined ? [] : [GIFTS]),
    ],
    otherBody: (facts) => body?.decide(facts, on) ?? null,
    gift: (facts) =>
      gifts?.decide({ ...facts, threshold: giftThresholdOn(figures, facts.receivedOn ?? on) }, on) ?? null,
    onTakingOffice: (facts) => registration?.onTakingOffice.decide(facts, on) ?? null,
    aChange: (facts) => registration?.aChange.decide(facts, on) ?? null,
    noticeToSpeak: (facts) => participation?.rule.decide(facts, on).deadlineLocal ?? null,
  };
}

// Codes ask for the member's own places and gifts; what a partner has is registered only as the Act would have it.
const OTHER_BODIES: RequiredCategory = { category: 'other-bodies', asksPartner: false };
const GIFTS: RequiredCategory = { category: 'gifts', asksPartner: false };

function rulesOf(code: CodeOfConduct | null, on: CivilDate): RulesOfCode {
  const ofTheCode = (one: { readonly code: string }): boolean => one.code === code?.code;
  return {
    body: inForce(OTHER_BODY_RULES.filter(ofTheCode), on)[0],
    gifts: inForce(GIFT_RULES.filter(ofTheCode), on)[0],
    registration: REGISTRATION_RULES.filter(ofTheCode).find(
      ({ aChange }) => inForce([aChange], on).length > 0,
    ),
    participation: PARTICIPATION_RULES.filter(ofTheCode).find(({ rule }) => inForce([rule], on).length > 0),
  };
}

const NOT_KNOWN: readonly Reason[] = [reason(s28_2, 'code-not-encoded', ['code'])];

function waitsForTheCode<V>(...couldBe: readonly V[]): Finding<V> {
  return cannotTell(couldBe, ['code'], NOT_KNOWN);
}

const UNKNOWN_CODE: Registering = {
  rules: [],
  requiredCategories: () => REQUIRED_CATEGORIES,
  otherBody: () => waitsForTheCode(true, false),
  gift: () => ({ mustRegister: waitsForTheCode(true, false), clock: waitsForTheCode() }),
  onTakingOffice: () => waitsForTheCode(),
  aChange: () => waitsForTheCode(),
  noticeToSpeak: () => waitsForTheCode(),
};
