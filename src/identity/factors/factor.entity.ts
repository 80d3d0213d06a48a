import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An app that makes codes (TOTP), one of each account at most. Machine time. */
@Entity('code_app')
export class CodeApp {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  /** Sealed. */
  @Column('text') secret: string;
  /** The time step of the last code that was taken, as text: PostgreSQL's bigint. */
  @Column('bigint', { name: 'last_step' }) lastStep: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
}

/** A passkey (WebAuthn credential): the public half. Machine time. */
@Entity('passkey')
export class Passkey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** base64url. */
  @Column('text', { name: 'credential_id' }) credentialId: string;
  /** COSE. */
  @Column('bytea', { name: 'public_key' }) publicKey: Buffer;
  /** How often the authenticator says it has signed, as text: PostgreSQL's bigint. Many never count. */
  @Column('bigint') counter: string;
  @Column('text', { array: true }) transports: string[];
  /** What its owner calls it. */
  @Column('text') name: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
}
