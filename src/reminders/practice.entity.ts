import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When an authority wants its reminders to go. Times are London wall-clock times, `09:00`. */
@Entity('reminder_setting')
export class ReminderSetting {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  /** The days of a 28-day clock on which the member is told; day 1 is its first day. */
  @Column('integer', { name: 'clock_days', array: true }) clockDays: number[];
  @Column('time', { name: 'clock_at' }) clockAt: string;
  /** So many days after the last day the monitoring officer is told that nothing came. */
  @Column('integer', { name: 'escalate_after_days' }) escalateAfterDays: number;
  @Column('integer', { name: 'days_before_meeting' }) daysBeforeMeeting: number;
  @Column('time', { name: 'days_before_at' }) daysBeforeAt: string;
  /** On the evening before a meeting. */
  @Column('time', { name: 'evening_at' }) eveningAt: string;
  /** On the morning of a meeting. */
  @Column('time', { name: 'morning_at' }) morningAt: string;
  /** So many days before a dispensation or an agreement on a sensitive interest ends. */
  @Column('integer', { name: 'days_before_end', array: true }) daysBeforeEnd: number[];
  /** No message goes from then … */
  @Column('time', { name: 'quiet_from' }) quietFrom: string;
  /** … until then, unless it would be of no use afterwards. */
  @Column('time', { name: 'quiet_to' }) quietTo: string;
  /** So many messages a day go as soon as there is something to tell. */
  @Column('integer', { name: 'at_once_a_day' }) atOnceADay: number;
  /** What comes up on a day after those waits for this time. */
  @Column('time', { name: 'digest_at' }) digestAt: string;
  /** The hour at which notices of public participation close on the working day before; null where it has no such rule. */
  @Column('integer', { name: 'notices_hour', nullable: true }) noticesHour: number | null;
  /** Nothing is sent while this stands. */
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt: Date | null;
}
