import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who can sign in. Stands outside all authorities: one person may serve in several. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  /** Lower case; unique. */
  @Column('text') email: string;
  @Column('text') name: string;
  /** argon2id; null until a password is set. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('boolean', { name: 'is_administrator' }) isAdministrator: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  /** When everything that it signed in with, and its address, was erased, because its person had left. It stays disabled. */
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
}

/** A role that somebody holds in one authority, from a day and until one. */
@Entity('role_holding')
export class RoleHolding {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') role: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
  /** The OpenID provider one of whose groups gave it, and may take it away; null for one that a person gave. */
  @Column('text', { name: 'group_issuer', nullable: true }) groupIssuer: string | null;
}
