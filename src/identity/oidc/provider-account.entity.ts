import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who, at an OpenID provider, an account is. The provider never gives a subject to anybody else. */
@Entity('provider_account')
export class ProviderAccount {
  @PrimaryColumn('text') issuer: string;
  @PrimaryColumn('text') subject: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** Machine time. */
  @Column('timestamptz', { name: 'linked_at' }) linkedAt: Date;
}
