export { Advice, canBeAsked } from './advice.js';
export type { AdviceFilter, KnownAdvice, OpenedAdvice } from './advice.js';
export { AdviceModule } from './advice.module.js';
export { LawSays } from './law-says.js';
export { mayReadWords } from './reads-words.js';
export { TellingMember } from './telling-member.js';
