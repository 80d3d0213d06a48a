export { DisclosuresModule } from './disclosures.module.js';
export { RELEVANCE, RelevanceAnswer } from './relevance-answer.entity.js';
export type { Relevance } from './relevance-answer.entity.js';
export { InterviewAnswer } from './interview-answer.entity.js';
export {
  confirmedBefore,
  RelevanceAnswers,
  relevanceKey,
  rememberedKey,
  type SaidOfItem,
} from './relevance.js';
export {
  INTERVIEW_ANSWERS,
  INTERVIEW_FACTS,
  Interviews,
  isInterviewFact,
  type Interviewed,
  type InterviewFact,
} from './interview.js';
export { DecisionsAlone } from './decisions-alone.js';
export type {
  NotRecordedAlone,
  OpenedAlone,
  OwnInterest,
  ToldAlone,
  YesNoUnsure,
} from './decisions-alone.js';
export { lawOfDecisionAlone } from './decisions-alone.facts.js';
export type { LawOfDecisionAlone } from './decisions-alone.facts.js';
export { Disclosure, HOLDERS, INTENTIONS, INTEREST_KINDS } from './disclosure.entity.js';
export type { DisclosedHolder, DisclosedKind, Intention, Stage } from './disclosure.entity.js';
export type { DisclosureDetails, OpenedDisclosure } from './disclosure-details.js';
export { DisclosureRows } from './disclosure-rows.js';
export { Disclosures } from './disclosures.js';
export type { DeclaredInterest, DeclaredWhip } from './disclosures.js';
export type { WhichInterest } from './told-interest.js';
export type { IncompleteDeclaration } from './form-of-declaration.js';
export { NaturesKeptBack, tellingWords } from './kept-back-natures.js';
export type { KeptBackNatures } from './kept-back-natures.js';
export { isScattergun, saysNothing } from './says-nothing.js';
export { standingOf } from './standing.js';
export { KnownInterests } from './known-interests.js';
export type { KnownInterest } from './known-interests.js';
export type { FoundOccasion, NoOccasion } from './occasions.js';
export { ASSOCIATION_KINDS, Associations, MOST_ASSOCIATIONS } from './associations.js';
export type { Association, AssociationDetails, AssociationKind } from './associations.js';
