export { DisclosuresModule } from './disclosures.module.js';
export { RELEVANCE } from './relevance-answer.entity.js';
export type { Relevance } from './relevance-answer.entity.js';
export { RelevanceAnswers, relevanceKey } from './relevance.js';
