import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of an authority's chain. Never updated, never deleted: the database refuses both. */
@Entity('audit_event')
export class AuditEvent {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  /** bigint: a string in JavaScript. */
  @PrimaryColumn('bigint') position: string;
  @Column('text', { name: 'actor_kind' }) actorKind: 'person' | 'client' | 'system';
  /** An account's or a client's id, or the name of the part of the system. */
  @Column('text') actor: string;
  @Column('text') action: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('text', { name: 'subject_id' }) subjectId: string;
  @Column('timestamptz', { name: 'application_at' }) applicationAt: Date;
  @Column('timestamptz', { name: 'machine_at' }) machineAt: Date;
  @Column('bytea', { name: 'payload_hash' }) payloadHash: Buffer;
  @Column('bytea', { name: 'previous_hash' }) previousHash: Buffer;
  @Column('bytea') hash: Buffer;
}

/** What the event said. Retention may erase it; the chain holds its salted hash and stays whole. */
@Entity('audit_payload')
export class AuditPayload {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('bigint') position: string;
  @Column('bytea') salt: Buffer;
  @Column('jsonb') payload: Readonly<Record<string, unknown>>;
}

/** The newest link of each chain; locked last in a transaction. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @Column('bigint') position: string;
  @Column('bytea') hash: Buffer;
}
