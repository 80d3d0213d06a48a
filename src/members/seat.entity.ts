import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SEAT_ROLES = [
  'chairman',
  'vice-chairman',
  'member',
  'church-representative',
  'parent-governor-representative',
  'co-opted',
] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** A place on a body. It exists whether or not somebody holds it: an empty one is a vacancy. */
@Entity('seat')
export class Seat {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'body_id' }) bodyId: string;
  /** The order in which the body's membership is printed. */
  @Column('integer') position: number;
  @Column('text') role: SeatRole;
  /** What is printed after the name, such as the church that a representative comes from. */
  @Column('text', { nullable: true }) note: string | null;
}

/** Who held a seat between two days. */
@Entity('seat_holding')
export class SeatHolding {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'seat_id' }) seatId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
}
