import type { SomeRule } from '../../rule.js';
import type { CodeOfConduct } from './code.js';
import type { DeclarationRule } from './declarations.js';
import { exemptionFor } from './exemptions.js';
import type { GiftRule } from './gifts.js';
import { cabinetMemberAlone } from './lga-model-2020/app-b-5-acting-alone.js';
import { lgaModel2020 } from './lga-model-2020/index.js';
import { modelGifts } from './lga-model-2020/para-10-gifts.js';
import { modelRegistration } from './lga-model-2020/app-b-1-register.js';
import { isOtherRegisterableInterest } from './lga-model-2020/table-2-bodies.js';
import type { OtherBodyRule } from './lga-model-2020/table-2-bodies.js';
import type { CodeRegistration } from './registration.js';
import { statuteFaithful } from './statute-faithful.js';
import { publicParticipation } from '../public-participation.js';
import {
  worcestershire2012,
  worcestershireDeclaration,
  worcestershireGifts,
  worcestershireRegistration,
} from './worcestershire-2012/index.js';

/** Every version of every code that is encoded. A code that is not here answers "not encoded". */
export const CODES: readonly CodeOfConduct[] = [statuteFaithful, worcestershire2012, lgaModel2020];

/** The codes that an authority can be said to have adopted: the id, and what people call it. */
export const KNOWN_CODES: readonly { readonly code: string; readonly title: string }[] = CODES.filter(
  ({ code }, index) => CODES.findIndex((other) => other.code === code) === index,
).map(({ code, title }) => ({ code, title }));

/** The codes’ own duties to register interests. A code that is not here has none beside the Act. */
export const REGISTRATION_RULES: readonly CodeRegistration[] = [
  worcestershireRegistration,
  modelRegistration,
];

/** Which bodies a place in which a code would have registered. A code that is not here has no such heading. */
export const OTHER_BODY_RULES: readonly OtherBodyRule[] = [isOtherRegisterableInterest];

/** What the codes say of gifts and hospitality. */
export const GIFT_RULES: readonly GiftRule[] = [worcestershireGifts, modelGifts];

/** What the codes say of the form of a declaration. */
export const DECLARATION_RULES: readonly DeclarationRule[] = [worcestershireDeclaration];

/** A council’s practice on notice of wanting to speak, by the code that it has beside it. */
export interface ParticipationRule {
  readonly code: string;
  readonly rule: typeof publicParticipation;
}

/** By when somebody gives notice of wanting to speak. A council with a code that is not here has no such rule here. */
export const PARTICIPATION_RULES: readonly ParticipationRule[] = [
  { code: worcestershire2012.code, rule: publicParticipation },
];

/** Every rule of a code that does not speak of what a member does at a meeting. */
export const RULES_BESIDE_MEETINGS: readonly SomeRule[] = [
  ...REGISTRATION_RULES.flatMap(({ onTakingOffice, aChange }) => [onTakingOffice, aChange]),
  cabinetMemberAlone,
  ...OTHER_BODY_RULES,
  ...GIFT_RULES,
  ...DECLARATION_RULES,
  exemptionFor,
];

export { exemptionFor, withExemption } from './exemptions.js';
export type { ExemptionAnswer, ExemptionFacts } from './exemptions.js';
export type {
  DeclarationAnswer,
  DeclarationFacts,
  DeclarationPart,
  DeclarationRule,
} from './declarations.js';
export type { GiftAnswer, GiftFacts, GiftRule, GiftTerms, GiftThreshold } from './gifts.js';
export { exemptionsOn, giftThresholdOn } from './parameters.js';
export type { CodeParameters, Exemption } from './parameters.js';
export type { CodeRegistration, InterestKind, RegistrationFacts } from './registration.js';
export { cabinetMemberAlone } from './lga-model-2020/app-b-5-acting-alone.js';
export type { CabinetMemberAnswer, CabinetMemberFacts } from './lga-model-2020/app-b-5-acting-alone.js';
export { isOtherRegisterableInterest } from './lga-model-2020/table-2-bodies.js';
export type { BodyFacts, OtherBodyRule } from './lga-model-2020/table-2-bodies.js';
