export { Authorities } from './authorities.js';
export type { ListedAuthority, NewAuthority } from './authorities.js';
export { AuthoritiesModule } from './authorities.module.js';
export { AdoptedCode, Authority, AUTHORITY_KINDS, StandingOrder } from './authority.entity.js';
export type { AuthorityKind } from './authority.entity.js';
export { Bodies } from './bodies.js';
export { Body, BODY_KINDS } from './body.entity.js';
export type { BodyKind, QuorumRule } from './body.entity.js';
