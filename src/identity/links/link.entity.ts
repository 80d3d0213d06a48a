import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a link by mail is for. */
export type LinkPurpose = 'invitation' | 'password' | 'sign-in';

/** A link that was asked for. Machine time. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn('uuid') id: string;
  @Column('text') purpose: LinkPurpose;
  /** Null where nobody has the address that was given: then nothing is sent. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  /** SHA-256 of the token as it was sent last. */
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash: Buffer | null;
  /** SHA-256 of the key that the browser keeps that asked; for signing in alone. */
  @Column('bytea', { name: 'browser_hash', nullable: true }) browserHash: Buffer | null;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}
