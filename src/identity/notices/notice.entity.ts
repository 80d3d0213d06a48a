import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What changed about how somebody signs in, as the record calls it after 'account.'. */
export type NoticedChange =
  | 'password-chosen'
  | 'password-changed'
  | 'code-app-added'
  | 'code-app-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-codes-made'
  | 'second-step-removed';

/** A message that is owed to somebody because their own sign-in changed. Machine time. */
@Entity('account_notice')
export class AccountNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') change: NoticedChange;
  /** The database tells the time. */
  @Column({ type: 'timestamptz', name: 'happened_at', insert: false, update: false }) happenedAt: Date;
  /** When the channel took it, or refused it for good. */
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}
