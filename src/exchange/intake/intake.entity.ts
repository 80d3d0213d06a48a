import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * refused: rows were wrong, and nothing but what was wrong is kept; read: waits to be begun; taking-in: a job works
 * through its councils; taken-in: all are done; stopped: a council no longer fitted, those before it are done; discarded:
 * thrown away.
 */
export type IntakeState = 'refused' | 'read' | 'taking-in' | 'taken-in' | 'stopped' | 'discarded';

/** A file of members that was read. It belongs to the installation, because it may hold several councils. */
@Entity('intake')
export class Intake {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: IntakeState;
  /** SHA-256 of the file, with whether whole councils were elected. */
  @Column('bytea', { name: 'content_hash' }) contentHash: Buffer;
  @Column('boolean', { name: 'whole_council' }) wholeCouncil: boolean;
  @Column('boolean', { name: 'sends_invitations' }) sendsInvitations: boolean;
  /** Sealed: rows and problems. Emptied once all is taken in, or thrown away. */
  @Column('text') content: string;
  /** Rows of the file, and how many of them have something wrong. */
  @Column('integer') total: number;
  @Column('integer', { name: 'bad_rows' }) badRows: number;
  /** How many rows are worked through, for the page that shows it. What counts is `IntakeCouncil`. */
  @Column('integer') done: number;
  @Column('timestamptz', { name: 'read_at' }) readAt: Date;
  @Column('uuid', { name: 'read_by' }) readBy: string;
  @Column('uuid', { name: 'begun_by', nullable: true }) begunBy: string | null;
  @Column('timestamptz', { name: 'taken_in_at', nullable: true }) takenInAt: Date | null;
}

/** That one council of an intake is done, and what came of it. Written with the members themselves. */
@Entity('intake_council')
export class IntakeCouncil {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid', { name: 'intake_id' }) intakeId: string;
  @Column('integer', { name: 'new_members' }) newMembers: number;
  @Column('integer', { name: 're_elected' }) reElected: number;
  @Column('integer') returned: number;
  @Column('integer', { name: 'already_here' }) alreadyHere: number;
  @Column('integer', { name: 'terms_ended' }) termsEnded: number;
  @Column('integer') invited: number;
  @Column('integer', { name: 'drafts_prepared' }) draftsPrepared: number;
  /** SHA-256 over what became of each row; the record holds it too. */
  @Column('bytea', { name: 'rows_hash' }) rowsHash: Buffer;
  @Column('timestamptz', { name: 'taken_in_at' }) takenInAt: Date;
}

/** A message to one member that says how to sign in. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'intake_id' }) intakeId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** The day of taking office: before it there is nothing to sign in to. */
  @Column('date', { name: 'due_on' }) dueOn: string;
  /** Told again by somebody's order, it is another message, and the link of the earlier one opens nothing. */
  @Column('integer') edition: number;
  @Column('integer') tries: number;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('text', { name: 'failed_reason', nullable: true }) failedReason: string | null;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}
