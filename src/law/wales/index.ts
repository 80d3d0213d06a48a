/** The rules for Wales one by one, with their facts and answers, for whoever asks a single question. */
export type { WelshAuthorityKind, ExemptBusiness, ExemptionFacts } from './model-code-2008/exemption.js';
export type { PersonalFacts } from './model-code-2008/para10-personal-interest.js';
export type { PrejudiceFacts } from './model-code-2008/para12-prejudicial.js';
export type { ScrutinyFacts } from './model-code-2008/para13-own-decision.js';
export type {
  WelshDispensation,
  WelshMeetingAnswer,
  WelshMeetingFacts,
} from './model-code-2008/para14-withdraw.js';
export type { Registering, RegisteringFacts } from './model-code-2008/para15-6-first-disclosure.js';
export type { ChangeFacts, ElectionFacts } from './model-code-2008/para15-register.js';
export type { WelshGiftFacts } from './model-code-2008/para17-gifts.js';
export type {
  ProhibitedWhipAnswer,
  ProhibitedWhipFacts,
} from './local-government-measure-2011/s78-party-whip.js';
export { prohibitedWhipOverlay, s78 } from './local-government-measure-2011/s78-party-whip.js';
export { para12_3 } from './model-code-2008/exemption.js';
export { para10 } from './model-code-2008/para10-personal-interest.js';
export { para11 } from './model-code-2008/para11-disclose.js';
export { EXEMPTIONS, para12_2 } from './model-code-2008/para12-2-exemptions.js';
export { para12 } from './model-code-2008/para12-prejudicial.js';
export { para13 } from './model-code-2008/para13-own-decision.js';
export { para14, para14_2, para14_2A } from './model-code-2008/para14-withdraw.js';
export { para15_5 } from './model-code-2008/para15-5-community-councils.js';
export { para15, para15_6 } from './model-code-2008/para15-6-first-disclosure.js';
export { para15_1, para15_2, para15_3 } from './model-code-2008/para15-register.js';
export { para17 } from './model-code-2008/para17-gifts.js';
