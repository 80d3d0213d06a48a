export { Member, STANDINGS, TermOfOffice, VOTES } from './member.entity.js';
export type { Standing, VotesOn } from './member.entity.js';
export { covers, Members } from './members.js';
export type { MemberInOffice, NewMember, TakingOffice } from './members.js';
export { MembersModule } from './members.module.js';
export { SEAT_ROLES, SeatHolding } from './seat.entity.js';
export type { SeatRole } from './seat.entity.js';
export { Seats } from './seats.js';
export type { SeatOnDay } from './seats.js';
