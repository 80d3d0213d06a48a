export { Carrying } from './carrying.js';
export type { CarriedFrom } from './carrying.js';
export { AuthoritySuccession, CarriedDraft } from './hand-over.entity.js';
export { HandOvers } from './hand-overs.js';
export type { HandOverProgress, HandOverToRecord, MayContinue, WhyNoHandOver } from './hand-overs.js';
export { Successions } from './successions.js';
export type { HandOver, NamedAuthority } from './successions.js';
