import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a member says that they will attend a meeting. Append-only: the latest word counts. */
@Entity('attendance_intention')
export class AttendanceIntention {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('boolean') attends: boolean;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}
